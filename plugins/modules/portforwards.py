#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: portforwards
short_description: Manage all port forwarding rules of a public address
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Hold the whole list of rules that forward ports of a public address to instances.
  - A rule is known by O(rules[].protocol) and O(rules[].public_port). One that forwards to another instance or port
    than listed is changed in place; only another O(rules[].public_end_port) or O(rules[].network) needs a new rule.

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.rule_set
options:
  zone:
    description:
      - Name or id of the zone in which the address and the instances are looked for.
    type: str
    required: true
  ip_address:
    description:
      - Public address, or its id.
    type: str
    required: true
  rules:
    description:
      - The rules, in any order. Each public port may be listed only once.
    type: list
    elements: dict
    required: true
    suboptions:
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
          - Last port of the public address. Without it, that is O(rules[].public_port).
        type: int
      private_port:
        description:
          - First port of the instance. Needed to create the rule.
        type: int
      private_end_port:
        description:
          - Last port of the instance. Without it, that is O(rules[].private_port).
        type: int
      vm:
        description:
          - Name or id of the instance. Needed to create the rule.
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
          - Used only when the rule is created. The API does not show it, so it is not compared later.
        type: bool
      vpc:
        description:
          - Name or id of the VPC of O(ip_address).
        type: str
      network:
        description:
          - Name or id of the network of the instance. A VPC has several, and needs it.
        type: str
      for_display:
        description:
          - Whether users see the rule. Only administrators may say it.
          - Needs CloudStack 4.4 or newer.
        type: bool
      tags:
        description:
          - The tags the rule shall have; an empty list removes all. Without it, tags stay as they are.
        type: list
        elements: dict
        aliases:
          - tag
        suboptions:
          key:
            description:
              - Key of the tag.
            type: str
            required: true
          value:
            description:
              - Value of the tag.
            type: str
            required: true
seealso:
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.portforward_info
  - module: cloudstack.cloud.firewall_rules
"""

EXAMPLES = r"""
---
- name: The network has a public address for its services
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: services
  register: public

- name: These ports are forwarded, and no others
  cloudstack.cloud.portforwards:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    purge: true
    rules:
      - public_port: 80
        private_port: 8080
        vm: web-1
      - public_port: 2222
        private_port: 22
        vm: web-1

- name: No port is forwarded any more
  cloudstack.cloud.portforwards:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    purge: true
    rules: []
"""

RETURN = r"""
---
zone:
  description: Name of the zone in which the address and the instances are looked for.
  returned: success
  type: str
  sample: zone-1
ip_address:
  description: Public address, or its id.
  returned: success
  type: str
rules:
  description: All rules that are there, the ones that the task does not list included, in an order that stays
    the same.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the port forwarding rule.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
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
created:
  description: How many rules were made.
  returned: success
  type: int
  sample: 3
updated:
  description: How many rules were changed, in place or by a new one of the same key.
  returned: success
  type: int
  sample: 1
removed:
  description: How many rules were removed.
  returned: success
  type: int
  sample: 0
diff:
  description: What changes, as tables of text with a line for each rule.
  returned: changed
  type: dict
  contains:
    before:
      description: The rules before.
      returned: changed
      type: str
    after:
      description: The rules afterwards.
      returned: changed
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.portforwards import PORTFORWARDS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PORTFORWARDS)


if __name__ == "__main__":
    main()
