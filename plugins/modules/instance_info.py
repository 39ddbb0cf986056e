#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_info
short_description: List instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all instances that the user may see, or those that fit every filter.
  - User data and passwords are not among the results.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only instances of this name or id.
    type: str
  zone:
    description:
      - Show only instances of this zone, given by name or id.
    type: str
  host:
    description:
      - Show only instances that run on this host, given by name or id.
    type: str
  network:
    description:
      - Show only instances with a NIC in this network, given by name or id.
    type: str
  vpc:
    description:
      - Show only instances with a NIC in a tier of this VPC, given by name or id.
    type: str
  template:
    description:
      - Show only instances that were deployed from this template, given by name or id.
    type: str
  service_offering:
    description:
      - Show only instances with this service offering, given by name or id.
    type: str
  vm_state:
    description:
      - Show only instances in this state, for example V(Running).
    type: str
  match_display_name:
    description:
      - Whether O(name) also finds instances by their display names when none has it as its name.
    type: bool
    default: true
  id:
    description:
      - Show only the instance with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says.
        What is an id there is an id here, and no name.
      - C(listVirtualMachines) takes V(accumulate), V(affinitygroupid), V(arch), V(autoscalevmgroupid),
        V(backupofferingid), V(clusterid), V(details), V(displayvm), V(extensionid), V(forvirtualnetwork),
        V(gpuenabled), V(groupid), V(haenable), V(hypervisor), V(ids), V(isoid), V(isrecursive), V(isvnf),
        V(keypair), V(leased), V(name), V(podid), V(securitygroupid), V(showicon), V(storageid), V(userdata),
        V(userdataid), V(userid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The running instances of the zone are known
  cloudstack.cloud.instance_info:
    zone: zone-1
    vm_state: Running
  register: found

- name: One instance is known
  cloudstack.cloud.instance_info:
    name: web-1
    zone: zone-1
  register: found
"""

RETURN = r"""
---
instances:
  description: The instances that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the instance.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the instance.
      returned: when it exists
      type: str
      sample: web-1
    display_name:
      description: Name of the instance as users see it.
      returned: when it has one
      type: str
    zone:
      description: Name of the zone the instance runs in.
      returned: when it exists
      type: str
      sample: zone-1
    service_offering:
      description: Name of the service offering, which says how many processors and how much memory it has.
      returned: when it has one
      type: str
      sample: Small Instance
    cpu:
      description: Number of processors, for a service offering that leaves it open.
      returned: when it has one
      type: int
    cpu_speed:
      description: Speed of the processors in MHz, for a service offering that leaves it open.
      returned: when it has one
      type: int
    memory:
      description: Memory in MiB, for a service offering that leaves it open.
      returned: when it has one
      type: int
    template:
      description: Name of the template to deploy from.
      returned: when it has one
      type: str
    iso:
      description: Name of the ISO image that is attached.
      returned: when it has one
      type: str
    hypervisor:
      description: Hypervisor to run on.
      returned: when it has one
      type: str
      sample: KVM
    networks:
      description: Names of the networks it has NICs in.
      returned: when it has one
      type: list
      elements: str
      sample:
        - web-net
    ip_address:
      description: IPv4 address in the default network.
      returned: when it has one
      type: str
      sample: 10.1.1.100
    ip6_address:
      description: IPv6 address in the default network.
      returned: when it has one
      type: str
    mac_address:
      description: MAC address of the NIC in the default network.
      returned: when it has one
      type: str
    delete_data_disks:
      description: Names of those data disks of the instance that the task lists to be deleted with it.
      returned: when it has one
      type: list
      elements: str
    security_groups:
      description: Names of the security groups.
      returned: when it has one
      type: list
      elements: str
    affinity_groups:
      description: Names of the affinity groups.
      returned: when it has one
      type: list
      elements: str
    host:
      description: Name of the host it runs on, for administrators, or the one that the task gives.
      returned: when it has one
      type: str
    ssh_keys:
      description: Names of the key pairs whose public keys the guest accepts.
      returned: when it has one
      type: list
      elements: str
      sample:
        - deploy
    user_data_name:
      description: Name of registered user data, in place of C(user_data).
      returned: when it has one
      type: str
    group:
      description: Name of the instance group.
      returned: when it has one
      type: str
    details:
      description: Further settings of the instance, as names and values.
      returned: when it has one
      type: dict
    boot_type:
      description: Firmware to boot with.
      returned: when it has one
      type: str
      sample: bios
    boot_mode:
      description: Whether the firmware boots securely, with C(boot_type=uefi).
      returned: when it has one
      type: str
      sample: legacy
    display_vm:
      description: Whether users see the instance.
      returned: when it has one
      type: bool
    dynamic_scaling_enabled:
      description: Whether processors and memory may be added while it runs, where offering, template and guest
        allow it.
      returned: when it has one
      type: bool
    lease_duration:
      description: Days until the lease of the instance ends.
      returned: when it has one
      type: int
    lease_expiry_action:
      description: What happens to the instance when its lease ends.
      returned: when it has one
      type: str
      sample: STOP
    ha_enabled:
      description: Whether CloudStack starts the instance elsewhere when its host fails.
      returned: when it has one
      type: bool
    delete_protection:
      description: Whether CloudStack refuses to destroy the instance.
      returned: when it has one
      type: bool
    os_type:
      description: Name of the type of the guest's operating system, in place of that of the template, for
        example V(Debian GNU/Linux 12 (64-bit\)).
      returned: when it has one
      type: str
    backup_offering:
      description: Name of the backup offering by which the instance is backed up.
      returned: when it has one
      type: str
    default_ip:
      description: IPv4 address in the default network.
      returned: when it has one
      type: str
      sample: 10.1.1.100
    default_ip6:
      description: IPv6 address in the default network.
      returned: when it has one
      type: str
    public_ip:
      description: Public address that belongs to the instance.
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    password_enabled:
      description: Whether the template sets passwords.
      returned: when it has one
      type: bool
    template_display_text:
      description: Description of the template.
      returned: when it has one
      type: str
    instance_name:
      description: Name of the instance at the hypervisor, for administrators.
      returned: when it has one
      type: str
      sample: i-2-5-VM
    host_id:
      description: Id of the host it runs on.
      returned: when it has one
      type: str
    nic:
      description: The NICs, each as the server shows it.
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
    vnf_nics:
      description: The NICs that its template of a network appliance describes.
      returned: when it has one
      type: list
      elements: dict
      contains:
        device_id:
          description: Number of the NIC, from 0.
          returned: always
          type: int
          sample: 0
        name:
          description: Name of the NIC.
          returned: always
          type: str
          sample: management
        description:
          description: What the NIC is for.
          returned: when it has one
          type: str
        required:
          description: Whether an appliance must have it.
          returned: always
          type: bool
          sample: true
        management:
          description: Whether the appliance is managed by it.
          returned: always
          type: bool
          sample: true
    vnf_details:
      description: Settings that its template of a network appliance describes, such as how to log in to it.
      returned: when it has one
      type: dict
    state:
      description: State of the instance.
      returned: when it exists
      type: str
      sample: Running
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance import INSTANCE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(INSTANCE)


if __name__ == "__main__":
    main()
