#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secondary_storage_selector_info
short_description: List secondary storage selectors
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all secondary storage selectors that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Show only secondary storage selectors of this zone, given by name or id.
    type: str
    required: true
  type:
    description:
      - Show only the selector for this.
    type: str
    choices:
      - ISO
      - SNAPSHOT
      - TEMPLATE
      - VOLUME
  show_removed:
    description:
      - Whether to show selectors that were removed, too.
    type: bool
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listSecondaryStorageSelectors) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.secondary_storage_selector
"""

EXAMPLES = r"""
---
- name: The selectors of the zone are known
  cloudstack.cloud.secondary_storage_selector_info:
    zone: zone-1
  register: found
"""

RETURN = r"""
---
secondary_storage_selectors:
  description: The secondary storage selectors that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(SECONDARY_STORAGE_SELECTOR)


if __name__ == "__main__":
    main()
