#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ip_address_reservation_info
short_description: List kept addresses
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all kept addresses that the user may see, or those that fit every filter.
  - Addresses in use are among them; RV(ip_address_reservations[].state) tells them apart.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  ip_address:
    description:
      - Show only this address, given as itself or its id.
    type: str
  zone:
    description:
      - Show only kept addresses of this zone, given by name or id.
    type: str
  id:
    description:
      - Show only the kept address with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPublicIpAddresses) takes V(allocatedonly), V(associatednetworkid), V(fordisplay), V(forloadbalancing),
        V(forprovider), V(forsystemvms), V(forvirtualnetwork), V(isrecursive), V(issourcenat), V(isstaticnat),
        V(keyword), V(networkid), V(physicalnetworkid), V(state), V(tags), V(vlanid), V(vpcid), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.ip_address_reservation
"""

EXAMPLES = r"""
---
- name: The addresses that the account keeps are known
  cloudstack.cloud.ip_address_reservation_info:
    zone: zone-1
  register: found
"""

RETURN = r"""
---
ip_address_reservations:
  description: The kept addresses that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the kept address.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    ip_address:
      description: The address.
      returned: when it exists
      type: str
      sample: 203.0.113.101
    zone:
      description: Name of the zone in which C(ip_address) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    for_display:
      description: Whether users see the address.
      returned: when it has one
      type: bool
    state:
      description: V(Reserved), or V(Allocated) when it is in use.
      returned: when it has one
      type: str
      sample: Reserved
    allocated:
      description: Since when the address is kept.
      returned: when it has one
      type: str
    domain:
      description: Domain of the owner.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account of the owner.
      returned: when it has one
      type: str
      sample: admin
    project:
      description: Project of the owner.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_address_reservation import (
    IP_ADDRESS_RESERVATION,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(IP_ADDRESS_RESERVATION)


if __name__ == "__main__":
    main()
