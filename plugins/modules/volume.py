#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: volume
short_description: Manage volumes
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create volumes from an offering, from a snapshot or from a file, attach them to instances and detach them, resize
    them, move them to other storage, give out links to fetch them from, and remove them.
  - A volume that is destroyed but not yet expunged is recovered when the task wants it to be there.
attributes:
  idempotent:
    support: partial
    details: V(extracted) of O(state) gives a new link at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the volume.
      - It can be changed since CloudStack 4.16.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone.
    type: str
    required: true
  disk_offering:
    description:
      - Name or id of the disk offering. A new volume needs it, or O(snapshot), or O(url).
      - When an existing volume has another one, it gets this one, and the size that goes with it.
    type: str
  size:
    description:
      - Size in GiB. The disk offering must be a customized one; an offering of one size does not take another.
      - A smaller size is refused unless O(shrink_ok=true).
    type: int
  min_iops:
    description:
      - The least number of operations a second, with an offering that leaves it open.
    type: int
  max_iops:
    description:
      - The greatest number of operations a second, with an offering that leaves it open.
    type: int
  shrink_ok:
    description:
      - Whether the volume may become smaller. What is kept at its end is lost.
    type: bool
    default: false
  auto_migrate:
    description:
      - Whether a volume may move to other storage when the one it is on does not fit its new offering.
    type: bool
  snapshot:
    description:
      - Name or id of the snapshot that a new volume is made from.
      - Used only when the volume is created. The API does not show it, so it is not compared later.
    type: str
  storage:
    description:
      - Name or id of the primary storage that the volume is on. A volume that is on other storage is moved.
      - Only administrators may say it.
      - Needs CloudStack 4.22.1 or newer.
    type: str
  live_migrate:
    description:
      - Whether a volume may be moved while its instance runs.
    type: bool
  vm:
    description:
      - Name or id of the instance that the volume is attached to. A volume that is attached to another instance is only
        taken from it with O(force=true).
      - An empty text detaches the volume. Without the option, the volume stays where it is.
      - CloudStack changes it only while the volume is detached, see O(force).
    type: str
  device_id:
    description:
      - Number of the device that the volume becomes when it is attached. It is not looked at later.
    type: int
  display_volume:
    description:
      - Whether users see the volume.
    type: bool
  delete_protection:
    description:
      - Whether the volume is kept from being removed. Only administrators may say it.
      - It can be changed since CloudStack 4.20.
    type: bool
  kms_key:
    description:
      - Id of the key that the volume is encrypted with.
      - CloudStack takes it only when the volume is created; a task that wants another value later fails.
      - Needs CloudStack 4.23 or newer.
    type: str
  custom_id:
    description:
      - The id that the volume shall have. Only administrators may choose it.
      - Used only when the volume is created. The API does not show it, so it is not compared later.
    type: str
  url:
    description:
      - Where a new volume is fetched from, over HTTP or HTTPS. It is not compared with where an existing one came
        from.
      - With O(state=extracted) and O(mode=ftp_upload), where it is sent to.
    type: str
  format:
    description:
      - Format of the file at O(url).
      - Needed to create the volume with O(url).
      - Used only when the volume is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - QCOW2
      - RAW
      - VHD
      - VHDX
      - OVA
      - VMDK
  checksum:
    description:
      - Checksum of the file at O(url).
      - Used only when the volume is created. The API does not show it, so it is not compared later.
    type: str
  image_store:
    description:
      - Name or id of the secondary storage that the file at O(url) is kept on.
      - Used only when the volume is created. The API does not show it, so it is not compared later.
    type: str
  mode:
    description:
      - How a volume is given out with O(state=extracted).
    type: str
    choices:
      - http_download
      - ftp_upload
    default: http_download
  force:
    description:
      - Whether a volume may be taken from the instance that has it, to be removed or to be attached to another one.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the volume exists, V(absent) that it does not. One that is attached is only removed
        with O(force=true).
      - V(attached) makes sure that it exists and is attached to O(vm), V(detached) that it exists and is attached to
        none.
      - V(uploaded) makes sure that it exists; a new one is fetched from O(url).
      - V(destroyed) removes it so that it can be recovered until it is expunged.
      - V(extracted) gives a link to fetch it from, at each run, in RV(url). The instance that has it must be stopped.
    type: str
    choices:
      - present
      - attached
      - detached
      - extracted
      - uploaded
      - destroyed
      - absent
    default: present
  id:
    description:
      - Id of an existing volume. It takes the place of the options that identify the volume.
    type: str
seealso:
  - module: cloudstack.cloud.volume_info
  - module: cloudstack.cloud.disk_offering
  - module: cloudstack.cloud.volume_snapshot
  - module: cloudstack.cloud.instance
  - module: cloudstack.cloud.instance_snapshot
"""

EXAMPLES = r"""
---
- name: The instance has a disk for its data
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    disk_offering: Custom
    size: 20
    vm: web-1
    state: attached

- name: The disk grows
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    size: 40

- name: The disk is kept without an instance
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    state: detached

- name: A link to fetch the disk from is known
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    state: extracted
  register: disk

- name: The disk is gone, but can be recovered
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    state: destroyed

- name: The disk is recovered
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1

- name: The disk is removed
  cloudstack.cloud.volume:
    name: web-data
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the volume.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the volume.
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when it exists
  type: str
  sample: zone-1
disk_offering:
  description: Name of the disk offering.
  returned: when it has one
  type: str
size:
  description: Size in GiB.
  returned: when it has one
  type: int
min_iops:
  description: The least number of operations a second, with an offering that leaves it open.
  returned: when it has one
  type: int
max_iops:
  description: The greatest number of operations a second, with an offering that leaves it open.
  returned: when it has one
  type: int
snapshot:
  description: Name of the snapshot that a new volume is made from.
  returned: when the task gives it
  type: str
storage:
  description: Name of the primary storage that the volume is on.
  returned: when it has one
  type: str
vm:
  description: Name of the instance that the volume is attached to.
  returned: when it has one
  type: str
display_volume:
  description: Whether users see the volume.
  returned: when it has one
  type: bool
delete_protection:
  description: Whether the volume is kept from being removed.
  returned: when it has one
  type: bool
kms_key:
  description: Id of the key that the volume is encrypted with.
  returned: when it has one
  type: str
image_store:
  description: Name of the secondary storage that the file at C(url) is kept on.
  returned: when the task gives it
  type: str
state:
  description: State that the server reports.
  returned: when it has one
  type: str
type:
  description: Kind of the volume, V(ROOT) or V(DATADISK).
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
attached:
  description: When it was attached.
  returned: when it has one
  type: str
device_id:
  description: Number of the device that it is to its instance.
  returned: when it has one
  type: int
path:
  description: Path on the primary storage.
  returned: when it has one
  type: str
storage_type:
  description: Whether it is on local or on shared storage.
  returned: when it has one
  type: str
provisioning_type:
  description: How it takes its space.
  returned: when it has one
  type: str
template:
  description: Name of the template that it was made from.
  returned: when it has one
  type: str
hypervisor:
  description: Hypervisor of its storage.
  returned: when it has one
  type: str
  sample: KVM
is_extractable:
  description: Whether it may be fetched.
  returned: when it has one
  type: bool
snapshot_id:
  description: Id of the snapshot that it was made from.
  returned: when it has one
  type: str
vm_state:
  description: State of its instance.
  returned: when it has one
  type: str
physical_size:
  description: Bytes that it takes.
  returned: when it has one
  type: int
destroyed:
  description: Whether it is destroyed, so that it can be recovered until it is expunged.
  returned: when it exists
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
restart_required_for:
  description: Options whose change stops and starts the thing, or else takes effect at its next start.
  returned: when a change needs a stop
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.volume import VOLUME
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VOLUME)


if __name__ == "__main__":
    main()
