#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: event_info
short_description: List events
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all events that the user may see, or those that fit every filter.
  - Events tell what was done in the cloud, by whom, and how it went.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  type:
    description:
      - Show only events of this type, for example V(VM.CREATE).
    type: str
  level:
    description:
      - Show only events of this level.
    type: str
    choices:
      - INFO
      - WARN
      - ERROR
  event_state:
    description:
      - Show only events in this state.
    type: str
    choices:
      - Created
      - Scheduled
      - Started
      - Completed
  resource_id:
    description:
      - Show only events about the thing with this id. O(resource_type) must be given, too.
    type: str
  resource_type:
    description:
      - Show only events about this kind of thing, for example V(VirtualMachine).
    type: str
  start_date:
    description:
      - Show only events from then on, given like V(2026-11-22) or V(2026-11-22T14:30:00+0000).
    type: str
  end_date:
    description:
      - Show only events until then, given in the same way.
    type: str
  start_id:
    description:
      - Show only the event with this id, and those that began with it.
    type: str
  id:
    description:
      - Show only the event with this id.
    type: str
  archived:
    description:
      - Whether to show events that were put away instead of those that were not.
    type: bool
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listEvents) takes V(duration), V(entrytime), V(isrecursive), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.event
"""

EXAMPLES = r"""
---
- name: The errors are known
  cloudstack.cloud.event_info:
    level: ERROR
  register: found

- name: What was done with networks is known
  cloudstack.cloud.event_info:
    type: NETWORK.CREATE
    list_all: true
  register: found
"""

RETURN = r"""
---
events:
  description: The events that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(EVENT)


if __name__ == "__main__":
    main()
