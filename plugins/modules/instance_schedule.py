#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_schedule
short_description: Manage schedules of instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Say when CloudStack starts, stops or restarts an instance by itself.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Description of the schedule, or its id. It tells the schedules of one instance apart.
      - Needs CloudStack 4.19 or newer.
    type: str
    required: true
    aliases:
      - description
  vm:
    description:
      - Name or id of the instance.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(vm) is looked for.
    type: str
    required: true
  action:
    description:
      - What happens to the instance.
      - Needed to create the instance schedule.
      - CloudStack takes it only when the instance schedule is created; a task that wants another value later fails.
    type: str
    choices:
      - START
      - STOP
      - REBOOT
      - FORCE_STOP
      - FORCE_REBOOT
  schedule:
    description:
      - When it happens, as the five fields of cron (minute, hour, day of the month, month, day of the week), for
        example V(0 22 * * 1-5).
      - Needed to create the instance schedule.
    type: str
  timezone:
    description:
      - Time zone of O(schedule), O(start_date) and O(end_date), for example V(Europe/Vienna).
      - When the instance schedule is created without it, V(UTC) is used.
    type: str
  start_date:
    description:
      - First moment at which the schedule counts, as V(2027-01-31) or V(2027-01-31 08:00:00). Without it, a minute
        after its creation.
      - It is compared in O(timezone). On Python 3.8, which does not know time zones, it is compared as UTC.
    type: str
  end_date:
    description:
      - Last moment at which the schedule counts, written like O(start_date). Without it, the schedule has no end.
    type: str
  enabled:
    description:
      - Whether the schedule is carried out. A new one is.
    type: bool
  state:
    description:
      - V(present) makes sure that the schedule exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing instance schedule. With it, another O(name) changes the description.
    type: str
seealso:
  - module: cloudstack.cloud.instance_schedule_info
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The test server is stopped on weekday evenings
  cloudstack.cloud.instance_schedule:
    zone: zone-1
    vm: web-1
    name: Closing time
    action: STOP
    schedule: "0 22 * * 1-5"
    timezone: Europe/Vienna

- name: The test server keeps running during the trial
  cloudstack.cloud.instance_schedule:
    zone: zone-1
    vm: web-1
    name: Closing time
    enabled: false

- name: Nothing is scheduled any more
  cloudstack.cloud.instance_schedule:
    zone: zone-1
    vm: web-1
    name: Closing time
    state: absent
"""

RETURN = r"""
---
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
  description: When it happens, as the five fields of cron (minute, hour, day of the month, month, day of the
    week), for example V(0 22 * * 1-5).
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_schedule import INSTANCE_SCHEDULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_SCHEDULE)


if __name__ == "__main__":
    main()
