#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: backup
short_description: Manage backups of instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Make backups of instances, bring an instance back to one, and remove them.
  - A new instance is made of a backup by O(cloudstack.cloud.instance#module:backup).
  - The instance must have a backup offering, which the module M(cloudstack.cloud.instance) gives to it.
  - A backup is never changed. Its name is told apart by O(vm), where backups of several instances have the same name.
attributes:
  idempotent:
    support: partial
    details: V(restored) of O(state) acts at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the backup.
      - Needs CloudStack 4.21 or newer.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which the instance is looked for.
    type: str
  vm:
    description:
      - Name or id of the instance.
      - Needed to create the backup.
    type: str
  description:
    description:
      - Text about the backup.
      - CloudStack takes it only when the backup is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  quiesce:
    description:
      - Whether what is on the disks is brought to rest first.
      - Used only when the backup is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: bool
  isolated:
    description:
      - Whether the backup stands for itself, and not on backups before it.
      - Used only when the backup is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.23 or newer.
    type: bool
  force:
    description:
      - Whether a backup is removed even if others stand on it, or the provider fails to remove it.
    type: bool
  quick_restore:
    description:
      - Whether the instance starts before all of it is restored, where the provider can do that.
    type: bool
  volume:
    description:
      - The disk of the backup that O(state=restored) brings back, and nothing else. It becomes a new volume, which is
        attached to the instance O(attach_to); the disk that was backed up stays as it is.
      - The id of the disk, see RV(volumes), or the name of a volume of O(vm) that is still there.
    type: str
  attach_to:
    description:
      - Name or id of the instance that gets the disk which O(volume) names. It may run.
    type: str
  state:
    description:
      - V(present) makes sure that the backup exists, V(absent) that it does not.
      - V(restored) brings the instance back to the backup, at each run. The instance must be stopped. With O(volume),
        that disk alone is brought back, for O(attach_to). A backup that does not exist is an error.
    type: str
    choices:
      - present
      - absent
      - restored
    default: present
  id:
    description:
      - Id of an existing backup. It takes the place of the options that identify the backup.
    type: str
seealso:
  - module: cloudstack.cloud.backup_info
  - module: cloudstack.cloud.backup_offering
  - module: cloudstack.cloud.backup_schedule
  - module: cloudstack.cloud.instance_snapshot
  - module: cloudstack.cloud.volume_snapshot
"""

EXAMPLES = r"""
---
- name: The instance is backed up by the offering
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    backup_offering: gold

- name: A backup is made before the upgrade
  cloudstack.cloud.backup:
    name: before-upgrade
    zone: zone-1
    vm: web-1

- name: The instance is stopped
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    state: stopped

- name: The instance is as it was before the upgrade
  cloudstack.cloud.backup:
    name: before-upgrade
    zone: zone-1
    vm: web-1
    state: restored

- name: A copy of the instance runs beside it
  cloudstack.cloud.instance:
    name: web-1-copy
    zone: zone-1
    backup: before-upgrade

- name: Another instance has the disk as it was before the upgrade
  cloudstack.cloud.backup:
    name: before-upgrade
    zone: zone-1
    vm: web-1
    state: restored
    volume: web-1-data
    attach_to: web-1-copy

- name: The instance runs again
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    state: started

- name: The backup is removed
  cloudstack.cloud.backup:
    name: before-upgrade
    zone: zone-1
    vm: web-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the backup.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the backup.
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when the task gives it
  type: str
  sample: zone-1
vm:
  description: Name of the instance.
  returned: when it has one
  type: str
description:
  description: Text about the backup.
  returned: when it has one
  type: str
attach_to:
  description: Name of the instance that gets the disk which C(volume) names.
  returned: when the task gives it
  type: str
status:
  description: State of the backup.
  returned: when it has one
  type: str
type:
  description: Kind of the backup, for example V(FULL).
  returned: when it has one
  type: str
size:
  description: Bytes that it takes.
  returned: when it has one
  type: int
virtual_size:
  description: Size of the disks in bytes.
  returned: when it has one
  type: int
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
interval_type:
  description: Interval at which it was made, or V(MANUAL).
  returned: when it has one
  type: str
external_id:
  description: What the backup provider calls it.
  returned: when it has one
  type: str
backup_offering:
  description: Name of the backup offering that it was made by.
  returned: when it has one
  type: str
volumes:
  description: The disks in it, each with its C(id), C(type), C(size) in bytes and C(disk_offering_id).
  returned: when it has one
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.backup import BACKUP
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(BACKUP)


if __name__ == "__main__":
    main()
