#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: tag
short_description: Manage single tags
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Put a tag on a thing of any kind, change its value, and take it off.
  - Other tags of the thing stay as they are. The option C(tags) of most modules sets all tags of a thing instead.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  key:
    description:
      - Key of the tag. Keys are told apart by their case.
    type: str
    required: true
  value:
    description:
      - Value of the tag. Another value takes the place of the one that the tag has.
      - Needed to create the tag.
    type: str
  resource_type:
    description:
      - Type of the thing, as CloudStack calls it, for example V(UserVm), V(Network), V(Volume), V(Template),
        V(PublicIpAddress) or V(Vpc).
      - CloudStack takes it only when the tag is created; a task that wants another value later fails.
    type: str
    required: true
  resource:
    description:
      - Id of the thing.
      - Its name will do for V(UserVm), V(Volume), V(Snapshot), V(Template), V(ISO), V(Network), V(Vpc), V(Project),
        V(Zone), V(Host), V(Storage), V(Domain), V(SecurityGroup) and V(AffinityGroup).
      - CloudStack takes it only when the tag is created; a task that wants another value later fails.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which the thing is looked for.
    type: str
  state:
    description:
      - V(present) makes sure that the thing has the tag, V(absent) that it has none of that key.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.tag_info
  - module: cloudstack.cloud.annotation
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The instance is marked as one for tests
  cloudstack.cloud.tag:
    resource_type: UserVm
    resource: web-1
    key: stage
    value: test

- name: The instance is in production now
  cloudstack.cloud.tag:
    resource_type: UserVm
    resource: web-1
    key: stage
    value: production

- name: The instance has no such mark
  cloudstack.cloud.tag:
    resource_type: UserVm
    resource: web-1
    key: stage
    state: absent
"""

RETURN = r"""
---
key:
  description: Key of the tag.
  returned: when it exists
  type: str
value:
  description: Value of the tag.
  returned: when it has one
  type: str
resource_type:
  description: Type of the thing, as CloudStack calls it, for example V(UserVm), V(Network), V(Volume), V(Template),
    V(PublicIpAddress) or V(Vpc).
  returned: when it exists
  type: str
resource:
  description: Id of the thing.
  returned: when it exists
  type: str
zone:
  description: Name of the zone in which the thing is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.tag import TAG
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(TAG)


if __name__ == "__main__":
    main()
