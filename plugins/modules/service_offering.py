#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: service_offering
short_description: Manage service offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove the offerings that say how much of processors and memory an instance or a system VM has,
    and on what storage its root disk is kept.
  - CloudStack sets most of an offering only when it is created. To offer something else, create another offering.
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
  is_system:
    description:
      - Whether the offering is for system VMs and routers, and not for instances.
      - It is part of what identifies the offering.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: bool
    default: false
  system_vm_type:
    description:
      - The kind of system VM that the offering is for, with O(is_system=true).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: str
    choices:
      - domainrouter
      - consoleproxy
      - secondarystoragevm
  cpu_number:
    description:
      - Number of processor cores. It must be given unless the offering is customized.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  cpu_speed:
    description:
      - Speed of each core in MHz. It must be given unless the offering is customized.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  memory:
    description:
      - Memory in MiB. It must be given unless the offering is customized.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  is_customized:
    description:
      - Whether whoever deploys an instance says how many cores and how much memory it has.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.13 or newer.
    type: bool
  min_cpu_number:
    description:
      - The least number of cores of a customized offering.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.13 or newer.
    type: int
  max_cpu_number:
    description:
      - The greatest number of cores of a customized offering.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.13 or newer.
    type: int
  min_memory:
    description:
      - The least memory of a customized offering in MiB.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.13 or newer.
    type: int
  max_memory:
    description:
      - The greatest memory of a customized offering in MiB.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.13 or newer.
    type: int
  limit_cpu_usage:
    description:
      - Whether an instance may use no more than its share of the processors, even if they are idle.
      - Without it, it may.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: bool
  offer_ha:
    description:
      - Whether instances are started again elsewhere when their host fails.
      - Without it, they are not.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: bool
  is_volatile:
    description:
      - Whether the root disk is made anew from the template each time that an instance is restarted.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: bool
  dynamic_scaling_enabled:
    description:
      - Whether the size of a running instance may be changed.
      - Without it, it may.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.16 or newer.
    type: bool
  network_rate:
    description:
      - Rate of the default NIC in megabits a second.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  deployment_planner:
    description:
      - The planner that chooses where instances run.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: str
  host_tags:
    description:
      - Tags that a host must have to run the instances. An empty list removes all of them.
      - It can be changed since CloudStack 4.16.
    type: list
    elements: str
    aliases:
      - host_tag
  storage_tags:
    description:
      - Tags that primary storage must have to hold the root disk. An empty list removes all of them.
      - It can be changed since CloudStack 4.16.
    type: list
    elements: str
    aliases:
      - storage_tag
  provisioning_type:
    description:
      - How the root disk takes its space.
      - Without it, CloudStack takes V(thin).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: str
    choices:
      - thin
      - sparse
      - fat
  storage_type:
    description:
      - Whether the root disk is kept on the storage of the host, or on storage that hosts share.
      - Without it, CloudStack takes V(shared).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: str
    choices:
      - local
      - shared
  cache_mode:
    description:
      - How writes to the root disk are cached.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.14 or newer.
    type: str
    choices:
      - none
      - writeback
      - writethrough
      - hypervisor_default
  storage_policy:
    description:
      - Id of the storage policy of vSphere.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.15 or newer.
    type: str
  hypervisor_snapshot_reserve:
    description:
      - Share of the root disk that is reserved for snapshots on the hypervisor, in percent.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.4 or newer.
    type: int
  root_disk_size:
    description:
      - Size of the root disk in GiB, whatever the template has.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.15 or newer.
    type: int
  encrypt_root:
    description:
      - Whether the root disk is encrypted.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: bool
  disk_offering:
    description:
      - Name or id of the disk offering for the root disk. Without it, the offering has one of its own.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.17 or newer.
    type: str
  disk_offering_strictness:
    description:
      - Whether an instance may only have the root disk that O(disk_offering) says.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.17 or newer.
    type: bool
  is_iops_customized:
    description:
      - Whether whoever deploys an instance says how many operations its root disk is guaranteed.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.4 or newer.
    type: bool
    aliases:
      - disk_iops_customized
  disk_iops_min:
    description:
      - The least number of operations a second of the root disk.
      - Needs O(is_iops_customized=false), without which CloudStack drops it.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.4 or newer.
    type: int
  disk_iops_max:
    description:
      - The greatest number of operations a second of the root disk.
      - Needs O(is_iops_customized=false), without which CloudStack drops it.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.4 or newer.
    type: int
  disk_bytes_read_rate:
    description:
      - How many bytes a second may be read from the root disk.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
    aliases:
      - bytes_read_rate
  disk_bytes_read_rate_max:
    description:
      - How many bytes a second are allowed in a burst, above O(disk_bytes_read_rate).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_bytes_read_rate_max_length:
    description:
      - How many seconds a burst of O(disk_bytes_read_rate_max) may last.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_bytes_write_rate:
    description:
      - How many bytes a second may be written to the root disk.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
    aliases:
      - bytes_write_rate
  disk_bytes_write_rate_max:
    description:
      - How many bytes a second are allowed in a burst, above O(disk_bytes_write_rate).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_bytes_write_rate_max_length:
    description:
      - How many seconds a burst of O(disk_bytes_write_rate_max) may last.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_read_rate:
    description:
      - How many operations a second may read the root disk.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_read_rate_max:
    description:
      - How many operations a second are allowed in a burst, above O(disk_iops_read_rate).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_read_rate_max_length:
    description:
      - How many seconds a burst of O(disk_iops_read_rate_max) may last.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_write_rate:
    description:
      - How many operations a second may write the root disk.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_write_rate_max:
    description:
      - How many operations a second are allowed in a burst, above O(disk_iops_write_rate).
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  disk_iops_write_rate_max_length:
    description:
      - How many seconds a burst of O(disk_iops_write_rate_max) may last.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: int
  vgpu_profile:
    description:
      - Name or id of the vGPU profile.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  gpu_count:
    description:
      - Number of GPUs.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: int
  gpu_display:
    description:
      - Whether a GPU also shows the console.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: bool
  lease_duration:
    description:
      - Number of days after which the lease of an instance ends.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: int
  lease_expiry_action:
    description:
      - What happens to an instance when its lease ends.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
    choices:
      - STOP
      - DESTROY
  service_offering_details:
    description:
      - Further settings of the offering, each a name and its value.
      - CloudStack takes it only when the service offering is created; a task that wants another value later fails.
    type: dict
  external_details:
    description:
      - Settings for hypervisors that an extension serves, each a name and its value.
      - Used only when the service offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  purge_resources:
    description:
      - Whether what is known of an expunged instance is removed from the database as well.
      - Needs CloudStack 4.20 or newer.
    type: bool
  domains:
    description:
      - Paths, names or ids of the domains that alone may use the offering. An empty list opens it to all.
      - Without it, an existing offering stays as it is, and a new one is for all.
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
      - Instances keep an offering that is removed; nobody can choose it any more.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing service offering. It takes the place of the options that identify the service offering.
    type: str
seealso:
  - module: cloudstack.cloud.service_offering_info
  - module: cloudstack.cloud.disk_offering
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: A small size is offered
  cloudstack.cloud.service_offering:
    name: small
    display_text: 1 core, 1 GiB
    cpu_number: 1
    cpu_speed: 1000
    memory: 1024
    offer_ha: true

- name: Whoever deploys may choose the size within limits
  cloudstack.cloud.service_offering:
    name: custom
    display_text: 1 to 8 cores, 1 to 16 GiB
    is_customized: true
    cpu_speed: 1000
    min_cpu_number: 1
    max_cpu_number: 8
    min_memory: 1024
    max_memory: 16384

- name: The small size has its root disk on fast storage only
  cloudstack.cloud.service_offering:
    name: small
    storage_tags: [ssd]

- name: Routers have an offering of their own
  cloudstack.cloud.service_offering:
    name: router
    is_system: true
    system_vm_type: domainrouter
    cpu_number: 1
    cpu_speed: 1000
    memory: 512

- name: The custom size is not offered any more
  cloudstack.cloud.service_offering:
    name: custom
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the service offering.
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
is_system:
  description: Whether the offering is for system VMs and routers, and not for instances.
  returned: when it exists
  type: bool
system_vm_type:
  description: The kind of system VM that the offering is for, with C(is_system=true).
  returned: when it has one
  type: str
  sample: domainrouter
cpu_number:
  description: Number of processor cores.
  returned: when it has one
  type: int
cpu_speed:
  description: Speed of each core in MHz.
  returned: when it has one
  type: int
memory:
  description: Memory in MiB.
  returned: when it has one
  type: int
is_customized:
  description: Whether whoever deploys an instance says how many cores and how much memory it has.
  returned: when it has one
  type: bool
min_cpu_number:
  description: The least number of cores of a customized offering.
  returned: when it has one
  type: int
max_cpu_number:
  description: The greatest number of cores of a customized offering.
  returned: when it has one
  type: int
min_memory:
  description: The least memory of a customized offering in MiB.
  returned: when it has one
  type: int
max_memory:
  description: The greatest memory of a customized offering in MiB.
  returned: when it has one
  type: int
limit_cpu_usage:
  description: Whether an instance may use no more than its share of the processors, even if they are idle.
  returned: when it has one
  type: bool
offer_ha:
  description: Whether instances are started again elsewhere when their host fails.
  returned: when it has one
  type: bool
is_volatile:
  description: Whether the root disk is made anew from the template each time that an instance is restarted.
  returned: when it has one
  type: bool
dynamic_scaling_enabled:
  description: Whether the size of a running instance may be changed.
  returned: when it has one
  type: bool
network_rate:
  description: Rate of the default NIC in megabits a second.
  returned: when it has one
  type: int
deployment_planner:
  description: The planner that chooses where instances run.
  returned: when it has one
  type: str
host_tags:
  description: Tags that a host must have to run the instances.
  returned: when it has one
  type: list
  elements: str
storage_tags:
  description: Tags that primary storage must have to hold the root disk.
  returned: when it has one
  type: list
  elements: str
provisioning_type:
  description: How the root disk takes its space.
  returned: when it has one
  type: str
  sample: thin
storage_type:
  description: Whether the root disk is kept on the storage of the host, or on storage that hosts share.
  returned: when it has one
  type: str
  sample: local
cache_mode:
  description: How writes to the root disk are cached.
  returned: when it has one
  type: str
  sample: none
storage_policy:
  description: Id of the storage policy of vSphere.
  returned: when it has one
  type: str
hypervisor_snapshot_reserve:
  description: Share of the root disk that is reserved for snapshots on the hypervisor, in percent.
  returned: when it has one
  type: int
root_disk_size:
  description: Size of the root disk in GiB, whatever the template has.
  returned: when it has one
  type: int
encrypt_root:
  description: Whether the root disk is encrypted.
  returned: when it has one
  type: bool
disk_offering:
  description: Name of the disk offering for the root disk.
  returned: when it has one
  type: str
disk_offering_strictness:
  description: Whether an instance may only have the root disk that C(disk_offering) says.
  returned: when it has one
  type: bool
is_iops_customized:
  description: Whether whoever deploys an instance says how many operations its root disk is guaranteed.
  returned: when it has one
  type: bool
disk_iops_min:
  description: The least number of operations a second of the root disk.
  returned: when it has one
  type: int
disk_iops_max:
  description: The greatest number of operations a second of the root disk.
  returned: when it has one
  type: int
disk_bytes_read_rate:
  description: How many bytes a second may be read from the root disk.
  returned: when it has one
  type: int
disk_bytes_read_rate_max:
  description: How many bytes a second are allowed in a burst, above C(disk_bytes_read_rate).
  returned: when it has one
  type: int
disk_bytes_read_rate_max_length:
  description: How many seconds a burst of C(disk_bytes_read_rate_max) may last.
  returned: when it has one
  type: int
disk_bytes_write_rate:
  description: How many bytes a second may be written to the root disk.
  returned: when it has one
  type: int
disk_bytes_write_rate_max:
  description: How many bytes a second are allowed in a burst, above C(disk_bytes_write_rate).
  returned: when it has one
  type: int
disk_bytes_write_rate_max_length:
  description: How many seconds a burst of C(disk_bytes_write_rate_max) may last.
  returned: when it has one
  type: int
disk_iops_read_rate:
  description: How many operations a second may read the root disk.
  returned: when it has one
  type: int
disk_iops_read_rate_max:
  description: How many operations a second are allowed in a burst, above C(disk_iops_read_rate).
  returned: when it has one
  type: int
disk_iops_read_rate_max_length:
  description: How many seconds a burst of C(disk_iops_read_rate_max) may last.
  returned: when it has one
  type: int
disk_iops_write_rate:
  description: How many operations a second may write the root disk.
  returned: when it has one
  type: int
disk_iops_write_rate_max:
  description: How many operations a second are allowed in a burst, above C(disk_iops_write_rate).
  returned: when it has one
  type: int
disk_iops_write_rate_max_length:
  description: How many seconds a burst of C(disk_iops_write_rate_max) may last.
  returned: when it has one
  type: int
vgpu_profile:
  description: Name of the vGPU profile.
  returned: when it has one
  type: str
gpu_count:
  description: Number of GPUs.
  returned: when it has one
  type: int
gpu_display:
  description: Whether a GPU also shows the console.
  returned: when it has one
  type: bool
lease_duration:
  description: Number of days after which the lease of an instance ends.
  returned: when it has one
  type: int
lease_expiry_action:
  description: What happens to an instance when its lease ends.
  returned: when it has one
  type: str
  sample: STOP
service_offering_details:
  description: Further settings of the offering, each a name and its value.
  returned: when it has one
  type: dict
purge_resources:
  description: Whether what is known of an expunged instance is removed from the database as well.
  returned: when it has one
  type: bool
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
default_use:
  description: Whether CloudStack came with it for its own use.
  returned: when it has one
  type: bool
gpu_card:
  description: Name of the GPU card.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.service_offering import SERVICE_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SERVICE_OFFERING)


if __name__ == "__main__":
    main()
