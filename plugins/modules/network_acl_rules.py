#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_acl_rules
short_description: Manage all rules of an ACL list
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Hold the whole list of rules of an ACL list, in the order in which they are tried. The first one that fits the
    traffic decides.
  - A rule that is there keeps its number as far as the order allows it; one that moves gets another number with one
    call.

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.rule_set
options:
  zone:
    description:
      - Name or id of the zone in which O(vpc) is looked for.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which O(network_acl) is looked for.
      - Without it, the ACL list is looked for in all VPCs that the user may see.
    type: str
  network_acl:
    description:
      - Name or id of the ACL list.
    type: str
    required: true
    aliases:
      - acl
  rules:
    description:
      - The rules, in the order in which they are tried.
      - Without O(rules[].rule_position), a rule is known by all that is said of it; what is not said is as in a new
        rule. With it, a rule is known by its number, and what is not said is left alone.
    type: list
    elements: dict
    required: true
    suboptions:
      rule_position:
        description:
          - Number of the rule in the list. Give it to all rules, or to none.
          - Without it, the place in O(rules) counts. Rules that are there keep their numbers as far as the order
            allows it.
        type: int
        aliases:
          - number
      traffic_type:
        description:
          - Direction of the traffic, seen from the tier.
          - When the rule is created without it, V(ingress) is used.
        type: str
        choices:
          - ingress
          - egress
        aliases:
          - type
      action_policy:
        description:
          - What is done with the traffic.
          - When the rule is created without it, V(allow) is used.
        type: str
        choices:
          - allow
          - deny
        aliases:
          - action
      protocol:
        description:
          - Protocol of the traffic. V(by_number) stands for the one of O(rules[].protocol_number).
          - When the rule is created without it, V(tcp) is used.
        type: str
        choices:
          - tcp
          - udp
          - icmp
          - all
          - by_number
      protocol_number:
        description:
          - Number of the protocol, for example V(47) for GRE. It goes with O(rules[].protocol=by_number), and
            stands for it.
        type: int
      start_port:
        description:
          - First port, with O(rules[].protocol=tcp) and O(rules[].protocol=udp). Without it, all ports are meant.
        type: int
        aliases:
          - port
      end_port:
        description:
          - Last port, with O(rules[].protocol=tcp) and O(rules[].protocol=udp). Without it, it is the same as
            O(rules[].start_port).
        type: int
      icmp_type:
        description:
          - ICMP type, with O(rules[].protocol=icmp). V(-1), or nothing, is any type.
        type: int
      icmp_code:
        description:
          - ICMP code, with O(rules[].protocol=icmp). V(-1), or nothing, is any code.
        type: int
      cidrs:
        description:
          - Networks that incoming traffic comes from, or that outgoing traffic goes to.
          - When the rule is created without it, V(0.0.0.0/0) is used.
        type: list
        elements: str
        aliases:
          - cidr
      reason:
        description:
          - Why the rule is there.
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
  - module: cloudstack.cloud.network_acl
  - module: cloudstack.cloud.network_acl_rule
  - module: cloudstack.cloud.network_acl_rule_info
"""

EXAMPLES = r"""
---
- name: The office may log in, everyone may browse, and nothing else gets in
  cloudstack.cloud.network_acl_rules:
    zone: zone-1
    vpc: intranet
    network_acl: office
    purge: true
    rules:
      - port: 22
        cidrs:
          - 198.51.100.0/24
      - start_port: 80
        end_port: 80
      - port: 443
      - protocol: all
        action_policy: deny
        reason: Nothing else

- name: No rule is left
  cloudstack.cloud.network_acl_rules:
    zone: zone-1
    vpc: intranet
    network_acl: office
    purge: true
    rules: []
"""

RETURN = r"""
---
zone:
  description: Name of the zone in which C(vpc) is looked for.
  returned: success
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC in which C(network_acl) is looked for.
  returned: success
  type: str
network_acl:
  description: Name of the ACL list.
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
      description: Id of the rule of ACL lists.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    rule_position:
      description: Number of the rule in the list.
      returned: when it exists
      type: int
      sample: 10
    traffic_type:
      description: Direction of the traffic, seen from the tier.
      returned: when it has one
      type: str
      sample: ingress
    action_policy:
      description: What is done with the traffic.
      returned: when it has one
      type: str
      sample: allow
    protocol:
      description: Protocol of the traffic.
      returned: when it has one
      type: str
      sample: tcp
    protocol_number:
      description: Number of the protocol, for example V(47) for GRE.
      returned: when it has one
      type: int
    start_port:
      description: First port, with C(protocol=tcp) and C(protocol=udp).
      returned: when it has one
      type: int
      sample: 443
    end_port:
      description: Last port, with C(protocol=tcp) and C(protocol=udp).
      returned: when it has one
      type: int
      sample: 443
    icmp_type:
      description: ICMP type, with C(protocol=icmp).
      returned: when it has one
      type: int
    icmp_code:
      description: ICMP code, with C(protocol=icmp).
      returned: when it has one
      type: int
    cidrs:
      description: Networks that incoming traffic comes from, or that outgoing traffic goes to.
      returned: when it has one
      type: list
      elements: str
      sample:
        - 0.0.0.0/0
    reason:
      description: Why the rule is there.
      returned: when it has one
      type: str
    for_display:
      description: Whether users see the rule.
      returned: when it has one
      type: bool
    cidr:
      description: The networks, separated by commas.
      returned: when it has one
      type: str
      sample: 0.0.0.0/0
    state:
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_acl_rules import NETWORK_ACL_RULES
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(NETWORK_ACL_RULES)


if __name__ == "__main__":
    main()
