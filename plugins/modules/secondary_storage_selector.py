#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secondary_storage_selector
short_description: Manage selectors of secondary storage
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the rules by which CloudStack selects the secondary storage for templates, ISO
    images, volumes and snapshots that come into a zone. Needs CloudStack 4.19 or newer.
  - A zone has one rule for each type. A rule is JavaScript, so the setting C(js.interpretation.enabled) must
    be V(true).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the selector.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone that the selector is for.
    type: str
    required: true
  type:
    description:
      - What the selector is for.
      - Needed to create the selector.
      - CloudStack takes it only when the selector is created; a task that wants another value later fails.
    type: str
    choices:
      - ISO
      - SNAPSHOT
      - TEMPLATE
      - VOLUME
  description:
    description:
      - What the rule is about.
      - Needed to create the selector.
      - CloudStack takes it only when the selector is created; a task that wants another value later fails.
    type: str
  heuristic_rule:
    description:
      - 'The rule: JavaScript whose value is the id of an image store.'
      - Needed to create the selector.
    type: str
  state:
    description:
      - V(present) makes sure that the selector exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.secondary_storage_selector_info
  - module: cloudstack.cloud.image_store
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: Rules are interpreted
  cloudstack.cloud.configuration:
    name: js.interpretation.enabled
    value: "true"

- name: Templates go to the first image store
  cloudstack.cloud.secondary_storage_selector:
    zone: zone-1
    name: templates
    type: TEMPLATE
    description: Templates go to the first image store
    heuristic_rule: secondaryStorages[0].id

- name: CloudStack selects where templates go
  cloudstack.cloud.secondary_storage_selector:
    zone: zone-1
    name: templates
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the selector.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the selector.
  returned: when it exists
  type: str
  sample: templates
zone:
  description:
    - Name of the zone that the selector is for.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
  sample: zone-1
type:
  description: What the selector is for.
  returned: when it has one
  type: str
  sample: TEMPLATE
description:
  description: What the rule is about.
  returned: when it has one
  type: str
heuristic_rule:
  description: 'The rule: JavaScript whose value is the id of an image store.'
  returned: when it has one
  type: str
  sample: secondaryStorages[0].id
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
removed:
  description: When it was removed.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.secondary_storage_selector import (
    SECONDARY_STORAGE_SELECTOR,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SECONDARY_STORAGE_SELECTOR)


if __name__ == "__main__":
    main()
