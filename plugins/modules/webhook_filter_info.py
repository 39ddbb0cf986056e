#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: webhook_filter_info
short_description: List webhook filters
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all webhook filters that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  webhook:
    description:
      - Name or id of the webhook whose filters are listed. Without it, those of all webhooks.
    type: str
  mode:
    description:
      - Show only filters that let in, or only those that leave out.
    type: str
    choices:
      - Include
      - Exclude
  match_type:
    description:
      - Show only filters that compare so.
    type: str
    choices:
      - Exact
      - Prefix
      - Suffix
      - Contains
  id:
    description:
      - Show only the webhook filter with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listWebhookFilters) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.webhook_filter
"""

EXAMPLES = r"""
---
- name: What the webhook is told of is known
  cloudstack.cloud.webhook_filter_info:
    webhook: told
  register: found
"""

RETURN = r"""
---
webhook_filters:
  description: The webhook filters that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Whether C(value) is the whole type of an event (V(Exact)), its beginning (V(Prefix)), its
        end (V(Suffix)), or stands anywhere in it (V(Contains)).
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(WEBHOOK_FILTER)


if __name__ == "__main__":
    main()
