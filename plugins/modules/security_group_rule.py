#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: security_group_rule
short_description: Manage rules of security groups
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove rules of a security group.
  - A rule is known by all of its direction, protocol, ports or ICMP type and code, and its network or group.
  - A rule that differs in one of them is another rule, so remove the former one with a task of its own, or hold the
    whole list with M(cloudstack.cloud.security_group_rules).

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.packets
  - cloudstack.cloud.wait
options:
  security_group:
    description:
      - Name or id of the security group.
    type: str
    required: true
  protocol:
    description:
      - Protocol of the traffic. V(by_number) stands for the one that O(protocol_number) gives.
    type: str
    choices:
      - tcp
      - udp
      - icmp
      - ah
      - esp
      - gre
      - all
      - by_number
    default: tcp
  protocol_number:
    description:
      - Number of the protocol, from 0 to 255, for one that O(protocol) has no name for.
    type: int
  start_port:
    description:
      - First port. Rules for tcp and udp need it.
    type: int
    aliases:
      - port
  cidr:
    description:
      - Network the traffic comes from, or goes to.
      - It does not count with O(user_security_group).
    type: str
    default: 0.0.0.0/0
  user_security_group:
    description:
      - Name of the security group that the traffic comes from, or goes to.
      - The group is one of the same owner. The API shows only its name, so an id cannot be given.
    type: str
  type:
    description:
      - Direction of the traffic, seen from the instances in the group.
    type: str
    choices:
      - ingress
      - egress
    default: ingress
  state:
    description:
      - V(present) makes sure that the rule exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.security_group
  - module: cloudstack.cloud.security_group_rule_info
  - module: cloudstack.cloud.security_group_rules
"""

EXAMPLES = r"""
---
- name: The group of the web servers exists
  cloudstack.cloud.security_group:
    name: web

- name: Everyone reaches the web servers
  cloudstack.cloud.security_group_rule:
    security_group: web
    port: 443

- name: The members of the group may ping one another
  cloudstack.cloud.security_group_rule:
    security_group: web
    protocol: icmp
    user_security_group: web

- name: They may ask the name servers of the office
  cloudstack.cloud.security_group_rule:
    security_group: web
    type: egress
    protocol: udp
    port: 53
    cidr: 198.51.100.0/24

- name: Nobody reaches the web servers any more
  cloudstack.cloud.security_group_rule:
    security_group: web
    port: 443
    state: absent
"""

RETURN = r"""
---
security_group:
  description: Name of the security group.
  returned: when it exists
  type: str
protocol:
  description: Protocol of the traffic.
  returned: when it exists
  type: str
  sample: tcp
protocol_number:
  description: Number of the protocol, from 0 to 255, for one that C(protocol) has no name for.
  returned: when it has one
  type: int
start_port:
  description: First port.
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
cidr:
  description: Network the traffic comes from, or goes to.
  returned: when it exists
  type: str
user_security_group:
  description: Name of the security group that the traffic comes from, or goes to.
  returned: when it has one
  type: str
id:
  description: Id of the rule.
  returned: when it has one
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
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
type:
  description: Direction of the traffic, seen from the instances in the group.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.security_group_rule import SECURITY_GROUP_RULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SECURITY_GROUP_RULE)


if __name__ == "__main__":
    main()
