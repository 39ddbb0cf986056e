#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: storage_pool
short_description: Manage primary storage
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change, enable, disable, put into maintenance and remove primary storage, where the disks of instances are
    kept.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the storage pool.
      - It can be changed since CloudStack 4.15.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the pool belongs to.
    type: str
    required: true
  pod:
    description:
      - Name or id of the pod, for a pool of one cluster.
    type: str
  cluster:
    description:
      - Name or id of the cluster, for a pool of one cluster.
      - CloudStack changes it only while the storage pool is disabled; the task sees to that.
    type: str
  storage_url:
    description:
      - Where the storage is, for example V(nfs://192.0.2.20/export/primary), V(rbd://user:secret@192.0.2.21/pool),
        V(iscsi://192.0.2.22/iqn.2026-01.com.example/0), V(clvm://localhost/vg0),
        V(SharedMountPoint://localhost/mnt/primary) or V(presetup://localhost/label).
      - User name and password in it are never shown. It is compared where the API shows enough to tell it, that is
        for NFS, RBD and shared mount points.
      - Needed to create the storage pool.
      - CloudStack takes it only when the storage pool is created; a task that wants another value later fails.
    type: str
  scope:
    description:
      - Who may use the pool, one cluster, the whole zone, or one host. Without it, CloudStack takes V(cluster), and
        O(cluster) must be given.
      - A pool of one cluster can become one of the whole zone, and the other way round. Needs CloudStack 4.19.1.
      - CloudStack changes it only while the storage pool is disabled; the task sees to that.
    type: str
    choices:
      - cluster
      - zone
      - host
  hypervisor:
    description:
      - Hypervisor that uses the pool. A pool of the whole zone needs it. The case does not matter.
      - CloudStack takes it only when the storage pool is created; a task that wants another value later fails.
    type: str
  provider:
    description:
      - Name of the storage plugin that serves the pool.
      - When the storage pool is created without it, V(DefaultPrimary) is used.
      - CloudStack takes it only when the storage pool is created; a task that wants another value later fails.
    type: str
  managed:
    description:
      - Whether CloudStack has a volume of its own made on the storage for each disk, for plugins that can do so.
      - CloudStack takes it only when the storage pool is created; a task that wants another value later fails.
    type: bool
  storage_tags:
    description:
      - Tags of the pool. An offering with a storage tag puts its disks on pools that have it. An empty list removes
        all tags.
      - The order does not matter.
    type: list
    elements: str
    aliases:
      - storage_tag
  is_tag_a_rule:
    description:
      - Whether O(storage_tags) is one rule in JavaScript that decides which offerings fit, in place of tags.
    type: bool
  capacity_bytes:
    description:
      - Bytes that CloudStack may use. Without it, the whole storage.
    type: int
  capacity_iops:
    description:
      - Input and output operations a second that CloudStack may promise, for plugins that guarantee them.
    type: int
  details:
    description:
      - Further settings for the plugin, as names and values. Names that are not given are left as they are.
      - It can be changed since CloudStack 4.19.
    type: dict
  storage_access_groups:
    description:
      - Names of the storage access groups whose hosts may use the pool, separated by commas.
      - CloudStack takes it only when the storage pool is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  force:
    description:
      - Whether volumes on the pool that are destroyed, but not expunged yet, are expunged, so that it can be removed.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the pool exists.
      - V(absent) removes it. A pool that is not in maintenance is put into it first, which stops the instances that
        have disks there.
    type: str
    choices:
      - present
      - absent
    default: present
  allocation_state:
    description:
      - V(enabled) and V(disabled) say whether new disks may be put on the pool. V(maintenance) also stops the
        instances that have disks there, and the module waits until it is done.
      - Without it, the state is left as it is.
    type: str
    choices:
      - enabled
      - disabled
      - maintenance
  id:
    description:
      - Id of an existing storage pool. With it, another O(name) renames the storage pool.
    type: str
seealso:
  - module: cloudstack.cloud.storage_pool_info
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.image_store
"""

EXAMPLES = r"""
---
- name: The cluster has primary storage on NFS
  cloudstack.cloud.storage_pool:
    name: primary-2
    zone: zone-1
    pod: pod-1
    cluster: cluster-1
    scope: cluster
    storage_url: nfs://192.0.2.20/export/primary-2
    storage_tags:
      - hdd

- name: Only offerings for fast disks use the storage
  cloudstack.cloud.storage_pool:
    name: primary-2
    zone: zone-1
    storage_tags:
      - ssd

- name: The storage is in maintenance
  cloudstack.cloud.storage_pool:
    name: primary-2
    zone: zone-1
    allocation_state: maintenance

- name: The storage is removed
  cloudstack.cloud.storage_pool:
    name: primary-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the storage pool.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the storage pool.
  returned: when it exists
  type: str
  sample: primary-1
zone:
  description: Name of the zone the pool belongs to.
  returned: when it exists
  type: str
  sample: zone-1
pod:
  description: Name of the pod, for a pool of one cluster.
  returned: when it has one
  type: str
  sample: pod-1
cluster:
  description: Name of the cluster, for a pool of one cluster.
  returned: when it has one
  type: str
  sample: cluster-1
storage_url:
  description: Where the storage is, for example V(nfs://192.0.2.20/export/primary),
    V(rbd://user:secret@192.0.2.21/pool), V(iscsi://192.0.2.22/iqn.2026-01.com.example/0),
    V(clvm://localhost/vg0), V(SharedMountPoint://localhost/mnt/primary) or V(presetup://localhost/label).
  returned: when it has one
  type: str
  sample: nfs://192.0.2.20/export/primary-1
scope:
  description: Who may use the pool, one cluster, the whole zone, or one host.
  returned: when it has one
  type: str
  sample: cluster
hypervisor:
  description: Hypervisor that uses the pool.
  returned: when it has one
  type: str
  sample: KVM
provider:
  description: Name of the storage plugin that serves the pool.
  returned: when it has one
  type: str
  sample: DefaultPrimary
managed:
  description: Whether CloudStack has a volume of its own made on the storage for
    each disk, for plugins that can do so.
  returned: when it has one
  type: bool
storage_tags:
  description: Tags of the pool.
  returned: when it has one
  type: list
  elements: str
  sample:
    - ssd
is_tag_a_rule:
  description: Whether C(storage_tags) is one rule in JavaScript that decides which
    offerings fit, in place of tags.
  returned: when it has one
  type: bool
capacity_bytes:
  description: Bytes that CloudStack may use.
  returned: when it has one
  type: int
capacity_iops:
  description: Input and output operations a second that CloudStack may promise, for
    plugins that guarantee them.
  returned: when it has one
  type: int
details:
  description: Further settings for the plugin, as names and values.
  returned: when it has one
  type: dict
storage_access_groups:
  description: Names of the storage access groups whose hosts may use the pool, separated
    by commas.
  returned: when it has one
  type: str
state:
  description: State that the server reports.
  returned: when it has one
  type: str
  sample: Up
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
disk_size_allocated:
  description: Bytes that are promised to disks.
  returned: when it has one
  type: int
disk_size_total:
  description: Bytes there are.
  returned: when it has one
  type: int
disk_size_used:
  description: Bytes in use.
  returned: when it has one
  type: int
path:
  description: Path of the storage.
  returned: when it has one
  type: str
  sample: /export/primary-1
ip_address:
  description: Address of the server of the storage.
  returned: when it has one
  type: str
  sample: 192.0.2.20
type:
  description: Kind of the pool.
  returned: when it has one
  type: str
  sample: NetworkFilesystem
overprovision_factor:
  description: How many times the storage is promised.
  returned: when it has one
  type: str
suitable_for_migration:
  description: Whether the pool is fit to take over a disk.
  returned: when it has one
  type: bool
storage_capabilities:
  description: What the pool can do.
  returned: when it has one
  type: dict
nfs_mount_opts:
  description: Options that it is mounted with.
  returned: when it has one
  type: str
allocation_state:
  description: Whether new disks may be put on the pool, or that it is in maintenance.
  returned: when it exists
  type: str
  sample: enabled
diff:
  description: What changes, in the names of the options. A side is empty where there
    is nothing.
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
  description: What went wrong, for programs to read. The message says the same for
    people, and what to do.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.storage_pool import STORAGE_POOL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(STORAGE_POOL)


if __name__ == "__main__":
    main()
