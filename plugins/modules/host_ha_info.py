#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: host_ha_info
short_description: List high availabilities of hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all high availabilities of hosts that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(host), only high availabilities
        of hosts in it are shown.
    type: str
  host:
    description:
      - Show only the one of this host, given by name or id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.host_ha
"""

EXAMPLES = r"""
---
- name: The hosts that have a provider are known
  cloudstack.cloud.host_ha_info:
  register: found

- name: Whether the host is watched over is known
  cloudstack.cloud.host_ha_info:
    zone: zone-1
    host: host-1
  register: found
"""

RETURN = r"""
---
host_has:
  description: The high availabilities of hosts that fit.
  returned: success
  type: list
  elements: dict
  contains:
    host:
      description:
        - Name of the host.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
      sample: host-1
    zone:
      description: Name of the zone in which C(host) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    provider:
      description: Provider that watches over the host, for example V(kvmhaprovider).
      returned: when it has one
      type: str
      sample: kvmhaprovider
    ha_state:
      description: State that the provider sees the host in.
      returned: when it has one
      type: str
      sample: Available
    state:
      description: Whether the host is watched over, V(enabled) or V(disabled).
      returned: when it exists
      type: str
      sample: enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.host_ha import HOST_HA
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(HOST_HA)


if __name__ == "__main__":
    main()
