#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vlan_ip_range_info
short_description: List address ranges
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all address ranges that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Show only address ranges of this zone, given by name or id.
    type: str
  physical_network:
    description:
      - Show only address ranges of this physical network, given by name or id.
    type: str
  network:
    description:
      - Show only address ranges of this network, given by name or id.
    type: str
  pod:
    description:
      - Show only address ranges of this pod, given by name or id.
    type: str
  for_virtual_network:
    description:
      - Show only ranges of public addresses (V(true)), or of guest addresses (V(false)).
    type: bool
  vlan:
    description:
      - Show only ranges in this VLAN, given as a number or V(untagged).
    type: str
  id:
    description:
      - Show only the address range with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVlanIpRanges) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.vlan_ip_range
"""

EXAMPLES = r"""
---
- name: The ranges of public addresses are known
  cloudstack.cloud.vlan_ip_range_info:
    zone: zone-1
    for_virtual_network: true
  register: found
"""

RETURN = r"""
---
vlan_ip_ranges:
  description: The address ranges that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VLAN_IP_RANGE)


if __name__ == "__main__":
    main()
