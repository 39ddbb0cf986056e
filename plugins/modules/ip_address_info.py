#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ip_address_info
short_description: List public addresses
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all public addresses that the user may see, or those that fit every filter.
  - Addresses that are not acquired are among them when O(allocated_only=false).
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  ip_address:
    description:
      - Show only this address.
    type: str
  zone:
    description:
      - Show only public addresses of this zone, given by name or id.
    type: str
  network:
    description:
      - Show only public addresses of this network, given by name or id.
    type: str
  vpc:
    description:
      - Show only public addresses of this VPC, given by name or id.
    type: str
  is_source_nat:
    description:
      - Show only addresses that are, or are not, used for source NAT.
    type: bool
  is_static_nat:
    description:
      - Show only addresses that belong, or do not belong, to one instance.
    type: bool
  allocated_only:
    description:
      - Whether to show only addresses that are acquired. The API does so by default.
    type: bool
  id:
    description:
      - Show only the public address with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPublicIpAddresses) takes V(fordisplay), V(forloadbalancing), V(forprovider), V(forsystemvms),
        V(forvirtualnetwork), V(isrecursive), V(keyword), V(networkid), V(physicalnetworkid), V(state), V(vlanid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.ip_address
"""

EXAMPLES = r"""
---
- name: The public addresses of the network are known
  cloudstack.cloud.ip_address_info:
    zone: zone-1
    network: web-net
  register: found
"""

RETURN = r"""
---
ip_addresses:
  description: The public addresses that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the public address.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    ip_address:
      description: The address.
      returned: when it exists
      type: str
      sample: 203.0.113.101
    zone:
      description: Name of the zone of the address.
      returned: when it has one
      type: str
      sample: zone-1
    network:
      description: Name of the network the address is for.
      returned: when it has one
      type: str
      sample: web-net
    vpc:
      description: Name of the VPC the address is for.
      returned: when it has one
      type: str
    is_portable:
      description: Whether the address is a portable one, which can be moved between zones.
      returned: when it has one
      type: bool
    for_display:
      description: Whether users see the address.
      returned: when it has one
      type: bool
    state:
      description: State that the server reports.
      returned: when it has one
      type: str
      sample: Allocated
    is_source_nat:
      description: Whether the address is used for source NAT.
      returned: when it has one
      type: bool
    is_static_nat:
      description: Whether the address belongs to one instance.
      returned: when it has one
      type: bool
    vlan:
      description: VLAN of the address.
      returned: when it has one
      type: str
    allocated:
      description: When the address was acquired.
      returned: when it has one
      type: str
    vm_name:
      description: Name of the instance.
      returned: when it has one
      type: str
      sample: web-1
    purpose:
      description: What the address is used for.
      returned: when it has one
      type: str
    has_rules:
      description: Whether the address has rules.
      returned: when it has one
      type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_address import IP_ADDRESS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(IP_ADDRESS)


if __name__ == "__main__":
    main()
