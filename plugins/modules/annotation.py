#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: annotation
short_description: Manage annotations
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Leave a remark on a thing of any kind, say who may read it, and remove it.
  - A thing may have many annotations. One is told apart by its text.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  annotation:
    description:
      - The remark.
    type: str
    required: true
  entity_type:
    description:
      - Type of the thing, as CloudStack calls it, for example V(VM), V(VOLUME), V(NETWORK), V(HOST) or V(ZONE).
      - CloudStack takes it only when the annotation is created; a task that wants another value later fails.
    type: str
    required: true
  entity:
    description:
      - Id of the thing.
      - Its name will do for V(VM), V(VOLUME), V(SNAPSHOT), V(TEMPLATE), V(ISO), V(NETWORK), V(VPC),
        V(SERVICE_OFFERING), V(DISK_OFFERING), V(ZONE), V(POD), V(CLUSTER), V(HOST), V(DOMAIN), V(PRIMARY_STORAGE) and
        V(SECONDARY_STORAGE).
      - CloudStack takes it only when the annotation is created; a task that wants another value later fails.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which the thing is looked for.
    type: str
  admins_only:
    description:
      - Whether only administrators may read it. Only they may change it.
      - Needs CloudStack 4.16 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the annotation exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing annotation. It takes the place of the options that identify the annotation.
    type: str
seealso:
  - module: cloudstack.cloud.annotation_info
  - module: cloudstack.cloud.tag
"""

EXAMPLES = r"""
---
- name: Whoever looks at the instance knows whom to ask
  cloudstack.cloud.annotation:
    entity_type: VM
    entity: web-1
    annotation: Ask the web team before you stop it

- name: Only administrators read it
  cloudstack.cloud.annotation:
    entity_type: VM
    entity: web-1
    annotation: Ask the web team before you stop it
    admins_only: true

- name: Nobody needs to be asked any more
  cloudstack.cloud.annotation:
    entity_type: VM
    entity: web-1
    annotation: Ask the web team before you stop it
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the annotation.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
annotation:
  description: The remark.
  returned: when it exists
  type: str
entity_type:
  description: Type of the thing, as CloudStack calls it, for example V(VM), V(VOLUME), V(NETWORK), V(HOST)
    or V(ZONE).
  returned: when it exists
  type: str
entity:
  description: Id of the thing.
  returned: when it exists
  type: str
zone:
  description: Name of the zone in which the thing is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
admins_only:
  description: Whether only administrators may read it.
  returned: when it has one
  type: bool
entity_name:
  description: Name of the thing.
  returned: when it has one
  type: str
username:
  description: Who has left it.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.annotation import ANNOTATION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ANNOTATION)


if __name__ == "__main__":
    main()
