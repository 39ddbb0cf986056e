#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: webhook_filter
short_description: Manage filters of webhooks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Say which events a webhook is told of. Without filters it is told of all events of its scope.
  - A filter is all that it is, so nothing of it is ever changed. Another one is made beside it, and the former is
    removed with O(state=absent).
  - CloudStack refuses a filter that contradicts another one of the webhook.
  - Needs CloudStack 4.23 or newer.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  webhook:
    description:
      - Name or id of the webhook.
    type: str
    required: true
  value:
    description:
      - What the type of an event is compared with, for example V(VM.CREATE). The case does not matter.
    type: str
    required: true
  mode:
    description:
      - Whether the webhook is told of the events that fit (V(Include)), or of all but these (V(Exclude)).
    type: str
    choices:
      - Include
      - Exclude
    default: Include
  match_type:
    description:
      - Whether O(value) is the whole type of an event (V(Exact)), its beginning (V(Prefix)), its end (V(Suffix)), or
        stands anywhere in it (V(Contains)).
    type: str
    choices:
      - Exact
      - Prefix
      - Suffix
      - Contains
    default: Exact
  state:
    description:
      - V(present) makes sure that the filter exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing filter. It takes the place of the options that identify the filter.
    type: str
seealso:
  - module: cloudstack.cloud.webhook_filter_info
  - module: cloudstack.cloud.webhook
"""

EXAMPLES = r"""
---
- name: The webhook is told of instances only
  cloudstack.cloud.webhook_filter:
    webhook: told
    value: VM
    match_type: Prefix

- name: Snapshots of instances are none of its business
  cloudstack.cloud.webhook_filter:
    webhook: told
    value: SNAPSHOT
    match_type: Contains
    mode: Exclude

- name: It is told of snapshots, too
  cloudstack.cloud.webhook_filter:
    webhook: told
    value: SNAPSHOT
    match_type: Contains
    mode: Exclude
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the webhook filter.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
value:
  description: What the type of an event is compared with, for example V(VM.CREATE).
  returned: when it exists
  type: str
  sample: VM
webhook:
  description: Name of the webhook.
  returned: when it exists
  type: str
  sample: told
mode:
  description: Whether the webhook is told of the events that fit (V(Include)), or of all but these (V(Exclude)).
  returned: when it exists
  type: str
  sample: Include
match_type:
  description: Whether C(value) is the whole type of an event (V(Exact)), its beginning (V(Prefix)), its end
    (V(Suffix)), or stands anywhere in it (V(Contains)).
  returned: when it exists
  type: str
  sample: Prefix
type:
  description: What is compared, V(EventType).
  returned: when it has one
  type: str
  sample: EventType
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.webhook_filter import WEBHOOK_FILTER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(WEBHOOK_FILTER)


if __name__ == "__main__":
    main()
