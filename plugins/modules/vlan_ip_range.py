#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vlan_ip_range
short_description: Manage address ranges of public and shared networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the ranges of addresses of public traffic, of shared networks, and of the guest network
    of a basic zone.
  - A range is known by its first address. To change the first address itself, name the range by its O(id).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  zone:
    description:
      - Name or id of the zone the range belongs to.
    type: str
    required: true
  physical_network:
    description:
      - Name or id of the physical network that carries the addresses. Where the zone has only one, CloudStack finds
        it.
    type: str
  network:
    description:
      - Name or id of the network the addresses are for, if they are not public.
    type: str
  pod:
    description:
      - Name or id of the pod, for a range of the guest network of a basic zone.
    type: str
  vlan:
    description:
      - VLAN of the range, as a number, or V(untagged).
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  start_ip:
    description:
      - First IPv4 address.
    type: str
  end_ip:
    description:
      - Last IPv4 address.
      - When the range is created without it, the value of O(start_ip) is used.
    type: str
  gateway:
    description:
      - IPv4 gateway.
    type: str
  netmask:
    description:
      - IPv4 netmask, for example V(255.255.255.0).
    type: str
  start_ipv6:
    description:
      - First IPv6 address.
    type: str
  end_ipv6:
    description:
      - Last IPv6 address.
      - When the range is created without it, the value of O(start_ipv6) is used.
    type: str
  gateway_ipv6:
    description:
      - IPv6 gateway.
    type: str
  cidr_ipv6:
    description:
      - IPv6 network of the range, with a prefix length of V(64).
    type: str
  for_virtual_network:
    description:
      - Whether the addresses are public ones, for networks behind a virtual router. V(false) stands for guest
        addresses of a shared network or a basic zone.
      - When the range is created without it, V(false) is used.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: bool
  for_system_vms:
    description:
      - Whether system virtual machines alone may use the range.
      - When the range is created without it, V(false) is used.
    type: bool
  provider:
    description:
      - External provider that the range is for, for example V(Nsx) or V(Netris).
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  state:
    description:
      - V(present) makes sure that the range exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing range. It takes the place of the options that identify the range.
    type: str
seealso:
  - module: cloudstack.cloud.vlan_ip_range_info
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.management_ip_range
  - module: cloudstack.cloud.storage_ip_range
"""

EXAMPLES = r"""
---
- name: Public addresses are there for networks and system virtual machines
  cloudstack.cloud.vlan_ip_range:
    zone: zone-1
    physical_network: physical-1
    vlan: untagged
    start_ip: 203.0.113.100
    end_ip: 203.0.113.119
    gateway: 203.0.113.1
    netmask: 255.255.255.0
    for_virtual_network: true

- name: There are ten more public addresses
  cloudstack.cloud.vlan_ip_range:
    zone: zone-1
    physical_network: physical-1
    start_ip: 203.0.113.100
    end_ip: 203.0.113.129
    for_virtual_network: true

- name: The range is removed
  cloudstack.cloud.vlan_ip_range:
    zone: zone-1
    start_ip: 203.0.113.100
    state: absent
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vlan_ip_range import VLAN_IP_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VLAN_IP_RANGE)


if __name__ == "__main__":
    main()
