#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_import
short_description: Take machines of a hypervisor under management, and let go of them
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Make an instance of a virtual machine that runs on a host of CloudStack without CloudStack's doing. The machine goes
    on running meanwhile.
  - Let go of an instance (C(unmanageVirtualMachine)). CloudStack forgets it, with its NICs and its volumes. The machine
    and its disks stay where they are, and the machine goes on running.
  - Bring a machine from a host of KVM or a vCenter that CloudStack does not manage, or make an instance of a disk
    image, with O(source).
  - It works on the hosts of KVM and VMware. Only an administrator of the root domain may do it.
  - What an imported instance has afterwards is changed by M(cloudstack.cloud.instance).
attributes:
  idempotent:
    support: full
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name of the machine at the hypervisor, as M(cloudstack.cloud.unmanaged_instance_info) shows it.
      - The case matters.
      - Of an instance that CloudStack deployed, it is RV(cloudstack.cloud.instance#module:instance_name).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone of the cluster.
    type: str
    required: true
  cluster:
    description:
      - Name or id of the cluster on whose hosts the machine runs.
      - Needed to create the import.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  display_name:
    description:
      - Name of the instance as users see it. Without it, it is O(name).
      - CloudStack takes it only when the import is created; a task that wants another value later fails.
    type: str
  host_name:
    description:
      - Name of the instance, which is its host name. Without it, it is O(name).
      - It consists of letters, digits and hyphens. It is needed where O(name) has other characters.
      - CloudStack takes it only when the import is created; a task that wants another value later fails.
    type: str
  service_offering:
    description:
      - Name or id of the service offering. It must have the processors and the memory of the machine, unless the
        machine is switched off.
      - Needed to create the import.
      - CloudStack takes it only when the import is created; a task that wants another value later fails.
    type: str
  template:
    description:
      - Name or id of the template that the instance shall seem to be deployed from. It settles the OS type.
      - Without it, the instance has a template that is only there for imports.
      - CloudStack takes it only when the import is created; a task that wants another value later fails.
    type: str
  nics:
    description:
      - The network of each NIC of the machine.
      - A NIC that is not named is put into a network with the VLAN that it has.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: list
    elements: dict
    suboptions:
      nic:
        description:
          - Id or MAC address of the NIC, as M(cloudstack.cloud.unmanaged_instance_info) shows them.
        type: str
        required: true
      network:
        description:
          - Name or id of the network.
        type: str
        required: true
      ip:
        description:
          - IPv4 address that the guest has, or V(auto) to let CloudStack choose one.
          - Needed in networks whose addresses CloudStack keeps, so in all but L2 networks.
        type: str
  data_disks:
    description:
      - The disk offering of each disk of the machine besides its root disk.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: list
    elements: dict
    suboptions:
      disk:
        description:
          - Id or label of the disk, as M(cloudstack.cloud.unmanaged_instance_info) shows them.
        type: str
        required: true
      disk_offering:
        description:
          - Name or id of the disk offering. It must allow the size that the disk has.
        type: str
        required: true
  details:
    description:
      - Details of the instance, such as V(cpuNumber) and V(memory) for a service offering that leaves them open.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: dict
  migrate_allowed:
    description:
      - Whether CloudStack may move the instance or its volumes where the offerings do not fit the host or storage that
        they are on.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: bool
  force:
    description:
      - Whether a machine is imported although CloudStack knows a NIC with one of its MAC addresses already.
      - With O(state=absent), whether an instance of KVM is let go of although a config drive is attached to it. That
        needs CloudStack 4.22 or newer.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: bool
  host:
    description:
      - Name or id of the host on which a stopped instance of KVM is left, with O(state=absent). Without it, it is the
        host that it ran on last.
      - Needs CloudStack 4.22 or newer.
    type: str
  source:
    description:
      - Where the machine is, if it is not on a host of O(cluster), which must be one of KVM then.
      - V(external) is a host of KVM that CloudStack does not know, V(vmware) a vCenter, from which the machine is
        converted.
      - V(local) makes the instance of a disk image on the host O(disk_host), V(shared) of one on O(storage).
      - An instance from elsewhere gets another name at the hypervisor, so it is found by O(host_name) later.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.19 or newer.
    type: str
    choices:
      - external
      - local
      - shared
      - vmware
  source_host:
    description:
      - Name or address of the host that the machine is on, with O(source=external). With O(source=vmware), its ESXi
        host
        as the vCenter names it.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  source_username:
    description:
      - User name at that host or at the vCenter.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  source_password:
    description:
      - Password of O(source_username).
      - It is only sent when the import is created, and never shown, compared or logged.
    type: str
  disk_path:
    description:
      - Path of the disk image, with O(source=local) and O(source=shared).
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  disk_host:
    description:
      - Name or id of the host that has the disk image, with O(source=local).
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  storage:
    description:
      - Name or id of the primary storage that has the disk image, with O(source=shared).
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  network:
    description:
      - Name or id of the network of the instance, with O(source=local) and O(source=shared). CloudStack chooses the
        address.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  temp_path:
    description:
      - Folder on the host of KVM into which disks are copied first, with O(source=external).
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  os_type:
    description:
      - Name or id of the OS type of the machine.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.22.1 or newer.
    type: str
  vcenter:
    description:
      - Name or address of the vCenter, with O(source=vmware).
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  existing_vcenter:
    description:
      - Id of a vCenter that CloudStack knows, in place of O(vcenter), O(datacenter) and the credentials.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  datacenter:
    description:
      - Name of the datacenter at the vCenter.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  source_cluster:
    description:
      - Name of the cluster at the vCenter.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  source_host_ip:
    description:
      - IPv4 address of the ESXi host that the machine is on.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  convert_host:
    description:
      - Name or id of the host of KVM that converts the machine. Without it, CloudStack chooses one.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  convert_storage:
    description:
      - Name or id of the primary storage on which the machine is converted. Without it, that is secondary storage.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: str
  force_convert_to_storage:
    description:
      - Whether the disks are written to O(convert_storage) at once, where they stay.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.22 or newer.
    type: bool
  import_host:
    description:
      - Name or id of the host of KVM that brings the converted disks to their storage.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.19.2 or newer.
    type: str
  extra_params:
    description:
      - Further parameters for the program virt-v2v that converts it, where the setting for that allows them.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.22 or newer.
    type: str
  management_server_exports:
    description:
      - Whether the management server fetches the machine from the vCenter, and not the host that converts it.
      - Used only when the import is created. The API does not show it, so it is not compared later.
    type: bool
  use_vddk:
    description:
      - Whether disks are read with the library VDDK of VMware, which is faster.
      - Used only when the import is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.22.1 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that CloudStack manages the machine, V(absent) that it does not. Neither of them stops or
        removes the machine itself.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of the instance. It takes the place of the options that identify the machine.
    type: str
seealso:
  - module: cloudstack.cloud.unmanaged_instance_info
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: It is known what runs on the hosts without CloudStack's doing
  cloudstack.cloud.unmanaged_instance_info:
    zone: zone-1
    cluster: cluster-kvm
  register: found

- name: CloudStack manages the old shop
  cloudstack.cloud.instance_import:
    name: kvm-1-vm-2
    zone: zone-1
    cluster: cluster-kvm
    host_name: old-shop
    service_offering: Small Instance
    nics:
      - nic: net0
        network: web-net
        ip: auto
      - nic: net1
        network: db-net
        ip: 10.8.8.40
    data_disks:
      - disk: disk1
        disk_offering: Custom

- name: The ledger is brought from a host that CloudStack does not know
  cloudstack.cloud.instance_import:
    name: ledger
    zone: zone-1
    cluster: cluster-kvm
    source: external
    source_host: 192.0.2.70
    source_username: root
    source_password: "{{ vault_old_host_password | default('no-real-password') }}"
    service_offering: Small Instance
    nics:
      - nic: vnet0
        network: web-net
        ip: auto

- name: CloudStack lets go of the old shop, which stays as it is
  cloudstack.cloud.instance_import:
    name: kvm-1-vm-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the import.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the machine at the hypervisor.
  returned: when it exists
  type: str
zone:
  description: Name of the zone of the cluster.
  returned: when it exists
  type: str
  sample: zone-1
cluster:
  description: Name of the cluster on whose hosts the machine runs.
  returned: when the task gives it
  type: str
  sample: cluster-1
display_name:
  description: Name of the instance as users see it.
  returned: when it has one
  type: str
host_name:
  description: Name of the instance, which is its host name.
  returned: when it has one
  type: str
service_offering:
  description: Name of the service offering.
  returned: when it has one
  type: str
template:
  description: Name of the template that the instance shall seem to be deployed from.
  returned: when it has one
  type: str
host:
  description: Name of the host on which a stopped instance of KVM is left, with C(state=absent).
  returned: when the task gives it
  type: str
disk_host:
  description: Name of the host that has the disk image, with C(source=local).
  returned: when the task gives it
  type: str
storage:
  description: Name of the primary storage that has the disk image, with C(source=shared).
  returned: when the task gives it
  type: str
network:
  description: Name of the network of the instance, with C(source=local) and C(source=shared).
  returned: when the task gives it
  type: str
  sample: web-net
os_type:
  description: Name of the OS type of the machine.
  returned: when the task gives it
  type: str
convert_host:
  description: Name of the host of KVM that converts the machine.
  returned: when the task gives it
  type: str
convert_storage:
  description: Name of the primary storage on which the machine is converted.
  returned: when the task gives it
  type: str
import_host:
  description: Name of the host of KVM that brings the converted disks to their storage.
  returned: when the task gives it
  type: str
state:
  description: State of the instance.
  returned: when it has one
  type: str
hypervisor:
  description: Hypervisor that it runs on.
  returned: when it has one
  type: str
  sample: KVM
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
default_ip:
  description: IPv4 address of the default NIC.
  returned: when it has one
  type: str
nic:
  description: The NICs of the instance, as the API tells of them.
  returned: when it has one
  type: list
  elements: dict
  contains:
    id:
      description: Id of the NIC.
      returned: always
      type: str
    broadcasturi:
      description: How its network is kept apart.
      returned: for administrators
      type: str
    gateway:
      description: IPv4 gateway.
      returned: when it has one
      type: str
      sample: 10.1.1.1
    ip6address:
      description: IPv6 address.
      returned: when it has one
      type: str
      sample: 2001:db8:1::100
    ipaddress:
      description: IPv4 address.
      returned: when it has one
      type: str
      sample: 10.1.1.100
    isdefault:
      description: Whether its network is the default one.
      returned: always
      type: bool
    isolationuri:
      description: How its network is isolated.
      returned: for administrators
      type: str
    macaddress:
      description: MAC address.
      returned: always
      type: str
    netmask:
      description: IPv4 netmask.
      returned: when it has one
      type: str
      sample: 255.255.255.0
    networkid:
      description: Id of its network.
      returned: always
      type: str
    networkname:
      description: Name of its network.
      returned: always
      type: str
      sample: web-net
    secondaryip:
      description: Further addresses.
      returned: when it has some
      type: list
      elements: dict
    traffictype:
      description: Kind of traffic.
      returned: always
      type: str
      sample: Guest
    type:
      description: Kind of its network.
      returned: always
      type: str
      sample: Isolated
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_import import INSTANCE_IMPORT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_IMPORT)


if __name__ == "__main__":
    main()
