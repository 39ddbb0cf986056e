#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: disk_offering
short_description: Manage disk offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the offerings that say how large a volume is, how fast it may be, and on what storage it
    is kept.
  - CloudStack sets the size and most of the rest only when an offering is created. To offer something else, create
    another one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the offering.
    type: str
    required: true
  display_text:
    description:
      - Text that users read.
      - CloudStack uses the name when the offering is created without it.
    type: str
  disk_size:
    description:
      - Size of the volumes in GiB. It must be given unless the offering is customized.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: int
  customized:
    description:
      - Whether whoever creates a volume says how large it is.
      - Without it, the size is that of O(disk_size).
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: bool
  disk_size_strictness:
    description:
      - Whether a volume may not be resized to another size than that of the offering.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.17 or newer.
    type: bool
  display_offering:
    description:
      - Whether users see the offering.
      - Without it, they do.
    type: bool
  storage_tags:
    description:
      - Tags that primary storage must have to hold the volumes. An empty list removes all of them.
      - It can be changed since CloudStack 4.15.
    type: list
    elements: str
    aliases:
      - storage_tag
  provisioning_type:
    description:
      - How volumes take their space.
      - Without it, CloudStack takes V(thin).
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: str
    choices:
      - thin
      - sparse
      - fat
  storage_type:
    description:
      - Whether volumes are kept on the storage of a host, or on storage that hosts share.
      - Without it, CloudStack takes V(shared).
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: str
    choices:
      - local
      - shared
  cache_mode:
    description:
      - How writes are cached.
      - Needs CloudStack 4.14 or newer.
      - It can be changed since CloudStack 4.15.
    type: str
    choices:
      - none
      - writeback
      - writethrough
      - hypervisor_default
  storage_policy:
    description:
      - Id of the storage policy of vSphere.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.15 or newer.
    type: str
  hypervisor_snapshot_reserve:
    description:
      - Share of a volume that is reserved for snapshots on the hypervisor, in percent.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: int
  encrypt:
    description:
      - Whether volumes are encrypted.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: bool
  is_iops_customized:
    description:
      - Whether whoever creates a volume says how many operations it is guaranteed.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: bool
  iops_min:
    description:
      - The least number of operations a second.
      - Needs O(is_iops_customized=false), without which CloudStack drops it.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: int
  iops_max:
    description:
      - The greatest number of operations a second.
      - Needs O(is_iops_customized=false), without which CloudStack drops it.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
    type: int
  bytes_read_rate:
    description:
      - How many bytes a second may be read from a volume.
      - It can be changed since CloudStack 4.15.
    type: int
  bytes_read_rate_max:
    description:
      - How many bytes a second are allowed in a burst, above O(bytes_read_rate).
      - It can be changed since CloudStack 4.15.
    type: int
  bytes_read_rate_max_length:
    description:
      - How many seconds a burst of O(bytes_read_rate_max) may last.
      - It can be changed since CloudStack 4.15.
    type: int
  bytes_write_rate:
    description:
      - How many bytes a second may be written to a volume.
      - It can be changed since CloudStack 4.15.
    type: int
  bytes_write_rate_max:
    description:
      - How many bytes a second are allowed in a burst, above O(bytes_write_rate).
      - It can be changed since CloudStack 4.15.
    type: int
  bytes_write_rate_max_length:
    description:
      - How many seconds a burst of O(bytes_write_rate_max) may last.
      - It can be changed since CloudStack 4.15.
    type: int
  iops_read_rate:
    description:
      - How many operations a second may read a volume.
      - It can be changed since CloudStack 4.15.
    type: int
  iops_read_rate_max:
    description:
      - How many operations a second are allowed in a burst, above O(iops_read_rate).
      - It can be changed since CloudStack 4.15.
    type: int
  iops_read_rate_max_length:
    description:
      - How many seconds a burst of O(iops_read_rate_max) may last.
      - It can be changed since CloudStack 4.15.
    type: int
  iops_write_rate:
    description:
      - How many operations a second may write a volume.
      - It can be changed since CloudStack 4.15.
    type: int
  iops_write_rate_max:
    description:
      - How many operations a second are allowed in a burst, above O(iops_write_rate).
      - It can be changed since CloudStack 4.15.
    type: int
  iops_write_rate_max_length:
    description:
      - How many seconds a burst of O(iops_write_rate_max) may last.
      - It can be changed since CloudStack 4.15.
    type: int
  details:
    description:
      - Further settings of the offering, each a name and its value.
      - CloudStack takes it only when the disk offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.16 or newer.
    type: dict
  domains:
    description:
      - Paths, names or ids of the domains that alone may use the offering. An empty list opens it to all.
      - Without it, an existing offering stays as it is, and a new one is for all.
      - It can be changed since CloudStack 4.13.
    type: list
    elements: str
    aliases:
      - domain
  zones:
    description:
      - Names or ids of the zones that alone have the offering. An empty list offers it in all zones.
      - Needs CloudStack 4.13 or newer.
    type: list
    elements: str
    aliases:
      - zone
  state:
    description:
      - V(present) makes sure that the offering exists, V(absent) that it does not.
      - Volumes keep an offering that is removed; nobody can choose it any more.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing disk offering. It takes the place of the options that identify the disk offering.
    type: str
seealso:
  - module: cloudstack.cloud.disk_offering_info
  - module: cloudstack.cloud.service_offering
  - module: cloudstack.cloud.volume
"""

EXAMPLES = r"""
---
- name: Volumes of 50 GiB are offered
  cloudstack.cloud.disk_offering:
    name: data-50
    display_text: 50 GiB
    disk_size: 50

- name: Volumes of any size are offered on fast storage
  cloudstack.cloud.disk_offering:
    name: fast-custom
    customized: true
    storage_tags: [ssd]
    bytes_read_rate: 104857600
    bytes_write_rate: 104857600

- name: Users read another text
  cloudstack.cloud.disk_offering:
    name: data-50
    display_text: 50 GiB, with backups

- name: Volumes of 50 GiB are not offered any more
  cloudstack.cloud.disk_offering:
    name: data-50
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the disk offering.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the offering.
  returned: when it exists
  type: str
display_text:
  description: Text that users read.
  returned: when it has one
  type: str
disk_size:
  description: Size of the volumes in GiB.
  returned: when it has one
  type: int
customized:
  description: Whether whoever creates a volume says how large it is.
  returned: when it has one
  type: bool
disk_size_strictness:
  description: Whether a volume may not be resized to another size than that of the offering.
  returned: when it has one
  type: bool
display_offering:
  description: Whether users see the offering.
  returned: when it has one
  type: bool
storage_tags:
  description: Tags that primary storage must have to hold the volumes.
  returned: when it has one
  type: list
  elements: str
provisioning_type:
  description: How volumes take their space.
  returned: when it has one
  type: str
  sample: thin
storage_type:
  description: Whether volumes are kept on the storage of a host, or on storage that hosts share.
  returned: when it has one
  type: str
  sample: local
cache_mode:
  description: How writes are cached.
  returned: when it has one
  type: str
  sample: none
storage_policy:
  description: Id of the storage policy of vSphere.
  returned: when it has one
  type: str
hypervisor_snapshot_reserve:
  description: Share of a volume that is reserved for snapshots on the hypervisor, in percent.
  returned: when it has one
  type: int
encrypt:
  description: Whether volumes are encrypted.
  returned: when it has one
  type: bool
is_iops_customized:
  description: Whether whoever creates a volume says how many operations it is guaranteed.
  returned: when it has one
  type: bool
iops_min:
  description: The least number of operations a second.
  returned: when it has one
  type: int
iops_max:
  description: The greatest number of operations a second.
  returned: when it has one
  type: int
bytes_read_rate:
  description: How many bytes a second may be read from a volume.
  returned: when it has one
  type: int
bytes_read_rate_max:
  description: How many bytes a second are allowed in a burst, above C(bytes_read_rate).
  returned: when it has one
  type: int
bytes_read_rate_max_length:
  description: How many seconds a burst of C(bytes_read_rate_max) may last.
  returned: when it has one
  type: int
bytes_write_rate:
  description: How many bytes a second may be written to a volume.
  returned: when it has one
  type: int
bytes_write_rate_max:
  description: How many bytes a second are allowed in a burst, above C(bytes_write_rate).
  returned: when it has one
  type: int
bytes_write_rate_max_length:
  description: How many seconds a burst of C(bytes_write_rate_max) may last.
  returned: when it has one
  type: int
iops_read_rate:
  description: How many operations a second may read a volume.
  returned: when it has one
  type: int
iops_read_rate_max:
  description: How many operations a second are allowed in a burst, above C(iops_read_rate).
  returned: when it has one
  type: int
iops_read_rate_max_length:
  description: How many seconds a burst of C(iops_read_rate_max) may last.
  returned: when it has one
  type: int
iops_write_rate:
  description: How many operations a second may write a volume.
  returned: when it has one
  type: int
iops_write_rate_max:
  description: How many operations a second are allowed in a burst, above C(iops_write_rate).
  returned: when it has one
  type: int
iops_write_rate_max_length:
  description: How many seconds a burst of C(iops_write_rate_max) may last.
  returned: when it has one
  type: int
details:
  description: Further settings of the offering, each a name and its value.
  returned: when it has one
  type: dict
domains:
  description: Paths, names or ids of the domains that alone may use the offering.
  returned: when it has one
  type: list
  elements: str
zones:
  description: Names of the zones that alone have the offering.
  returned: when it has one
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.disk_offering import DISK_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(DISK_OFFERING)


if __name__ == "__main__":
    main()
