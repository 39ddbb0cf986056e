#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: volume_snapshot
short_description: Manage snapshots of volumes
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Take snapshots of volumes, copy them to other zones, bring a volume back to one, give out links to fetch them from,
    and remove them.
  - "A snapshot is never changed. Its name is told apart by the volume: give O(volume) or O(vm) where several snapshots
    have the same name."
attributes:
  idempotent:
    support: partial
    details: V(revert) and V(extracted) of O(state) act at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the snapshot.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which the volume or the instance is looked for.
    type: str
  volume:
    description:
      - Name or id of the volume.
      - Needed to create the snapshot, unless O(vm) is given.
      - CloudStack takes it only when the snapshot is created; a task that wants another value later fails.
    type: str
  vm:
    description:
      - Name or id of the instance whose disk is meant. With several disks, O(volume_type), O(device_id) or O(volume)
        tells which one.
    type: str
    aliases:
      - instance
  volume_type:
    description:
      - Kind of the disk of O(vm).
    type: str
    choices:
      - DATADISK
      - ROOT
  device_id:
    description:
      - Number of the device that the disk of O(vm) is.
    type: int
  instance_snapshot:
    description:
      - Name or id of a snapshot of the whole instance that the snapshot is made from.
      - Used only when the snapshot is created. The API does not show it, so it is not compared later.
    type: str
  zones:
    description:
      - Names or ids of the zones where the snapshot shall be. It is copied to those that lack it and never removed from
        others.
      - Needs CloudStack 4.19 or newer.
    type: list
    elements: str
  storage_pools:
    description:
      - Names or ids of further primary storage that the snapshot is copied to.
      - Used only when the snapshot is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  use_storage_replication:
    description:
      - Whether the primary storage itself copies the snapshot.
      - Used only when the snapshot is created. The API does not show it, so it is not compared later.
    type: bool
  location_type:
    description:
      - Whether the snapshot is kept on primary or on secondary storage.
      - CloudStack takes it only when the snapshot is created; a task that wants another value later fails.
    type: str
    choices:
      - primary
      - secondary
  quiesce:
    description:
      - Whether the storage is asked to bring what is on the disk to rest first.
      - Used only when the snapshot is created. The API does not show it, so it is not compared later.
    type: bool
  async_backup:
    description:
      - Whether the job ends before the snapshot is copied to secondary storage.
      - Used only when the snapshot is created. The API does not show it, so it is not compared later.
    type: bool
  state:
    description:
      - V(present) makes sure that the snapshot exists, V(absent) that it does not.
      - V(revert) brings the volume back to the snapshot, at each run. The instance must be stopped.
      - V(extracted) gives a link to fetch it from, at each run, in RV(url). Only administrators may do so.
    type: str
    choices:
      - present
      - absent
      - revert
      - extracted
    default: present
  id:
    description:
      - Id of an existing snapshot. It takes the place of the options that identify the snapshot.
    type: str
seealso:
  - module: cloudstack.cloud.volume_snapshot_info
  - module: cloudstack.cloud.volume
  - module: cloudstack.cloud.volume_snapshot_policy
  - module: cloudstack.cloud.instance_snapshot
"""

EXAMPLES = r"""
---
- name: The root disk of the instance is kept as it is now
  cloudstack.cloud.volume_snapshot:
    name: web-1-before
    zone: zone-1
    vm: web-1
    volume_type: ROOT

- name: The instance is stopped
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    state: stopped

- name: The root disk is as it was
  cloudstack.cloud.volume_snapshot:
    name: web-1-before
    zone: zone-1
    state: revert

- name: The instance runs again
  cloudstack.cloud.instance:
    name: web-1
    zone: zone-1
    state: started

- name: The snapshot is removed
  cloudstack.cloud.volume_snapshot:
    name: web-1-before
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the snapshot of a volume.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the snapshot.
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when the task gives it
  type: str
  sample: zone-1
volume:
  description: Name of the volume.
  returned: when it has one
  type: str
instance_snapshot:
  description: Name of a snapshot of the whole instance that the snapshot is made from.
  returned: when the task gives it
  type: str
zones:
  description: Names of the zones where the snapshot shall be.
  returned: when it has one
  type: list
  elements: str
storage_pools:
  description: Names of further primary storage that the snapshot is copied to.
  returned: when the task gives it
  type: list
  elements: str
location_type:
  description: Whether the snapshot is kept on primary or on secondary storage.
  returned: when it has one
  type: str
  sample: primary
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
volume_type:
  description: Kind of the volume, V(ROOT) or V(DATADISK).
  returned: when it has one
  type: str
snapshot_type:
  description: How it was taken.
  returned: when it has one
  type: str
interval_type:
  description: Interval at which it was taken, or V(MANUAL).
  returned: when it has one
  type: str
revertable:
  description: Whether the volume can be brought back to it.
  returned: when it has one
  type: bool
virtual_size:
  description: Size of the volume in bytes.
  returned: when it has one
  type: int
physical_size:
  description: Bytes that it takes.
  returned: when it has one
  type: int
state:
  description: State that the server reports.
  returned: when it exists
  type: str
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
tags:
  description: Tags, each with its key and value.
  returned: when it has one
  type: list
  elements: dict
  contains:
    key:
      description: Key of the tag.
      returned: always
      type: str
      sample: stage
    value:
      description: Value of the tag.
      returned: always
      type: str
      sample: production
  sample:
    - key: stage
      value: production
url:
  description: Where it can be fetched.
  returned: when the task makes it
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.volume_snapshot import VOLUME_SNAPSHOT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VOLUME_SNAPSHOT)


if __name__ == "__main__":
    main()
