#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc_private_gateway_info
short_description: List private gateways
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all private gateways that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  ip_address:
    description:
      - Show only the private gateway with this address.
    type: str
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(vpc), only private
        gateways in it are shown.
    type: str
  vpc:
    description:
      - Show only private gateways of this VPC, given by name or id.
    type: str
  vlan:
    description:
      - Show only private gateways with this VLAN.
    type: str
  id:
    description:
      - Show only the private gateway with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPrivateGateways) takes V(isrecursive), V(keyword), V(state), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.vpc_private_gateway
"""

EXAMPLES = r"""
---
- name: The private gateways of the VPC are known
  cloudstack.cloud.vpc_private_gateway_info:
    zone: zone-1
    vpc: intranet
  register: found
"""

RETURN = r"""
---
vpc_private_gateways:
  description: The private gateways that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the private gateway.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone in which C(vpc) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    vpc:
      description: Name of the VPC.
      returned: when it exists
      type: str
      sample: shop
    ip_address:
      description: Address of the VPC's router in the other network.
      returned: when it exists
      type: str
      sample: 10.90.0.2
    gateway:
      description: Gateway in the other network.
      returned: when it has one
      type: str
      sample: 10.90.0.1
    netmask:
      description: Netmask of the other network, for example V(255.255.255.0).
      returned: when it has one
      type: str
      sample: 255.255.255.0
    vlan:
      description: VLAN of the other network, unless C(network) tells it.
      returned: when it has one
      type: str
      sample: '2010'
    physical_network:
      description:
        - Name of the physical network that carries the VLAN.
        - It is the id where the task does not name it.
      returned: when it has one
      type: str
      sample: physical-1
    network:
      description: Name of the isolated or L2 network that the gateway is in, in place of C(vlan).
      returned: when it has one
      type: str
      sample: web-net
    network_acl:
      description: Name of the ACL list.
      returned: when it has one
      type: str
      sample: default_allow
    source_nat_supported:
      description: Whether the VPC hides behind C(ip_address).
      returned: when it has one
      type: bool
    vpc_id:
      description: Id of the VPC.
      returned: when it has one
      type: str
    network_acl_id:
      description: Id of the ACL list.
      returned: when it has one
      type: str
    state:
      description: State of the private gateway.
      returned: when it has one
      type: str
      sample: Ready
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc_private_gateway import VPC_PRIVATE_GATEWAY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VPC_PRIVATE_GATEWAY)


if __name__ == "__main__":
    main()
