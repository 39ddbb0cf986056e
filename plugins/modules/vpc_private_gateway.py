#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc_private_gateway
short_description: Manage private gateways of VPCs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove private gateways, and give them another ACL list. A private gateway connects a VPC with
    a network that is not the public one, for example that of an office.
  - Routes through it are made with M(cloudstack.cloud.static_route).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(vpc) is looked for.
    type: str
    required: true
  vpc:
    description:
      - Name or id of the VPC.
    type: str
    required: true
  ip_address:
    description:
      - Address of the VPC's router in the other network.
    type: str
    required: true
  gateway:
    description:
      - Gateway in the other network.
      - Needed to create the private gateway.
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
    type: str
  netmask:
    description:
      - Netmask of the other network, for example V(255.255.255.0).
      - Needed to create the private gateway.
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
    type: str
  vlan:
    description:
      - VLAN of the other network, unless O(network) tells it.
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
    type: str
  physical_network:
    description:
      - Name or id of the physical network that carries the VLAN. Only administrators may name it.
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
    type: str
  network:
    description:
      - Name or id of the isolated or L2 network that the gateway is in, in place of O(vlan).
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.17 or newer.
    type: str
  network_acl:
    description:
      - Name or id of the ACL list. V(default_deny) lets nothing through, V(default_allow) everything.
      - CloudStack takes V(default_deny) when nothing is said.
    type: str
  network_offering:
    description:
      - Name or id of the network offering of the gateway.
      - Used only when the private gateway is created. The API does not show it, so it is not compared later.
    type: str
  source_nat_supported:
    description:
      - Whether the VPC hides behind O(ip_address).
      - CloudStack takes it only when the private gateway is created; a task that wants another value later
        fails.
    type: bool
  bypass_vlan_overlap_check:
    description:
      - Whether O(vlan) may be one that the zone gives out by itself, or that another network has.
      - Used only when the private gateway is created. The API does not show it, so it is not compared later.
    type: bool
  state:
    description:
      - V(present) makes sure that the private gateway exists.
      - V(absent) removes it. No static route may lead through it by then.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing private gateway.
    type: str
seealso:
  - module: cloudstack.cloud.vpc_private_gateway_info
  - module: cloudstack.cloud.vpc
  - module: cloudstack.cloud.static_route
  - module: cloudstack.cloud.network_acl
"""

EXAMPLES = r"""
---
- name: The intranet reaches the office
  cloudstack.cloud.vpc_private_gateway:
    vpc: intranet
    zone: zone-1
    ip_address: 10.90.0.2
    gateway: 10.90.0.1
    netmask: 255.255.255.0
    vlan: "2010"
    network_acl: default_allow

- name: The networks of the office are behind it
  cloudstack.cloud.static_route:
    vpc: intranet
    zone: zone-1
    cidr: 192.168.10.0/24
    private_gateway: 10.90.0.2

- name: The way to the office has rules of its own
  cloudstack.cloud.vpc_private_gateway:
    vpc: intranet
    zone: zone-1
    ip_address: 10.90.0.2
    network_acl: office

- name: The route is removed
  cloudstack.cloud.static_route:
    vpc: intranet
    zone: zone-1
    cidr: 192.168.10.0/24
    state: absent

- name: The private gateway is removed
  cloudstack.cloud.vpc_private_gateway:
    vpc: intranet
    zone: zone-1
    ip_address: 10.90.0.2
    state: absent
"""

RETURN = r"""
---
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
network_offering:
  description: Name of the network offering of the gateway.
  returned: when the task gives it
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc_private_gateway import VPC_PRIVATE_GATEWAY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VPC_PRIVATE_GATEWAY)


if __name__ == "__main__":
    main()
