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
id:
  description: Id of the address range.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description:
    - Name of the zone the range belongs to.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
  sample: zone-1
physical_network:
  description:
    - Name of the physical network that carries the addresses.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: physical-1
network:
  description:
    - Name of the network the addresses are for, if they are not public.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: web-net
pod:
  description: Name of the pod, for a range of the guest network of a basic zone.
  returned: when it has one
  type: str
  sample: pod-1
vlan:
  description: VLAN of the range, as a number, or V(untagged).
  returned: when it has one
  type: str
  sample: untagged
start_ip:
  description: First IPv4 address.
  returned: when it has one
  type: str
  sample: 203.0.113.100
end_ip:
  description: Last IPv4 address.
  returned: when it has one
  type: str
  sample: 203.0.113.119
gateway:
  description: IPv4 gateway.
  returned: when it has one
  type: str
  sample: 203.0.113.1
netmask:
  description: IPv4 netmask, for example V(255.255.255.0).
  returned: when it has one
  type: str
  sample: 255.255.255.0
start_ipv6:
  description: First IPv6 address.
  returned: when it has one
  type: str
end_ipv6:
  description: Last IPv6 address.
  returned: when it has one
  type: str
gateway_ipv6:
  description: IPv6 gateway.
  returned: when it has one
  type: str
cidr_ipv6:
  description: IPv6 network of the range, with a prefix length of V(64).
  returned: when it has one
  type: str
for_virtual_network:
  description: Whether the addresses are public ones, for networks behind a virtual router.
  returned: when it has one
  type: bool
for_system_vms:
  description: Whether system virtual machines alone may use the range.
  returned: when it has one
  type: bool
provider:
  description: External provider that the range is for, for example V(Nsx) or V(Netris).
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vlan_ip_range import VLAN_IP_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VLAN_IP_RANGE)


if __name__ == "__main__":
    main()
