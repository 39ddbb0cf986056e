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
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_address import IP_ADDRESS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IP_ADDRESS)


if __name__ == "__main__":
    main()
