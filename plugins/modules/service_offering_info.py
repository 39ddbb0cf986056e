#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: service_offering_info
short_description: List service offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all service offerings that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the service offering of this name or id.
    type: str
  is_system:
    description:
      - Whether to show the offerings for system VMs and routers, and not those for instances.
    type: bool
  storage_type:
    description:
      - Show only offerings whose root disks are kept on storage of this kind.
    type: str
    choices:
      - local
      - shared
  encrypt_root:
    description:
      - Show only offerings whose root disks are, or are not, encrypted.
    type: bool
  id:
    description:
      - Show only the service offering with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listServiceOfferings) takes V(account), V(cpunumber), V(cpuspeed), V(domainid), V(gpuenabled), V(isrecursive),
        V(keyword), V(listall), V(memory), V(projectid), V(state), V(systemvmtype), V(templateid), V(vgpuprofileid),
        V(virtualmachineid), V(zoneid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.service_offering
"""

EXAMPLES = r"""
---
- name: The service offerings for instances are known
  cloudstack.cloud.service_offering_info:
  register: found

- name: The service offerings for system VMs are known
  cloudstack.cloud.service_offering_info:
    is_system: true
  register: found
"""

RETURN = r"""
---
service_offerings:
  description: The service offerings that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(SERVICE_OFFERING)


if __name__ == "__main__":
    main()
