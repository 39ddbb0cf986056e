#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc
short_description: Manage VPCs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, restart and remove virtual private clouds. A VPC is a group of networks, its tiers, behind
    one router with one public address. ACL lists say which traffic enters and leaves a tier.
  - Tiers are made with M(cloudstack.cloud.network).
attributes:
  idempotent:
    support: partial
    details: V(restarted) of O(state) restarts the VPC at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the VPC.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the VPC belongs to.
    type: str
    required: true
  vpc_offering:
    description:
      - Name or id of the VPC offering.
      - When the VPC is created without it, V(Default VPC offering) is used.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
    type: str
  display_text:
    description:
      - Description of the VPC.
      - When the VPC is created without it, the value of O(name) is used.
    type: str
  cidr:
    description:
      - Network of the whole VPC, for example V(10.20.0.0/16). The networks of its tiers are parts of it.
      - A routed VPC may take O(cidr_size) in its place.
      - Needed to create the VPC, unless O(cidr_size) is given.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
    type: str
  cidr_size:
    description:
      - Prefix length of the network that a routed VPC gets from CloudStack, for example V(24).
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: int
  network_domain:
    description:
      - DNS domain of the instances in the VPC.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
    type: str
  dns1:
    description:
      - First IPv4 DNS server of the VPC, in place of that of the zone.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns2:
    description:
      - Second IPv4 DNS server of the VPC, in place of that of the zone.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns1_ipv6:
    description:
      - First IPv6 DNS server of the VPC, in place of that of the zone.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns2_ipv6:
    description:
      - Second IPv6 DNS server of the VPC, in place of that of the zone.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: str
  public_mtu:
    description:
      - MTU of the router at its public side, in bytes.
      - Needs CloudStack 4.18 or newer.
    type: int
  source_nat_ip_address:
    description:
      - Public address that the VPC shall use for source NAT. Without it, CloudStack takes a free one.
      - It is read, and among the results, only when the task gives it.
      - Needs CloudStack 4.19 or newer.
    type: str
  start:
    description:
      - Whether the router of the VPC starts at once, or with the first tier that is used. CloudStack starts
        it at once when nothing is said.
      - Used only when the VPC is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.3 or newer.
    type: bool
  use_router_ip_resolver:
    description:
      - Whether instances are told to ask the router for names instead of the DNS servers.
      - Used only when the VPC is created. The API does not show it, so it is not compared later.
    type: bool
  as_number:
    description:
      - AS number, for a VPC with dynamic routing.
      - CloudStack takes it only when the VPC is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: int
  bgp_peers:
    description:
      - Ids of the BGP peers, for a VPC with dynamic routing.
      - Used only when the VPC is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.20 or newer.
    type: list
    elements: str
  keep_mac_address_on_public_nic:
    description:
      - Whether the public NIC of the router keeps its MAC address when the router is made anew.
      - Needs CloudStack 4.23 or newer.
    type: bool
  for_display:
    description:
      - Whether users see the VPC. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  clean_up:
    description:
      - With O(state=restarted), whether the routers are made anew. Otherwise they are only configured again.
    type: bool
  live_patch:
    description:
      - With O(state=restarted), whether the routers are patched while they run.
    type: bool
  make_redundant:
    description:
      - With O(state=restarted), whether the VPC gets a redundant pair of routers.
    type: bool
  state:
    description:
      - V(present) makes sure that the VPC exists.
      - V(stopped) does the same, and a VPC that does not exist is created without starting its router, see
        O(start).
      - V(restarted) also restarts it, at every run. A VPC that does not exist is created and not restarted.
      - V(absent) removes it. It may have no tiers by then.
    type: str
    choices:
      - present
      - stopped
      - restarted
      - absent
    default: present
  id:
    description:
      - Id of an existing VPC. With it, another O(name) renames the VPC.
    type: str
seealso:
  - module: cloudstack.cloud.vpc_info
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.network_acl
  - module: cloudstack.cloud.vpc_offering
  - module: cloudstack.cloud.vpc_private_gateway
  - module: cloudstack.cloud.static_route
"""

EXAMPLES = r"""
---
- name: A VPC for the shop exists
  cloudstack.cloud.vpc:
    name: shop
    zone: zone-1
    vpc_offering: Default VPC offering
    cidr: 10.20.0.0/16
    network_domain: shop.example.com
    tags:
      - key: stage
        value: production

- name: It has a tier for its web servers
  cloudstack.cloud.network:
    name: web
    zone: zone-1
    vpc: shop
    network_offering: DefaultIsolatedNetworkOfferingForVpcNetworks
    gateway: 10.20.1.1
    netmask: 255.255.255.0

- name: The VPC says what it is for
  cloudstack.cloud.vpc:
    name: shop
    zone: zone-1
    display_text: The shop and its stores

- name: Its router is made anew
  cloudstack.cloud.vpc:
    name: shop
    zone: zone-1
    clean_up: true
    state: restarted

- name: The tier is removed
  cloudstack.cloud.network:
    name: web
    zone: zone-1
    vpc: shop
    state: absent

- name: The empty VPC is removed
  cloudstack.cloud.vpc:
    name: shop
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the VPC.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the VPC.
  returned: when it exists
  type: str
  sample: shop
zone:
  description: Name of the zone the VPC belongs to.
  returned: when it exists
  type: str
  sample: zone-1
vpc_offering:
  description: Name of the VPC offering.
  returned: when it has one
  type: str
  sample: Default VPC offering
display_text:
  description: Description of the VPC.
  returned: when it has one
  type: str
cidr:
  description: Network of the whole VPC, for example V(10.20.0.0/16).
  returned: when it has one
  type: str
  sample: 10.20.0.0/16
cidr_size:
  description: Prefix length of the network that a routed VPC gets from CloudStack, for example V(24).
  returned: when it has one
  type: int
network_domain:
  description: DNS domain of the instances in the VPC.
  returned: when it has one
  type: str
dns1:
  description: First IPv4 DNS server of the VPC, in place of that of the zone.
  returned: when it has one
  type: str
dns2:
  description: Second IPv4 DNS server of the VPC, in place of that of the zone.
  returned: when it has one
  type: str
dns1_ipv6:
  description: First IPv6 DNS server of the VPC, in place of that of the zone.
  returned: when it has one
  type: str
dns2_ipv6:
  description: Second IPv6 DNS server of the VPC, in place of that of the zone.
  returned: when it has one
  type: str
public_mtu:
  description: MTU of the router at its public side, in bytes.
  returned: when it has one
  type: int
source_nat_ip_address:
  description: Public address that the VPC shall use for source NAT.
  returned: when it has one
  type: str
as_number:
  description: AS number, for a VPC with dynamic routing.
  returned: when it has one
  type: int
keep_mac_address_on_public_nic:
  description: Whether the public NIC of the router keeps its MAC address when the router is made anew.
  returned: when it has one
  type: bool
for_display:
  description: Whether users see the VPC.
  returned: when it has one
  type: bool
state:
  description: State of the VPC.
  returned: when it has one
  type: str
  sample: Enabled
region_level_vpc:
  description: Whether the VPC can span zones.
  returned: when it has one
  type: bool
restart_required:
  description: Whether the VPC must be restarted for a change to have effect.
  returned: when it has one
  type: bool
distributed_vpc_router:
  description: Whether the VPC has a distributed router.
  returned: when it has one
  type: bool
redundant_vpc_router:
  description: Whether the VPC has a redundant pair of routers.
  returned: when it has one
  type: bool
ip4_routing:
  description: How routes are made known, in a routed VPC.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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
tags:
  description: Tags, each with its key and value.
  returned: when it has one
  type: list
  elements: dict
  contains:
    key:
      description: Key of the tag.
      returned: always
      type: str
      sample: stage
    value:
      description: Value of the tag.
      returned: always
      type: str
      sample: production
  sample:
    - key: stage
      value: production
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc import VPC
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VPC)


if __name__ == "__main__":
    main()
