#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: event
short_description: Put events away
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Archive or remove events, as many as fit everything that the task names.
  - Events that were archived are only listed by M(cloudstack.cloud.event_info) with
    O(cloudstack.cloud.event_info#module:archived=true). Those that were removed are gone.
  - One of O(ids), O(type), O(level) and O(created_before) is needed.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  ids:
    description:
      - Ids of the events.
    type: list
    elements: str
  type:
    description:
      - Type of the events, for example V(VM.CREATE).
    type: str
  level:
    description:
      - Level of the events.
    type: str
    choices:
      - INFO
      - WARN
      - ERROR
  created_before:
    description:
      - Only events from before, given like V(2026-11-22) or V(2026-11-22T14:30:00), in the server's
        time.
    type: str
  state:
    description:
      - V(archived) puts the events away, and V(absent) removes them.
      - V(present) only tells which events fit.
    type: str
    choices:
      - present
      - archived
      - absent
    default: archived
seealso:
  - module: cloudstack.cloud.event_info
  - module: cloudstack.cloud.alert
"""

EXAMPLES = r"""
---
- name: Old events are put away
  cloudstack.cloud.event:
    created_before: "2026-11-01"

- name: The log-ins of the account are removed
  cloudstack.cloud.event:
    type: USER.LOGIN
    domain: ROOT/tenants
    account: platform
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the event.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
events:
  description: Ids of the events that fit.
  returned: when it has one
  type: list
  elements: str
  sample:
    - 5b19cdd7-e682-4f1d-89fe-02fc00000001
type:
  description: Type of the event.
  returned: when it has one
  type: str
  sample: VM.CREATE
level:
  description: Level of the event.
  returned: when it has one
  type: str
  sample: INFO
state:
  description: How far the action has come.
  returned: when it has one
  type: str
  sample: Completed
description:
  description: What happened.
  returned: when it has one
  type: str
username:
  description: User who did it.
  returned: when it has one
  type: str
  sample: admin
resource_id:
  description: Id of the thing it is about.
  returned: when it has one
  type: str
resource_name:
  description: Name of the thing it is about.
  returned: when it has one
  type: str
resource_type:
  description: Kind of the thing it is about.
  returned: when it has one
  type: str
parent_id:
  description: Id of the event it began with.
  returned: when it has one
  type: str
archived:
  description: Whether it was put away.
  returned: when it has one
  type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.event import EVENT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(EVENT)


if __name__ == "__main__":
    main()
