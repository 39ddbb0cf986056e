#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: role_permissions
short_description: Manage all permissions of a role
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Hold the whole list of rules of a role, in the order in which they are asked. The first one that fits a command
    decides, and what none fits is denied.
  - A rule is known by O(rules[].name). One that is there keeps its id; where only the order differs, one call settles
    it.
  - Rules that O(rules) does not list are asked after those that it lists, unless O(purge=true) removes them.
  - CloudStack's own roles cannot be changed. Make a copy with M(cloudstack.cloud.role) and change that.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.rule_set
options:
  role:
    description:
      - Name or id of the role.
    type: str
    required: true
  rules:
    description:
      - The rules, in the order in which they are asked.
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description:
          - Name of a command, or the beginning of one and an asterisk.
        type: str
        required: true
      permission:
        description:
          - Whether the commands may be used.
          - When the rule is created without it, V(deny) is used.
        type: str
        choices:
          - allow
          - deny
      description:
        description:
          - What people read about the rule.
          - CloudStack takes it only when the rule is created; one with another text is replaced.
        type: str
seealso:
  - module: cloudstack.cloud.role
  - module: cloudstack.cloud.role_permission
  - module: cloudstack.cloud.role_permission_info
"""

EXAMPLES = r"""
---
- name: The role looks at everything but users, restarts instances, and does nothing else
  cloudstack.cloud.role_permissions:
    role: Support
    purge: true
    rules:
      - name: listUsers
        permission: deny
      - name: list*
        permission: allow
      - name: rebootVirtualMachine
        permission: allow
        description: For the people on duty
      - name: "*"
        permission: deny

- name: The role may do nothing any more
  cloudstack.cloud.role_permissions:
    role: Support
    purge: true
    rules: []
"""

RETURN = r"""
---
role:
  description: Name of the role.
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
      description: Id of the role permission.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of a command, or the beginning of one and an asterisk.
      returned: when it exists
      type: str
    permission:
      description: Whether the commands may be used.
      returned: when it has one
      type: str
      sample: allow
    description:
      description: What people read about the rule.
      returned: when it has one
      type: str
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
reordered:
  description: Whether rules changed places.
  returned: success
  type: bool
  sample: false
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.role_permissions import ROLE_PERMISSIONS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ROLE_PERMISSIONS)


if __name__ == "__main__":
    main()
