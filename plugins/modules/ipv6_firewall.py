#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ipv6_firewall
short_description: Manage IPv6 firewall rules of networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove IPv6 firewall rules of an isolated network, whose instances are reached at their own IPv6
    addresses.
  - A rule is known by all of its direction, protocol, ports or ICMP type and code, sources and destinations.
  - A rule that differs in one of them is another rule, so remove the former one with a task of its own.

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.packets
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(network) is looked for.
    type: str
    required: true
  network:
    description:
      - Name or id of the network. Its offering has IPv6 besides IPv4.
      - Needed to create the rule.
    type: str
  traffic_type:
    description:
      - Direction of the traffic, seen from the network.
    type: str
    choices:
      - ingress
      - egress
    default: ingress
    aliases:
      - type
  cidrs:
    description:
      - Networks the traffic may come from.
    type: list
    elements: str
    default:
      - "::/0"
    aliases:
      - cidr
  dest_cidrs:
    description:
      - Networks the traffic may go to.
    type: list
    elements: str
    default:
      - "::/0"
    aliases:
      - dest_cidr
  for_display:
    description:
      - Whether users see the rule. Only administrators may say it.
      - It can be changed since CloudStack 4.4.
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
notes:
  - It needs CloudStack 4.17 or newer, and a network whose offering has
    O(cloudstack.cloud.network_offering#module:internet_protocol=DualStack).
  - Tiers of a VPC have ACL lists instead, see M(cloudstack.cloud.network_acl_rule).
seealso:
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.routing_firewall
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.ipv6_firewall_info
"""

EXAMPLES = r"""
---
- name: The office may log in to the instances over IPv6
  cloudstack.cloud.ipv6_firewall:
    zone: zone-1
    network: dual-net
    port: 22
    cidrs:
      - 2001:db8:1::/48

- name: It no longer may
  cloudstack.cloud.ipv6_firewall:
    zone: zone-1
    network: dual-net
    port: 22
    cidrs:
      - 2001:db8:1::/48
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the IPv6 firewall rule.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which C(network) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
network:
  description:
    - Name of the network.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: web-net
traffic_type:
  description: Direction of the traffic, seen from the network.
  returned: when it exists
  type: str
  sample: ingress
protocol:
  description: Protocol of the traffic.
  returned: when it exists
  type: str
  sample: tcp
start_port:
  description: First port, with C(protocol=tcp) and C(protocol=udp).
  returned: when it has one
  type: int
end_port:
  description: Last port.
  returned: when it has one
  type: int
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
dest_cidrs:
  description: Networks the traffic may go to.
  returned: when it exists
  type: list
  elements: str
for_display:
  description: Whether users see the rule.
  returned: when it has one
  type: bool
rule_state:
  description: State of the rule.
  returned: when it has one
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ipv6_firewall import IPV6_FIREWALL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IPV6_FIREWALL)


if __name__ == "__main__":
    main()
