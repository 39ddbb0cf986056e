#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: unmanaged_instance_info
short_description: List unmanaged instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all unmanaged instances that the user may see, or those that fit every filter.
  - They are virtual machines that run on the hosts of a cluster without CloudStack's doing. The hosts of KVM
    and VMware tell of them, to an administrator of the root domain.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the machine of this name at the hypervisor.
    type: str
  zone:
    description:
      - Name or id of the zone in which O(cluster) is looked for.
    type: str
    required: true
  cluster:
    description:
      - Name or id of the cluster on whose hosts to look.
    type: str
    required: true
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listUnmanagedInstances) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.instance_import
"""

EXAMPLES = r"""
---
- name: It is known what runs on the hosts without CloudStack's doing
  cloudstack.cloud.unmanaged_instance_info:
    zone: zone-1
    cluster: cluster-kvm
  register: found

- name: One machine is known
  cloudstack.cloud.unmanaged_instance_info:
    zone: zone-1
    cluster: cluster-kvm
    name: kvm-1-vm-1
  register: found
"""

RETURN = r"""
---
unmanaged_instances:
  description: The unmanaged instances that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the unmanaged instance.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the machine at the hypervisor.
      returned: when it exists
      type: str
    zone:
      description: Name of the zone.
      returned: when the task gives it
      type: str
      sample: zone-1
    cluster:
      description: Name of the cluster.
      returned: when it has one
      type: str
      sample: cluster-1
    host:
      description: Name of the host that the machine runs on.
      returned: when it has one
      type: str
    power_state:
      description: V(PowerOn), V(PowerOff), or V(PowerUnknown).
      returned: when it has one
      type: str
    cpu_number:
      description: Number of its processors.
      returned: when it has one
      type: int
    cpu_speed:
      description: Speed of its processors in MHz.
      returned: when it has one
      type: int
    cpu_cores_per_socket:
      description: Cores of each of its processors' sockets.
      returned: when it has one
      type: int
    memory:
      description: Memory in MiB.
      returned: when it has one
      type: int
    os_type:
      description: The OS in it, as far as the hypervisor knows.
      returned: when it has one
      type: str
    hypervisor:
      description: Hypervisor of the host.
      returned: when it has one
      type: str
      sample: KVM
    hypervisor_version:
      description: Version of the hypervisor.
      returned: when it has one
      type: str
    boot_type:
      description: V(Bios) or V(Uefi).
      returned: when it has one
      type: str
    boot_mode:
      description: How it boots, for example V(Legacy).
      returned: when it has one
      type: str
    nics:
      description: Its NICs, as far as the hypervisor knows them.
      returned: when it has one
      type: list
      elements: dict
      contains:
        id:
          description: Id of the NIC at the hypervisor.
          returned: always
          type: str
          sample: net0
        mac_address:
          description: MAC address.
          returned: when known
          type: str
          sample: 02:01:00:00:00:0a
        vlan:
          description: VLAN that it is in.
          returned: when known
          type: int
          sample: 120
        network_name:
          description: What the hypervisor calls the network.
          returned: when known
          type: str
        adapter_type:
          description: Kind of the adapter.
          returned: when known
          type: str
          sample: virtio
        ip_addresses:
          description: Addresses that the guest tells.
          returned: when known
          type: list
          elements: str
    disks:
      description: Its disks, the root disk first, as far as the hypervisor knows them.
      returned: when it has one
      type: list
      elements: dict
      contains:
        id:
          description: Id of the disk at the hypervisor.
          returned: always
          type: str
        label:
          description: Label of the disk.
          returned: when known
          type: str
          sample: disk1
        size:
          description: Size in bytes.
          returned: when known
          type: int
          sample: 21474836480
        position:
          description: Position at the controller.
          returned: when known
          type: int
          sample: 0
        controller:
          description: Kind of the controller.
          returned: when known
          type: str
          sample: virtio
        controller_unit:
          description: Number of the controller.
          returned: when known
          type: int
          sample: 0
        image_path:
          description: Path of the image.
          returned: when known
          type: str
        datastore_name:
          description: Name of the storage that it is on.
          returned: when known
          type: str
        datastore_type:
          description: Kind of that storage.
          returned: when known
          type: str
          sample: NetworkFilesystem
        datastore_host:
          description: Address of that storage.
          returned: when known
          type: str
        datastore_path:
          description: Path at that storage.
          returned: when known
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.unmanaged_instance import UNMANAGED_INSTANCE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(UNMANAGED_INSTANCE)


if __name__ == "__main__":
    main()
