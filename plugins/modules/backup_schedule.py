#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_schedule
short_description: Manage schedules for backups of instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Have CloudStack make backups of an instance hourly, daily, weekly or monthly.
  - An instance has one schedule for each interval. It must have a backup offering.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  zone:
    description:
      - Name or id of the zone in which the instance is looked for.
    type: str
  vm:
    description:
      - Name or id of the instance.
      - Needed to create the schedule.
    type: str
  interval_type:
    description:
      - How often a backup is made.
    type: str
    choices:
      - hourly
      - daily
      - weekly
      - monthly
    aliases:
      - interval
    default: daily
  schedule:
    description:
      - When a backup is made. V(MM) with O(interval_type=hourly), V(MM:HH) with V(daily), V(MM:HH:D) with V(weekly) or
        V(monthly), where D is the day of the week (from 1, Sunday) or of the month.
      - Needed to create the schedule.
    type: str
  time_zone:
    description:
      - Time zone of O(schedule), for example V(Europe/Zurich).
      - When the schedule is created without it, V(UTC) is used.
    type: str
    aliases:
      - timezone
  max_backups:
    description:
      - How many backups of the schedule are kept. The oldest one is removed when there are more. With V(0), all of them
        are.
      - Needs CloudStack 4.21 or newer.
    type: int
  quiesce:
    description:
      - Whether what is on the disks is brought to rest first.
      - Needs CloudStack 4.21 or newer.
    type: bool
  isolated:
    description:
      - Whether each backup stands for itself, and not on backups before it.
      - Needs CloudStack 4.23 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the schedule exists, V(absent) that it does not. The backups that it has made stay.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing schedule. It takes the place of the options that identify the schedule.
    type: str
seealso:
  - module: cloudstack.cloud.backup_schedule_info
  - module: cloudstack.cloud.backup
  - module: cloudstack.cloud.backup_offering
  - module: cloudstack.cloud.volume_snapshot_policy
"""

EXAMPLES = r"""
---
- name: The instance is backed up by the offering
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    backup_offering: gold

- name: It is backed up each night, and a week of backups is kept
  cloudstack.cloud.backup_schedule:
    zone: zone-1
    vm: web-1
    schedule: "30:02"
    max_backups: 7
    time_zone: Europe/Zurich

- name: Two weeks of backups are kept
  cloudstack.cloud.backup_schedule:
    zone: zone-1
    vm: web-1
    max_backups: 14

- name: It is not backed up by a schedule any more
  cloudstack.cloud.backup_schedule:
    zone: zone-1
    vm: web-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the backup schedule.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which the instance is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vm:
  description: Name of the instance.
  returned: when it has one
  type: str
interval_type:
  description: How often a backup is made.
  returned: when it exists
  type: str
  sample: hourly
schedule:
  description: When a backup is made.
  returned: when it has one
  type: str
time_zone:
  description: Time zone of C(schedule), for example V(Europe/Zurich).
  returned: when it has one
  type: str
max_backups:
  description: How many backups of the schedule are kept.
  returned: when it has one
  type: int
quiesce:
  description: Whether what is on the disks is brought to rest first.
  returned: when it has one
  type: bool
isolated:
  description: Whether each backup stands for itself, and not on backups before it.
  returned: when it has one
  type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.backup_schedule import BACKUP_SCHEDULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(BACKUP_SCHEDULE)


if __name__ == "__main__":
    main()
