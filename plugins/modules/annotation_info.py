#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: annotation_info
short_description: List annotations
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all annotations that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  entity_type:
    description:
      - Show only annotations of things of this type, for example V(VM).
    type: str
  entity_id:
    description:
      - Show only annotations of the thing with this id. O(entity_type) must be given, too.
    type: str
  id:
    description:
      - Show only the annotation with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listAnnotations) takes V(annotationfilter), V(keyword), V(userid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.annotation
"""

EXAMPLES = r"""
---
- name: The annotations of instances are known
  cloudstack.cloud.annotation_info:
    entity_type: VM
  register: found
"""

RETURN = r"""
---
annotations:
  description: The annotations that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ANNOTATION)


if __name__ == "__main__":
    main()
