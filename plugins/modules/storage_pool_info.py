#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: storage_pool_info
short_description: List storage pools
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all storage pools that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the storage pool of this name or id.
    type: str
  zone:
    description:
      - Show only storage pools of this zone, given by name or id.
    type: str
  pod:
    description:
      - Show only storage pools of this pod, given by name or id.
    type: str
  cluster:
    description:
      - Show only storage pools of this cluster, given by name or id.
    type: str
  scope:
    description:
      - Show only storage pools that one cluster, the whole zone, or one host may use.
    type: str
    choices:
      - cluster
      - zone
      - host
  status:
    description:
      - Show only storage pools in this state, for example V(Up).
    type: str
  id:
    description:
      - Show only the storage pool with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says.
        What is an id there is an id here, and no name.
      - C(listStoragePools) takes V(hostid), V(ipaddress), V(keyword), V(path), V(storageaccessgroup),
        V(storagecustomstats), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.storage_pool
"""

EXAMPLES = r"""
---
- name: The primary storage of the zone is known
  cloudstack.cloud.storage_pool_info:
    zone: zone-1
  register: found
"""

RETURN = r"""
---
storage_pools:
  description: The storage pools that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Whether CloudStack has a volume of its own made on the storage for each
        disk, for plugins that can do so.
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
failure:
  description: What went wrong, for programs to read. The message says the same for people,
    and what to do.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(STORAGE_POOL)


if __name__ == "__main__":
    main()
