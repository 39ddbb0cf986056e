#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: project_member
short_description: Manage members of projects
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add accounts and single users to a project, take them out, and accept invitations.
  - Where the setting C(project.invite.required) is true, an invitation is sent instead, and who is invited counts
    as a member who has not answered yet.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  account:
    description:
      - Account that is a member with all its users. It stands in the domain of the project.
      - Give either this or O(user).
    type: str
  user:
    description:
      - Name of a user who is a member alone. It stands in the domain of the project.
    type: str
  project:
    description:
      - Name or id of the project.
    type: str
    required: true
  domain:
    description:
      - Domain in which names are looked for, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, they are looked for in all domains that the user sees, and must stand for one thing only.
    type: str
  role_type:
    description:
      - Whether the member administers the project.
      - When the member is created without it, V(Regular) is used.
      - To change it, the member is taken out and added anew.
    type: str
    choices:
      - Admin
      - Regular
  project_role:
    description:
      - Name or id of the role of the project that narrows what the member may do.
      - To change it, the member is taken out and added anew.
    type: str
  state:
    description:
      - V(present) makes sure that there is such a member, or an invitation; V(absent) that there is neither.
      - V(accepted) accepts the invitation, where there is one. Those who are invited may run it.
    type: str
    choices:
      - present
      - accepted
      - absent
    default: present
  poll_async:
    description:
      - Whether to wait until the last job of the task has ended.
    type: bool
    default: true
seealso:
  - module: cloudstack.cloud.project_member_info
  - module: cloudstack.cloud.project
  - module: cloudstack.cloud.project_role
"""

EXAMPLES = r"""
---
- name: The account works in the project
  cloudstack.cloud.project_member:
    account: ops
    project: infrastructure
    domain: ROOT/tenants

- name: One user administers the project
  cloudstack.cloud.project_member:
    user: consultant
    project: infrastructure
    domain: ROOT/tenants
    role_type: Admin

- name: The account has left the project
  cloudstack.cloud.project_member:
    account: ops
    project: infrastructure
    domain: ROOT/tenants
    state: absent

- name: The user has left the project
  cloudstack.cloud.project_member:
    user: consultant
    project: infrastructure
    domain: ROOT/tenants
    state: absent
"""

RETURN = r"""
---
account:
  description: Account that is a member with all its users.
  returned: when it has one
  type: str
  sample: admin
user:
  description: Name of a user who is a member alone.
  returned: when it has one
  type: str
project:
  description:
    - Name of the project.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
domain:
  description: Domain in which names are looked for, given as its path (V(ROOT/web/dev)), its name or its id.
  returned: when the task gives it
  type: str
  sample: ROOT
role_type:
  description: Whether the member administers the project.
  returned: when it has one
  type: str
  sample: Admin
project_role:
  description:
    - Name of the role of the project that narrows what the member may do.
    - It is the id where the task does not name it.
  returned: when it has one
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.project_member import PROJECT_MEMBER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PROJECT_MEMBER)


if __name__ == "__main__":
    main()
