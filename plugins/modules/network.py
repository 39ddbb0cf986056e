#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network
short_description: Manage networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, restart and remove the networks of accounts, that is isolated, shared and L2 networks and tiers of
    a VPC.
  - The network offering decides which kind of network it is. See the kind in RV(type).
attributes:
  idempotent:
    support: partial
    details: V(restarted) of O(state) restarts the network at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the network.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the network belongs to.
    type: str
    required: true
  vpc:
    description:
      - Name or id of the VPC, for a tier of it.
    type: str
  network_offering:
    description:
      - Name or id of the network offering. Another one moves the network to that offering, see also O(change_cidr)
        and O(update_in_sequence).
      - Needed to create the network.
    type: str
  display_text:
    description:
      - Description of the network.
      - When the network is created without it, the value of O(name) is used.
    type: str
  gateway:
    description:
      - IPv4 gateway of the network. Shared networks and tiers need it. An isolated network without it gets a part of
        the zone's guest network.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  netmask:
    description:
      - IPv4 netmask of the network, for example V(255.255.255.0). It goes with O(gateway).
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  start_ip:
    description:
      - First IPv4 address that CloudStack may give out in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
  end_ip:
    description:
      - Last IPv4 address that CloudStack may give out in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
  start_ipv6:
    description:
      - First IPv6 address that CloudStack may give out in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
  end_ipv6:
    description:
      - Last IPv6 address that CloudStack may give out in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
  cidr_ipv6:
    description:
      - IPv6 network with a prefix length of V(64), for example V(2001:db8:1::/64).
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  gateway_ipv6:
    description:
      - IPv6 gateway of the network.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  cidr_size:
    description:
      - Prefix length of the IPv4 network that a routed network gets from CloudStack, for example V(26).
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: int
  guest_vm_cidr:
    description:
      - Part of the network, as a CIDR, in which CloudStack may give out addresses. The rest is left for machines that
        CloudStack does not know.
      - When a network is created, O(gateway) and O(netmask) say its CIDR, and this option can narrow it later.
    type: str
  vlan:
    description:
      - VLAN or VNI of the network, as a number or V(untagged). Only administrators may choose it.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  isolated_pvlan:
    description:
      - Secondary VLAN, for a shared or L2 network with a private VLAN.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
  isolated_pvlan_type:
    description:
      - Kind of the private VLAN.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - none
      - community
      - isolated
      - promiscuous
  bypass_vlan_overlap_check:
    description:
      - Whether O(vlan) may be one that the zone gives out by itself, or that another network has.
      - Used only when the network is created. The API does not show it, so it is not compared later.
    type: bool
  physical_network:
    description:
      - Name or id of the physical network that carries the network. Where several could, it must be given or the
        offering must have a tag.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  acl_type:
    description:
      - Who may use a shared network, one V(account) or everyone in a V(domain).
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
    choices:
      - account
      - domain
  subdomain_access:
    description:
      - Whether the subdomains of O(domain) may use the network, too, with O(acl_type=domain).
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: bool
  acl:
    description:
      - Name or id of the ACL list of a tier.
      - V(default_allow) and V(default_deny) are there for the tiers of every VPC.
    type: str
  network_domain:
    description:
      - DNS domain of the instances in the network.
    type: str
  dns1:
    description:
      - First IPv4 DNS server of the network, in place of that of the zone.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns2:
    description:
      - Second IPv4 DNS server of the network, in place of that of the zone.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns1_ipv6:
    description:
      - First IPv6 DNS server of the network, in place of that of the zone.
      - Needs CloudStack 4.18 or newer.
    type: str
  dns2_ipv6:
    description:
      - Second IPv6 DNS server of the network, in place of that of the zone.
      - Needs CloudStack 4.18 or newer.
    type: str
  private_mtu:
    description:
      - MTU of the network, in bytes, at the guest's side of its virtual router.
      - Needs CloudStack 4.18 or newer.
    type: int
  public_mtu:
    description:
      - MTU, in bytes, at the public side of its virtual router.
      - Needs CloudStack 4.18 or newer.
    type: int
  external_id:
    description:
      - Id of the network in another system.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  router_ip:
    description:
      - IPv4 address of the virtual router in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.16 or newer.
    type: str
  router_ipv6:
    description:
      - IPv6 address of the virtual router in a shared network.
      - Used only when the network is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.16 or newer.
    type: str
  source_nat_ip_address:
    description:
      - Public address that the network shall use for source NAT. Without it, CloudStack takes a free one.
      - It is read, and among the results, only when the task gives it.
      - Needs CloudStack 4.19 or newer.
    type: str
  associated_network:
    description:
      - Name or id of the isolated network whose virtual router serves this L2 or shared network.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
      - Needs CloudStack 4.17 or newer.
    type: str
  as_number:
    description:
      - AS number, for a network with dynamic routing.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: int
  bgp_peers:
    description:
      - Ids of the BGP peers, for a network with dynamic routing.
      - Used only when the network is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.20 or newer.
    type: list
    elements: str
  display_network:
    description:
      - Whether users see the network. Only administrators may say it.
    type: bool
  hide_ip_address_usage:
    description:
      - Whether the addresses of a shared network are left out of the usage records.
      - Only administrators see it. For others it counts when the network is created, and is not compared later.
    type: bool
  keep_mac_address_on_public_nic:
    description:
      - Whether the public NIC of the virtual router keeps its MAC address when the router is made anew.
      - Needs CloudStack 4.23 or newer.
    type: bool
  tungsten_virtual_router_uuid:
    description:
      - Id of the virtual router in Tungsten Fabric.
      - CloudStack takes it only when the network is created; a task that wants another value later fails.
    type: str
  clean_up:
    description:
      - With O(state=restarted), whether the virtual router is made anew. Otherwise it is only configured again.
    type: bool
    default: false
  live_patch:
    description:
      - With O(state=restarted), whether the virtual router is patched while it runs.
    type: bool
  make_redundant:
    description:
      - With O(state=restarted), whether the network gets a redundant pair of virtual routers.
    type: bool
  force:
    description:
      - Whether a network is removed, or moved to another offering, although the server has objections that it calls
        forceable.
    type: bool
  change_cidr:
    description:
      - Whether the network may get another CIDR when O(network_offering) is changed.
      - It is sent with every change of the network.
    type: bool
  update_in_sequence:
    description:
      - Whether the virtual routers of a redundant pair are replaced one after the other when O(network_offering) is
        changed.
      - It is sent with every change of the network.
    type: bool
  state:
    description:
      - V(present) makes sure that the network exists.
      - V(restarted) also restarts it, at every run. A network that does not exist is created and not restarted.
      - V(absent) removes it. No instance may use it by then.
    type: str
    choices:
      - present
      - absent
      - restarted
    default: present
  id:
    description:
      - Id of an existing network. With it, another O(name) renames the network.
    type: str
seealso:
  - module: cloudstack.cloud.network_info
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.instance
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.vlan_ip_range
  - module: cloudstack.cloud.network_offering
  - module: cloudstack.cloud.vpc
  - module: cloudstack.cloud.network_acl
  - module: cloudstack.cloud.instance_nic
"""

EXAMPLES = r"""
---
- name: An isolated network exists
  cloudstack.cloud.network:
    name: app-net
    zone: zone-1
    network_offering: DefaultIsolatedNetworkOfferingWithSourceNatService
    gateway: 10.1.2.1
    netmask: 255.255.255.0

- name: The network says what it is for
  cloudstack.cloud.network:
    name: app-net
    zone: zone-1
    display_text: Application servers
    tags:
      - key: stage
        value: production

- name: The network is removed
  cloudstack.cloud.network:
    name: app-net
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the network.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the network.
  returned: when it exists
  type: str
  sample: web-net
zone:
  description: Name of the zone the network belongs to.
  returned: when it exists
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC, for a tier of it.
  returned: when it has one
  type: str
network_offering:
  description: Name of the network offering.
  returned: when it has one
  type: str
  sample: DefaultIsolatedNetworkOfferingWithSourceNatService
display_text:
  description: Description of the network.
  returned: when it has one
  type: str
gateway:
  description: IPv4 gateway of the network.
  returned: when it has one
  type: str
  sample: 10.1.1.1
netmask:
  description: IPv4 netmask of the network, for example V(255.255.255.0).
  returned: when it has one
  type: str
  sample: 255.255.255.0
cidr_ipv6:
  description: IPv6 network with a prefix length of V(64), for example V(2001:db8:1::/64).
  returned: when it has one
  type: str
gateway_ipv6:
  description: IPv6 gateway of the network.
  returned: when it has one
  type: str
cidr_size:
  description: Prefix length of the IPv4 network that a routed network gets from CloudStack, for example V(26).
  returned: when it has one
  type: int
guest_vm_cidr:
  description: Part of the network in which CloudStack may give out addresses.
  returned: when it has one
  type: str
vlan:
  description: VLAN or VNI of the network, as a number or V(untagged).
  returned: when it has one
  type: str
physical_network:
  description:
    - Name of the physical network that carries the network.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: physical-1
acl_type:
  description: Who may use a shared network, one V(account) or everyone in a V(domain).
  returned: when it has one
  type: str
  sample: account
subdomain_access:
  description: Whether the subdomains of C(domain) may use the network, too, with C(acl_type=domain).
  returned: when it has one
  type: bool
acl:
  description: Name of the ACL list of a tier.
  returned: when it has one
  type: str
network_domain:
  description: DNS domain of the instances in the network.
  returned: when it has one
  type: str
dns1:
  description: First IPv4 DNS server of the network, in place of that of the zone.
  returned: when it has one
  type: str
dns2:
  description: Second IPv4 DNS server of the network, in place of that of the zone.
  returned: when it has one
  type: str
dns1_ipv6:
  description: First IPv6 DNS server of the network, in place of that of the zone.
  returned: when it has one
  type: str
dns2_ipv6:
  description: Second IPv6 DNS server of the network, in place of that of the zone.
  returned: when it has one
  type: str
private_mtu:
  description: MTU of the network, in bytes, at the guest's side of its virtual router.
  returned: when it has one
  type: int
public_mtu:
  description: MTU, in bytes, at the public side of its virtual router.
  returned: when it has one
  type: int
external_id:
  description: Id of the network in another system.
  returned: when it has one
  type: str
source_nat_ip_address:
  description: Public address that the network shall use for source NAT.
  returned: when it has one
  type: str
associated_network:
  description: Name of the isolated network whose virtual router serves this L2 or shared network.
  returned: when it has one
  type: str
as_number:
  description: AS number, for a network with dynamic routing.
  returned: when it has one
  type: int
display_network:
  description: Whether users see the network.
  returned: when it has one
  type: bool
hide_ip_address_usage:
  description: Whether the addresses of a shared network are left out of the usage records.
  returned: when it has one
  type: bool
keep_mac_address_on_public_nic:
  description: Whether the public NIC of the virtual router keeps its MAC address when the router is made anew.
  returned: when it has one
  type: bool
tungsten_virtual_router_uuid:
  description: Id of the virtual router in Tungsten Fabric.
  returned: when it has one
  type: str
state:
  description: State of the network.
  returned: when it has one
  type: str
  sample: Implemented
type:
  description: Kind of the network.
  returned: when it has one
  type: str
  sample: Isolated
cidr:
  description: Part of the network in which CloudStack may give out addresses.
  returned: when it has one
  type: str
  sample: 10.1.1.0/24
network_cidr:
  description: The whole network, where C(cidr) is a part of it.
  returned: when it has one
  type: str
acl_id:
  description: Id of the ACL list.
  returned: when it has one
  type: str
broadcast_domain_type:
  description: How the network is kept apart from others.
  returned: when it has one
  type: str
traffic_type:
  description: Kind of traffic.
  returned: when it has one
  type: str
  sample: Guest
is_persistent:
  description: Whether the network is kept up without instances.
  returned: when it has one
  type: bool
is_system:
  description: Whether the network is one of CloudStack's own.
  returned: when it has one
  type: bool
restart_required:
  description: Whether the network must be restarted for a change to have effect.
  returned: when it has one
  type: bool
network_offering_display_text:
  description: Description of the network offering.
  returned: when it has one
  type: str
network_offering_conserve_mode:
  description: Whether a public address may serve several purposes.
  returned: when it has one
  type: bool
network_offering_availability:
  description: Whether the network offering is offered to users.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network import NETWORK
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(NETWORK)


if __name__ == "__main__":
    main()
