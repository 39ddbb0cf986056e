#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: project_member_info
short_description: List project members
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all project members that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  domain:
    description:
      - Domain in which the project is looked for.
    type: str
  project:
    description:
      - Show the members of this project, given by name or id.
    type: str
    required: true
  account:
    description:
      - Show only this account.
    type: str
  user:
    description:
      - Show only this user.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listProjectAccounts) takes V(account), V(keyword), V(projectroleid), V(role), V(userid), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.project_member
"""

EXAMPLES = r"""
---
- name: The members of the project are known
  cloudstack.cloud.project_member_info:
    project: infrastructure
    domain: ROOT/tenants
  register: found
"""

RETURN = r"""
---
project_members:
  description: The project members that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Domain in which names are looked for, given as its path (V(ROOT/web/dev)), its name or its
        id.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(PROJECT_MEMBER)


if __name__ == "__main__":
    main()
