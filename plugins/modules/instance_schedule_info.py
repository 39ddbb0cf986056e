#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_schedule_info
short_description: List instance schedules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all instance schedules that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for.
    type: str
    required: true
  vm:
    description:
      - Show only instance schedules of this vm, given by name or id.
    type: str
    required: true
  action:
    description:
      - Show only schedules that do this.
    type: str
    choices:
      - START
      - STOP
      - REBOOT
      - FORCE_STOP
      - FORCE_REBOOT
  enabled:
    description:
      - Whether to show only schedules that are, or are not, carried out.
    type: bool
  id:
    description:
      - Show only the instance schedule with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVMSchedule) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.instance_schedule
"""

EXAMPLES = r"""
---
- name: The schedules of the instance are known
  cloudstack.cloud.instance_schedule_info:
    zone: zone-1
    vm: web-1
  register: found
"""

RETURN = r"""
---
instance_schedules:
  description: The instance schedules that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the instance schedule.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Description of the schedule, or its id.
      returned: when it exists
      type: str
    zone:
      description: Name of the zone in which C(vm) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    vm:
      description:
        - Name of the instance.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
    action:
      description: What happens to the instance.
      returned: when it has one
      type: str
      sample: START
    schedule:
      description: When it happens, as the five fields of cron (minute, hour, day of the month, month, day
        of the week), for example V(0 22 * * 1-5).
      returned: when it has one
      type: str
    timezone:
      description: Time zone of C(schedule), C(start_date) and C(end_date), for example V(Europe/Vienna).
      returned: when it has one
      type: str
    start_date:
      description: First moment at which the schedule counts, as V(2027-01-31) or V(2027-01-31 08:00:00).
      returned: when it has one
      type: str
    end_date:
      description: Last moment at which the schedule counts, written like C(start_date).
      returned: when it has one
      type: str
    enabled:
      description: Whether the schedule is carried out.
      returned: when it has one
      type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_schedule import INSTANCE_SCHEDULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(INSTANCE_SCHEDULE)


if __name__ == "__main__":
    main()
