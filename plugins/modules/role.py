#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: role
short_description: Manage roles
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove roles, which say what the users of an account may do.
  - A role is made empty, from the rules that a task lists, or as a copy of another role.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the role.
    type: str
    required: true
  role_type:
    description:
      - Type of the role.
      - When the role is created without it and without O(clone_from), V(User) is used.
      - A copy has the type of O(clone_from). It cannot be changed while an account has the role.
    type: str
    choices:
      - User
      - DomainAdmin
      - ResourceAdmin
      - Admin
  description:
    description:
      - What people read about the role.
    type: str
  is_public:
    description:
      - Whether those who are not root administrators see the role.
    type: bool
  clone_from:
    description:
      - Name or id of the role whose type and rules the new role gets.
      - Used only when the role is created. The API does not show it, so it is not compared later.
    type: str
  rules:
    description:
      - Rules of the new role, in the order in which they are asked. The first that fits a command decides, and what
        none fits is denied.
      - Used only when the role is created. The API does not show it, so it is not compared later.
      - Use M(cloudstack.cloud.role_permissions) to change the rules of a role that is there.
    type: list
    elements: dict
    suboptions:
      rule:
        description:
          - Name of a command, or the beginning of one and an asterisk.
        type: str
        required: true
      permission:
        description:
          - Whether the commands may be used.
        type: str
        choices:
          - allow
          - deny
        default: allow
      description:
        description:
          - What people read about the rule.
        type: str
  state:
    description:
      - V(present) makes sure that the role exists, and leaves its state alone; V(absent) that it does not.
      - V(disabled) keeps the users of its accounts from calling, V(enabled) lets them. Both need CloudStack 4.20 or
        newer.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing role. With it, a differing O(name) renames the role.
    type: str
seealso:
  - module: cloudstack.cloud.role_info
  - module: cloudstack.cloud.role_permission
  - module: cloudstack.cloud.role_permissions
  - module: cloudstack.cloud.account
"""

EXAMPLES = r"""
---
- name: A role for operators is made from rules
  cloudstack.cloud.role:
    name: Operator
    description: Looks at everything and restarts instances
    rules:
      - rule: list*
      - rule: rebootVirtualMachine
      - rule: "*"
        permission: deny

- name: A role is made as a copy of another one
  cloudstack.cloud.role:
    name: Careful user
    clone_from: User

- name: Nobody can work with the copy for now
  cloudstack.cloud.role:
    name: Careful user
    state: disabled

- name: The copy is removed
  cloudstack.cloud.role:
    name: Careful user
    state: absent

- name: The role for operators is removed
  cloudstack.cloud.role:
    name: Operator
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the role.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the role.
  returned: when it exists
  type: str
role_type:
  description: Type of the role.
  returned: when it has one
  type: str
  sample: User
description:
  description: What people read about the role.
  returned: when it has one
  type: str
is_public:
  description: Whether those who are not root administrators see the role.
  returned: when it has one
  type: bool
clone_from:
  description: Name of the role whose type and rules the new role gets.
  returned: when the task gives it
  type: str
is_default:
  description: Whether it is one of CloudStack's own.
  returned: when it has one
  type: bool
state:
  description: State of the role.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.role import ROLE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ROLE)


if __name__ == "__main__":
    main()
