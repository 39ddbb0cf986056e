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
      - Name or id of the zone in which O(ip_address), O(vm), O(network) and O(vpc) are looked for.
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
id:
  description: Id of the port forwarding rule.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which C(ip_address), C(vm), C(network) and C(vpc) are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
ip_address:
  description: Public address.
  returned: when it exists
  type: str
  sample: 203.0.113.101
protocol:
  description: Protocol to forward.
  returned: when it exists
  type: str
  sample: tcp
public_port:
  description: First port of the public address.
  returned: when it exists
  type: int
  sample: 2222
public_end_port:
  description: Last port of the public address.
  returned: when it has one
  type: int
  sample: 2222
private_port:
  description: First port of the instance.
  returned: when it has one
  type: int
  sample: 22
private_end_port:
  description: Last port of the instance.
  returned: when it has one
  type: int
  sample: 22
vm:
  description: Name of the instance.
  returned: when it has one
  type: str
  sample: web-1
vm_guest_ip:
  description: Address of the instance to forward to, where it has several.
  returned: when it has one
  type: str
cidrs:
  description: Networks the traffic may come from.
  returned: when it has one
  type: list
  elements: str
vpc:
  description: Name of the VPC of C(ip_address).
  returned: when the task gives it
  type: str
network:
  description: Name of the network of the instance.
  returned: when it has one
  type: str
  sample: web-net
for_display:
  description: Whether users see the rule.
  returned: when it has one
  type: bool
vm_name:
  description: Name of the instance.
  returned: when it has one
  type: str
  sample: web-1
vm_display_name:
  description: Display name of the instance.
  returned: when it has one
  type: str
rule_state:
  description: State of the rule.
  returned: when it has one
  type: str
  sample: Active
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.portforward import PORTFORWARD
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PORTFORWARD)


if __name__ == "__main__":
    main()
