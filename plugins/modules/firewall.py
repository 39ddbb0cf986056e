#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: firewall
short_description: Manage firewall rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove firewall rules, for traffic to a public address (ingress) or from a network (egress).
  - A rule is known by all of its protocol, ports or ICMP type and code, and sources or destinations. A rule that
    differs in one of them is another rule, so remove the former one with a task of its own.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(ip_address) or O(network) is looked for.
    type: str
    required: true
  network:
    description:
      - Name or id of the network that the traffic comes from, with O(type=egress).
      - Needed to create the rule.
    type: str
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
      - First port, with O(protocol=tcp) and O(protocol=udp).
      - Without it, all ports are meant.
    type: int
    aliases:
      - port
  end_port:
    description:
      - Last port, with O(protocol=tcp) and O(protocol=udp).
      - When the rule is created without it, the value of O(start_port) is used.
    type: int
  icmp_type:
    description:
      - ICMP type, with O(protocol=icmp). Without it, all of them are meant, like with V(-1).
    type: int
  icmp_code:
    description:
      - ICMP code, with O(protocol=icmp). Without it, all of them are meant, like with V(-1).
    type: int
  cidrs:
    description:
      - Networks the traffic may come from.
      - In an egress rule, the default stands for the network's own CIDR.
    type: list
    elements: str
    default:
      - 0.0.0.0/0
    aliases:
      - cidr
  dest_cidrs:
    description:
      - Networks the traffic may go to, with O(type=egress). Without it, all of them.
    type: list
    elements: str
    aliases:
      - dest_cidr
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
  ip_address:
    description:
      - Public address that the traffic goes to, with O(type=ingress).
      - Needed to create the rule.
    type: str
  type:
    description:
      - Direction of the traffic, seen from the network.
    type: str
    choices:
      - ingress
      - egress
    default: ingress
notes:
  - Whether egress rules allow or deny traffic is decided by the network offering.
  - Addresses and tiers of a VPC have no firewall. What enters and leaves a tier is said by its ACL list, see
    M(cloudstack.cloud.network_acl_rule).
seealso:
  - module: cloudstack.cloud.firewall_info
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.static_nat
  - module: cloudstack.cloud.firewall_rules
  - module: cloudstack.cloud.egress_rules
  - module: cloudstack.cloud.network_acl_rule
"""

EXAMPLES = r"""
---
- name: The network has a public address
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: firewall
  register: public

- name: Everyone may reach the web server
  cloudstack.cloud.firewall:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    start_port: 80
    end_port: 80

- name: The office may ping
  cloudstack.cloud.firewall:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    protocol: icmp
    icmp_type: -1
    icmp_code: -1
    cidrs:
      - 198.51.100.0/24

- name: Instances of the network may ask the name servers of the office
  cloudstack.cloud.firewall:
    type: egress
    zone: zone-1
    network: web-net
    protocol: udp
    port: 53
    dest_cidrs:
      - 198.51.100.0/24

- name: Nobody reaches the web server any more
  cloudstack.cloud.firewall:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    start_port: 80
    end_port: 80
    state: absent

- name: The public address is released with the rules that are left
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent
"""

RETURN = r"""
---
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.firewall import FIREWALL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(FIREWALL)


if __name__ == "__main__":
    main()
