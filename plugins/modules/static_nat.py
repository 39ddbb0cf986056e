#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: static_nat
short_description: Manage static NAT
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Give a public address to one instance, so that all traffic to the address goes to it, and take it away again.
  - When the address belongs to another instance, it is taken from that one first.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  ip_address:
    description:
      - Public address, or its id. It must have no port forwarding or load balancer rules.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(vm), O(network) and O(vpc) are looked for.
    type: str
    required: true
  vm:
    description:
      - Name or id of the instance.
      - Needed to create the static NAT.
    type: str
  vm_guest_ip:
    description:
      - Address of the instance to translate to, where it has several. Without it, its first one in the network.
    type: str
  network:
    description:
      - Name or id of the network of the instance, for an instance with several.
      - CloudStack takes it only when the static NAT is created; a task that wants another value later fails.
    type: str
  vpc:
    description:
      - Name or id of the VPC of O(ip_address).
    type: str
  state:
    description:
      - V(present) makes sure that the address belongs to the instance, V(absent) that it belongs to none.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing static NAT. It takes the place of the options that identify the static NAT.
    type: str
seealso:
  - module: cloudstack.cloud.static_nat_info
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The network has a public address
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: nat
  register: public

- name: The public address belongs to the web server
  cloudstack.cloud.static_nat:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    vm: web-1

- name: The public address belongs to no instance
  cloudstack.cloud.static_nat:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent

- name: The public address is released
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_nat import STATIC_NAT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(STATIC_NAT)


if __name__ == "__main__":
    main()
