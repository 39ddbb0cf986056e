#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guest_vlan_range_info
short_description: List guest VLAN ranges
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all guest VLAN ranges that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Show only guest VLAN ranges of this zone, given by name or id.
    type: str
  physical_network:
    description:
      - Show only guest VLAN ranges of this physical network, given by name or id.
    type: str
  id:
    description:
      - Show only the guest VLAN range with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listDedicatedGuestVlanRanges) takes V(account), V(domainid), V(guestvlanrange), V(keyword), V(projectid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.guest_vlan_range
"""

EXAMPLES = r"""
---
- name: The VLANs that are kept for somebody are known
  cloudstack.cloud.guest_vlan_range_info:
  register: found

- name: The VLANs of one physical network are known
  cloudstack.cloud.guest_vlan_range_info:
    zone: zone-1
    physical_network: physical-1
  register: found
"""

RETURN = r"""
---
guest_vlan_ranges:
  description: The guest VLAN ranges that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the guest VLAN range.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    vlan_range:
      description: VLANs that are kept, such as V(310-312).
      returned: when it exists
      type: str
      sample: 310-312
    zone:
      description: Name of the zone in which C(physical_network) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    physical_network:
      description: Name of the physical network that has the VLANs.
      returned: when the task gives it
      type: str
      sample: physical-1
    domain:
      description: Domain that the VLANs are kept for, given as its path (V(ROOT/web/dev)), its name or its
        id.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account that the VLANs are kept for.
      returned: when it has one
      type: str
      sample: admin
    project:
      description: Name of the project that the VLANs are kept for.
      returned: when it has one
      type: str
    domain_path:
      description: Path of the domain.
      returned: when it has one
      type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.guest_vlan_range import GUEST_VLAN_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(GUEST_VLAN_RANGE)


if __name__ == "__main__":
    main()
