#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: portforward
short_description: Manage port forwarding rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the rules that forward ports of a public address to an instance.
  - A rule is known by O(ip_address), O(protocol) and O(public_port).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(vm), O(network) and O(vpc) are looked for.
    type: str
    required: true
  ip_address:
    description:
      - Public address, or its id.
    type: str
    required: true
  protocol:
    description:
      - Protocol to forward.
    type: str
    choices:
      - tcp
      - udp
    default: tcp
  public_port:
    description:
      - First port of the public address.
    type: int
    required: true
  public_end_port:
    description:
      - Last port of the public address. Without it, that is O(public_port).
      - CloudStack takes it only when the rule is created; a task that wants another value later fails.
    type: int
  private_port:
    description:
      - First port of the instance.
      - Needed to create the rule.
    type: int
  private_end_port:
    description:
      - Last port of the instance. Without it, that is O(private_port).
    type: int
  vm:
    description:
      - Name or id of the instance.
      - Needed to create the rule.
    type: str
  vm_guest_ip:
    description:
      - Address of the instance to forward to, where it has several. Without it, its first one in the network.
      - It can be changed since CloudStack 4.5.
    type: str
  cidrs:
    description:
      - Networks the traffic may come from. Only rules of a VPC take them.
    type: list
    elements: str
    aliases:
      - cidr
  open_firewall:
    description:
      - Whether CloudStack also makes the firewall rule that lets the traffic in. Rules of a VPC have no firewall.
      - When the rule is created without it, V(false) is used.
      - Used only when the rule is created. The API does not show it, so it is not compared later.
    type: bool
  vpc:
    description:
      - Name or id of the VPC of O(ip_address).
    type: str
  network:
    description:
      - Name or id of the network of the instance. A VPC has several, and needs it.
      - CloudStack takes it only when the rule is created; a task that wants another value later fails.
    type: str
  for_display:
    description:
      - Whether users see the rule. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the rule exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing rule. It takes the place of the options that identify the rule.
    type: str
seealso:
  - module: cloudstack.cloud.portforward_info
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.static_nat
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
        value: forward
  register: public

- name: The web server is reached by SSH on port 2222
  cloudstack.cloud.portforward:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    public_port: 2222
    private_port: 22
    vm: web-1

- name: The web server listens for SSH on another port
  cloudstack.cloud.portforward:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    public_port: 2222
    private_port: 2022
    vm: web-1

- name: SSH is not forwarded any more
  cloudstack.cloud.portforward:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    public_port: 2222
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.portforward import PORTFORWARD
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PORTFORWARD)


if __name__ == "__main__":
    main()
