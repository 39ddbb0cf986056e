#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_snapshot
short_description: Manage snapshots of instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Take and remove snapshots of whole instances, and bring an instance back to one.
attributes:
  idempotent:
    support: partial
    details: V(revert) of O(state) acts at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the snapshot, as users see it. CloudStack gives it an internal name besides.
    type: str
    required: true
    aliases:
      - display_name
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
  description:
    description:
      - What the snapshot is for.
      - CloudStack takes it only when the instance snapshot is created; a task that wants another value later fails.
    type: str
  snapshot_memory:
    description:
      - Whether the memory is part of the snapshot. The instance must run then. Without it, only disks are.
      - CloudStack takes it only when the instance snapshot is created; a task that wants another value later fails.
    type: bool
  quiesce:
    description:
      - Whether the guest is asked to bring its file systems in order first, where the hypervisor can.
      - Used only when the instance snapshot is created. The API does not show it, so it is not compared later.
    type: bool
  state:
    description:
      - V(present) makes sure that the snapshot exists, V(absent) that it does not.
      - V(revert) brings the instance back to the snapshot at every run. What happened since is lost. A snapshot that
        does not exist is an error. An instance that runs can only go back to a snapshot with its memory.
    type: str
    choices:
      - present
      - absent
      - revert
    default: present
  id:
    description:
      - Id of an existing instance snapshot. It takes the place of the options that identify the instance snapshot.
    type: str
seealso:
  - module: cloudstack.cloud.instance_snapshot_info
  - module: cloudstack.cloud.instance
  - module: cloudstack.cloud.volume_snapshot
  - module: cloudstack.cloud.backup
"""

EXAMPLES = r"""
---
- name: There is a snapshot from before the upgrade
  cloudstack.cloud.instance_snapshot:
    zone: zone-1
    vm: web-1
    name: before-upgrade
    description: The state before the upgrade
    snapshot_memory: true

- name: The upgrade is taken back
  cloudstack.cloud.instance_snapshot:
    zone: zone-1
    vm: web-1
    name: before-upgrade
    state: revert

- name: The snapshot is removed
  cloudstack.cloud.instance_snapshot:
    zone: zone-1
    vm: web-1
    name: before-upgrade
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the instance snapshot.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
display_name:
  description: Name of the snapshot as users see it.
  returned: when it exists
  type: str
zone:
  description: Name of the zone in which C(vm) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vm:
  description: Name of the instance.
  returned: when it exists
  type: str
description:
  description: What the snapshot is for.
  returned: when it has one
  type: str
snapshot_memory:
  description: Whether the memory is part of the snapshot.
  returned: when it has one
  type: bool
name:
  description: Internal name of the snapshot.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
current:
  description: Whether it is the last one that was taken or gone back to.
  returned: when it has one
  type: bool
type:
  description: What is in it, V(Disk) or V(DiskAndMemory).
  returned: when it has one
  type: str
parent:
  description: Name of the snapshot before it.
  returned: when it has one
  type: str
hypervisor:
  description: Hypervisor of the instance.
  returned: when it has one
  type: str
  sample: KVM
state:
  description: State of the snapshot.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_snapshot import INSTANCE_SNAPSHOT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_SNAPSHOT)


if __name__ == "__main__":
    main()
