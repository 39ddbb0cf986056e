#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: management_server_info
short_description: List management servers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all management servers that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the management server of this name or id.
    type: str
  version:
    description:
      - Show only management servers of this version.
    type: str
  peers:
    description:
      - Whether to show how the servers see one another.
    type: bool
  id:
    description:
      - Show only the management server with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listManagementServers) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.management_server
"""

EXAMPLES = r"""
---
- name: The management servers are known
  cloudstack.cloud.management_server_info:
  register: found
"""

RETURN = r"""
---
management_servers:
  description: The management servers that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: 'State of the management server: V(up), V(down), V(maintenance), V(ready_to_shut_down) or
        V(shut_down).'
      returned: when it exists
      type: str
      sample: up
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(MANAGEMENT_SERVER)


if __name__ == "__main__":
    main()
