#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: firewall_info
short_description: List firewall rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all firewall rules that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(ip_address) or O(network),
        only firewall rules in it are shown.
    type: str
  network:
    description:
      - Show only rules of this network, with O(type=egress). It is given by name or id.
    type: str
  id:
    description:
      - Show only the firewall rule with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listFirewallRules) takes V(fordisplay), V(isrecursive), V(keyword), V(networkid), as of CloudStack
        4.23.
      - C(listEgressFirewallRules) takes V(fordisplay), V(ipaddressid), V(isrecursive), V(keyword), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
  ip_address:
    description:
      - Show only rules of this public address, with O(type=ingress).
    type: str
  type:
    description:
      - Direction of the rules to show.
    type: str
    choices:
      - ingress
      - egress
    default: ingress
seealso:
  - module: cloudstack.cloud.firewall
"""

EXAMPLES = r"""
---
- name: The rules for traffic to public addresses are known
  cloudstack.cloud.firewall_info:
  register: found

- name: The rules for traffic from the network are known
  cloudstack.cloud.firewall_info:
    type: egress
    zone: zone-1
    network: web-net
  register: found
"""

RETURN = r"""
---
firewall_rules:
  description: The firewall rules that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the firewall rule.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone in which C(ip_address) or C(network) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    ip_address:
      description: Public address that the traffic goes to, with C(type=ingress).
      returned: when it has one
      type: str
      sample: 203.0.113.101
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
    network:
      description:
        - Name of the network that the traffic comes from, with C(type=egress).
        - It is the id where the task does not name it.
      returned: when it has one
      type: str
      sample: web-net
    dest_cidrs:
      description: Networks the traffic may go to, with C(type=egress).
      returned: when it has one
      type: list
      elements: str
    type:
      description: Direction of the traffic, seen from the network.
      returned: when it exists
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.firewall import FIREWALL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(FIREWALL)


if __name__ == "__main__":
    main()
