#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_group
short_description: Manage instance groups
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, rename and remove the groups that instances are sorted into.
  - An instance enters a group by O(cloudstack.cloud.instance#module:group), which also makes a group that does not
    exist.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Name or id of the instance group.
    type: str
    required: true
  state:
    description:
      - V(present) makes sure that the instance group exists, V(absent) that it does not. Instances in a group that is
        removed stay, in no group.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing instance group. With it, another O(name) renames the group.
    type: str
seealso:
  - module: cloudstack.cloud.instance_group_info
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: There is a group for the shop
  cloudstack.cloud.instance_group:
    name: shop
  register: group

- name: The group has another name
  cloudstack.cloud.instance_group:
    id: "{{ group.id }}"
    name: store

- name: There is no such group
  cloudstack.cloud.instance_group:
    name: store
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the instance group.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the instance group.
  returned: when it exists
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_group import INSTANCE_GROUP
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_GROUP)


if __name__ == "__main__":
    main()
