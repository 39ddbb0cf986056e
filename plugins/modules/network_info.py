#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_info
short_description: List networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all networks that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the network of this name or id.
    type: str
  zone:
    description:
      - Show only networks of this zone, given by name or id.
    type: str
  vpc:
    description:
      - Show only networks of this VPC, given by name or id.
    type: str
  network_offering:
    description:
      - Show only networks with this network offering, given by name or id.
    type: str
  type:
    description:
      - Show only networks of this kind.
    type: str
    choices:
      - Isolated
      - Shared
      - L2
  id:
    description:
      - Show only the network with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listNetworks) takes V(acltype), V(associatednetworkid), V(canusefordeploy), V(displaynetwork), V(forvpc),
        V(isrecursive), V(issystem), V(keyword), V(networkfilter), V(physicalnetworkid), V(restartrequired),
        V(showicon), V(specifyipranges), V(supportedservices), V(traffictype), V(vlan), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.network
"""

EXAMPLES = r"""
---
- name: The isolated networks of the zone are known
  cloudstack.cloud.network_info:
    zone: zone-1
    type: Isolated
  register: found

- name: One network is known
  cloudstack.cloud.network_info:
    name: web-net
    zone: zone-1
  register: found
"""

RETURN = r"""
---
networks:
  description: The networks that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Prefix length of the IPv4 network that a routed network gets from CloudStack, for example
        V(26).
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
      description: Whether the public NIC of the virtual router keeps its MAC address when the router is made
        anew.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(NETWORK)


if __name__ == "__main__":
    main()
