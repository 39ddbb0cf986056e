#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: project
short_description: Manage projects
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, suspend, activate and remove projects, which several accounts share.
  - Members are added with M(cloudstack.cloud.project_member).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.tags
options:
  name:
    description:
      - Name of the project. It is unique in its domain.
      - It can be changed since CloudStack 4.19.
    type: str
    required: true
  domain:
    description:
      - Domain of the project, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, the domain of the user who runs the task is meant.
    type: str
  account:
    description:
      - Account that owns the project. O(domain) must be given when the project is created with it.
      - Without it, the account of the user who runs the task owns a new project.
      - Another account of the same domain takes the project over; the owner before stays as a member.
    type: str
  display_text:
    description:
      - What people read about the project.
      - When the project is created without it, the value of O(name) is used.
    type: str
  clean_up:
    description:
      - Whether to remove what is in the project along with it.
    type: bool
    default: true
  state:
    description:
      - V(present) makes sure that the project exists, and leaves its state alone; V(absent) that it does not.
      - V(suspended) stops what is in it and keeps its members from making more, V(active) ends that.
    type: str
    choices:
      - present
      - active
      - suspended
      - absent
    default: present
  poll_async:
    description:
      - Whether to wait until the last job of the task has ended.
    type: bool
    default: true
  id:
    description:
      - Id of an existing project. With it, a differing O(name) renames the project.
    type: str
seealso:
  - module: cloudstack.cloud.project_info
  - module: cloudstack.cloud.project_member
  - module: cloudstack.cloud.project_role
"""

EXAMPLES = r"""
---
- name: The project exists
  cloudstack.cloud.project:
    name: shop
    domain: ROOT/tenants
    account: platform
    display_text: The shop and its tests
    tags:
      - key: stage
        value: test

- name: The project is suspended
  cloudstack.cloud.project:
    name: shop
    domain: ROOT/tenants
    state: suspended

- name: The project is active again and belongs to another account
  cloudstack.cloud.project:
    name: shop
    domain: ROOT/tenants
    account: ops
    state: active

- name: The project is removed with all that is in it
  cloudstack.cloud.project:
    name: shop
    domain: ROOT/tenants
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the project.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the project.
  returned: when it exists
  type: str
domain:
  description: Domain of the project.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account that owns the project; where several administer it, all of them, separated by commas.
  returned: when it has one
  type: str
  sample: admin
display_text:
  description: What people read about the project.
  returned: when it has one
  type: str
project_account:
  description: Name of the account that owns what is in the project.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
state:
  description: State of the project.
  returned: when it exists
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.project import PROJECT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PROJECT)


if __name__ == "__main__":
    main()
