#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup_schedule_info
short_description: List backup schedules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all backup schedules that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(vm), only backup schedules
        in it are shown.
    type: str
  vm:
    description:
      - Show only backup schedules of this vm, given by name or id.
    type: str
  id:
    description:
      - Show only the backup schedule with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listBackupSchedule) takes V(isrecursive), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.backup_schedule
"""

EXAMPLES = r"""
---
- name: The schedules of one instance are known
  cloudstack.cloud.backup_schedule_info:
    vm: web-1
  register: found
"""

RETURN = r"""
---
backup_schedules:
  description: The backup schedules that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(BACKUP_SCHEDULE)


if __name__ == "__main__":
    main()
