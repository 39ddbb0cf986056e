#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: management_server
short_description: Manage management servers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Bring a management server into maintenance and back, prepare it to be shut down, shut it down, and forget
    one that is down.
  - A management server makes itself known when it starts. It cannot be created here.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the management server.
    type: str
    required: true
  algorithm:
    description:
      - How the hosts are shared out among the other management servers.
      - It counts when the server goes into maintenance (O(state=maintenance)).
    type: str
    choices:
      - static
      - roundrobin
      - shuffle
  force:
    description:
      - Whether the maintenance begins though hosts may be left without a management server.
    type: bool
    default: false
  rebalance:
    description:
      - Whether hosts come back when the maintenance ends (O(state=up)).
    type: bool
  state:
    description:
      - V(present) finds the server and leaves its state alone.
      - V(up) makes sure that it works. It ends a maintenance, and cancels a shutdown that is prepared.
      - V(maintenance) makes sure that other servers do its work. There must be another one that is up.
      - V(ready_to_shut_down) makes sure that it takes no new work, V(shut_down) ends it.
      - V(absent) forgets one that is down.
    type: str
    choices:
      - present
      - up
      - maintenance
      - ready_to_shut_down
      - shut_down
      - absent
    default: present
  id:
    description:
      - Id of an existing server. It takes the place of O(name).
    type: str
notes:
  - The server that is shut down may be the one that answers. Then nothing answers afterwards.
  - O(state=maintenance) needs CloudStack 4.21 or newer, the states of a shutdown need 4.19 or newer.
seealso:
  - module: cloudstack.cloud.management_server_info
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: The management server takes no new work
  cloudstack.cloud.management_server:
    name: localhost
    state: ready_to_shut_down

- name: The management server works again
  cloudstack.cloud.management_server:
    name: localhost
    state: up
"""

RETURN = r"""
---
id:
  description: Id of the management server.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the management server.
  returned: when it exists
  type: str
  sample: localhost
version:
  description: Version of CloudStack.
  returned: when it has one
  type: str
  sample: 4.23.0.0
service_ip:
  description: Address that it serves.
  returned: when it has one
  type: str
agents_count:
  description: How many hosts are connected to it.
  returned: when it has one
  type: int
pending_jobs_count:
  description: How many jobs it works on.
  returned: when it has one
  type: int
java_distribution:
  description: Who made its Java.
  returned: when it has one
  type: str
java_version:
  description: Version of its Java.
  returned: when it has one
  type: str
kernel_version:
  description: Version of its kernel.
  returned: when it has one
  type: str
os_distribution:
  description: Its operating system.
  returned: when it has one
  type: str
last_boot_time:
  description: When its machine was started.
  returned: when it has one
  type: str
last_server_start:
  description: When it was started.
  returned: when it has one
  type: str
last_server_stop:
  description: When it was stopped.
  returned: when it has one
  type: str
peers:
  description: Other management servers as it sees them.
  returned: when it has one
  type: list
  elements: str
state:
  description: 'State of the management server: V(up), V(down), V(maintenance), V(ready_to_shut_down) or V(shut_down).'
  returned: when it exists
  type: str
  sample: up
diff:
  description: What changes, in the names of the options. A side is empty where there is nothing.
  returned: changed
  type: dict
  contains:
    before:
      description: The values before.
      returned: changed
      type: dict
    after:
      description: The values afterwards.
      returned: changed
      type: dict
failure:
  description: What went wrong, for programs to read. The message says the same for people, and what to do.
  returned: failure
  type: dict
  contains:
    command:
      description: The command that the server refused, or whose answer was lost.
      returned: when a command was sent
      type: str
      sample: createNetwork
    code:
      description: HTTP status of the answer.
      returned: when the server answered with an error
      type: int
      sample: 431
    cserrorcode:
      description: CloudStack's own number of the kind of error.
      returned: when the server names one
      type: int
      sample: 4350
    errortext:
      description: What the server says.
      returned: when the server answered with an error
      type: str
      sample: Invalid zone id
    jobid:
      description: Id of the job that failed.
      returned: when a job failed
      type: str
      sample: 0b4c5c7c-3d9f-4b34-9f31-9c1b5b0e2a11
    option:
      description: The option at fault.
      returned: when an option is at fault
      type: str
      sample: zone
    value:
      description: The value of the option.
      returned: when nothing, or more than one thing, has that name
      type: raw
      sample: zone-1
    candidates:
      description: What answers to the name, each with its id and where it is.
      returned: when more than one thing has that name
      type: list
      elements: dict
    current:
      description: The value that cannot be changed.
      returned: when CloudStack takes the option only at creation
      type: raw
    wanted:
      description: The value that the task wants instead.
      returned: when CloudStack takes the option only at creation
      type: raw
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.management_server import MANAGEMENT_SERVER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(MANAGEMENT_SERVER)


if __name__ == "__main__":
    main()
