#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: security_group_rule_info
short_description: List security group rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all security group rules that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  security_group:
    description:
      - Show only rules of this security group, given by name or id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listSecurityGroups) takes V(isrecursive), V(keyword), V(securitygroupname), V(tags), V(virtualmachineid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
  type:
    description:
      - Show only rules for traffic in this direction, seen from the instances in the group.
    type: str
    choices:
      - ingress
      - egress
    default: ingress
seealso:
  - module: cloudstack.cloud.security_group_rule
"""

EXAMPLES = r"""
---
- name: The rules for traffic to the web servers are known
  cloudstack.cloud.security_group_rule_info:
    security_group: web
  register: found
"""

RETURN = r"""
---
security_group_rules:
  description: The security group rules that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(SECURITY_GROUP_RULE)


if __name__ == "__main__":
    main()
