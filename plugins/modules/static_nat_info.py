#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: static_nat_info
short_description: List static NATs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all static NATs that the user may see, or those that fit every filter.
  - An address that belongs to no instance is none.
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
      - Show only static NATs of this zone, given by name or id.
    type: str
  vpc:
    description:
      - Show only static NATs of this VPC, given by name or id.
    type: str
  network:
    description:
      - Show only static NATs of this network, given by name or id.
    type: str
  id:
    description:
      - Show only the static NAT with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPublicIpAddresses) takes V(allocatedonly), V(fordisplay), V(forloadbalancing), V(forprovider),
        V(forsystemvms), V(forvirtualnetwork), V(isrecursive), V(issourcenat), V(isstaticnat), V(keyword),
        V(networkid), V(physicalnetworkid), V(state), V(tags), V(vlanid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.static_nat
"""

EXAMPLES = r"""
---
- name: The public addresses that belong to an instance are known
  cloudstack.cloud.static_nat_info:
  register: found
"""

RETURN = r"""
---
static_nats:
  description: The static NATs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the static NAT.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    ip_address:
      description: Public address.
      returned: when it exists
      type: str
      sample: 203.0.113.101
    zone:
      description: Name of the zone in which C(ip_address), C(vm), C(network) and C(vpc) are looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    vm:
      description: Name of the instance.
      returned: when it has one
      type: str
      sample: web-1
    vm_guest_ip:
      description: Address of the instance to translate to, where it has several.
      returned: when it has one
      type: str
    network:
      description: Name of the network of the instance, for an instance with several.
      returned: when it has one
      type: str
      sample: web-net
    vpc:
      description: Name of the VPC of C(ip_address).
      returned: when the task gives it
      type: str
    vm_name:
      description: Name of the instance.
      returned: when it has one
      type: str
      sample: web-1
    vm_display_name:
      description: Display name of the instance.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_nat import STATIC_NAT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(STATIC_NAT)


if __name__ == "__main__":
    main()
