#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: egress_rules
short_description: Manage all egress rules of a network
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Hold the whole list of egress firewall rules of a network, for traffic that leaves it.
  - A rule is known by all of its protocol, ports or ICMP type and code, sources and destinations.

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.rule_set
options:
  zone:
    description:
      - Name or id of the zone of the network.
    type: str
    required: true
  network:
    description:
      - Name or id of the network that the traffic comes from.
    type: str
    required: true
  rules:
    description:
      - The rules, in any order. Each may be listed only once.
      - Whether a rule allows or denies traffic is decided by the network offering.
    type: list
    elements: dict
    required: true
    suboptions:
      protocol:
        description:
          - Protocol of the traffic.
        type: str
        choices:
          - tcp
          - udp
          - icmp
          - all
        default: tcp
      start_port:
        description:
          - First port, with O(rules[].protocol=tcp) and O(rules[].protocol=udp). Without it, all ports are meant.
        type: int
        aliases:
          - port
      end_port:
        description:
          - Last port. Without it, that is O(rules[].start_port).
        type: int
      icmp_type:
        description:
          - ICMP type, with O(rules[].protocol=icmp). Without it, all of them are meant, like with V(-1).
        type: int
      icmp_code:
        description:
          - ICMP code, with O(rules[].protocol=icmp). Without it, all of them are meant, like with V(-1).
        type: int
      cidrs:
        description:
          - Networks the traffic may come from. The default stands for the network's own CIDR.
        type: list
        elements: str
        default:
          - 0.0.0.0/0
        aliases:
          - cidr
      dest_cidrs:
        description:
          - Networks the traffic may go to. Without it, all of them.
        type: list
        elements: str
        aliases:
          - dest_cidr
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
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.firewall_info
  - module: cloudstack.cloud.firewall_rules
"""

EXAMPLES = r"""
---
- name: Instances of the network may browse, and ask the name servers of the office; nothing else gets out
  cloudstack.cloud.egress_rules:
    zone: zone-1
    network: web-net
    purge: true
    rules:
      - port: 80
      - port: 443
      - protocol: udp
        port: 53
        dest_cidrs:
          - 198.51.100.0/24

- name: These rules are no longer there
  cloudstack.cloud.egress_rules:
    zone: zone-1
    network: web-net
    rules:
      - port: 80
      - port: 443
      - protocol: udp
        port: 53
        dest_cidrs:
          - 198.51.100.0/24
    state: absent
"""

RETURN = r"""
---
zone:
  description: Name of the zone of the network.
  returned: success
  type: str
  sample: zone-1
network:
  description: Name of the network that the traffic comes from.
  returned: success
  type: str
  sample: web-net
rules:
  description: All rules that are there, the ones that the task does not list included, in an order that stays
    the same.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the firewall rule.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    protocol:
      description: Protocol of the traffic.
      returned: when it exists
      type: str
      sample: tcp
    start_port:
      description: First port, with C(protocol=tcp) and C(protocol=udp).
      returned: when it has one
      type: int
      sample: 80
    end_port:
      description: Last port, with C(protocol=tcp) and C(protocol=udp).
      returned: when it has one
      type: int
      sample: 80
    icmp_type:
      description: ICMP type, with C(protocol=icmp).
      returned: when it has one
      type: int
    icmp_code:
      description: ICMP code, with C(protocol=icmp).
      returned: when it has one
      type: int
    cidrs:
      description: Networks the traffic may come from.
      returned: when it exists
      type: list
      elements: str
      sample:
        - 0.0.0.0/0
    dest_cidrs:
      description: Networks the traffic may go to, with C(type=egress).
      returned: when it has one
      type: list
      elements: str
    for_display:
      description: Whether users see the rule.
      returned: when it has one
      type: bool
    cidr:
      description: Networks the traffic may come from, separated by commas.
      returned: when it has one
      type: str
      sample: 0.0.0.0/0
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.egress_rules import EGRESS_RULES
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(EGRESS_RULES)


if __name__ == "__main__":
    main()
