#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ip_address
short_description: Manage public addresses
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Acquire public addresses for a network or VPC, change and release them.
  - With O(ip_address), the task is about that address. Without it, the task is about the address of O(network) or
    O(vpc) that carries all of O(tags), where source NAT addresses do not count. One is acquired where there is none,
    so that a second run acquires no other. Several are an error that lists them.
  - Before one is acquired, an address of the network or VPC that has no tags and is not used is taken, and gets the
    tags, if it is the only such one. So a run that was cut off between acquiring and tagging is taken up.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  ip_address:
    description:
      - The address to acquire, or one that is acquired already. Without it, CloudStack chooses one.
    type: str
  zone:
    description:
      - Name or id of the zone of the address.
    type: str
  network:
    description:
      - Name or id of the network the address is for.
    type: str
  vpc:
    description:
      - Name or id of the VPC the address is for.
    type: str
  is_portable:
    description:
      - Whether the address is a portable one, which can be moved between zones.
      - CloudStack takes it only when the address is created; a task that wants another value later fails.
    type: bool
  for_display:
    description:
      - Whether users see the address. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that there is the address.
      - V(absent) releases it, with all its rules. O(ip_address), O(id) or O(tags) must be given for it.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing address. It takes the place of the options that identify the address.
    type: str
seealso:
  - module: cloudstack.cloud.ip_address_info
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.static_nat
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.lb_rule
  - module: cloudstack.cloud.vpc
"""

EXAMPLES = r"""
---
- name: The network has a public address for its shop
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: shop
  register: shop

- name: The address of the shop is released
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: "{{ shop.ip_address }}"
    state: absent
"""

RETURN = r"""
---
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_address import IP_ADDRESS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IP_ADDRESS)


if __name__ == "__main__":
    main()
