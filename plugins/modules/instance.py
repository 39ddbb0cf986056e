#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance
short_description: Manage instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Deploy, change, start, stop, restart, restore and destroy instances (virtual machines).
  - An instance that is destroyed can be brought back until CloudStack expunges it. Such an instance counts as there,
    so V(present) of O(state) recovers it.
attributes:
  idempotent:
    support: partial
    details: V(restarted) and V(restored) of O(state) act at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the instance. It is also the host name that the guest gets.
      - Without it, O(display_name) identifies the instance, and CloudStack makes up the host name.
      - It can be changed since CloudStack 4.4.
    type: str
  display_name:
    description:
      - Name of the instance as users see it. Without it, it is O(name).
    type: str
  match_display_name:
    description:
      - Whether O(name) also finds an instance by its display name when none has it as its name.
    type: bool
    default: true
  zone:
    description:
      - Name or id of the zone the instance runs in.
    type: str
    required: true
  service_offering:
    description:
      - Name or id of the service offering, which says how many processors and how much memory it has.
      - Needed to create the instance, unless O(backup) is given.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: str
  cpu:
    description:
      - Number of processors, for a service offering that leaves it open.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: int
  cpu_speed:
    description:
      - Speed of the processors in MHz, for a service offering that leaves it open.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: int
  memory:
    description:
      - Memory in MiB, for a service offering that leaves it open.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: int
  template:
    description:
      - Name or id of the template to deploy from.
      - A new instance needs it, or O(iso), O(snapshot), O(volume) or O(backup) in its place.
      - With O(state=restored), another template is used to make the root disk anew.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
    type: str
  iso:
    description:
      - Name or id of the ISO image. A new instance boots from it. With an existing one, it is attached.
      - An empty value detaches the ISO image.
    type: str
  template_filter:
    description:
      - Among which templates or ISO images O(template) and O(iso) are looked for.
    type: str
    choices:
      - all
      - featured
      - self
      - selfexecutable
      - sharedexecutable
      - executable
      - community
    default: executable
    aliases:
      - iso_filter
  hypervisor:
    description:
      - Hypervisor to run on. It is needed with O(iso) only, since a template knows its own. The case does not matter.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
    type: str
  keyboard:
    description:
      - Keyboard layout of the console.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - de
      - de-ch
      - es
      - fi
      - fr
      - fr-be
      - fr-ch
      - is
      - it
      - jp
      - nl-be
      - "no"
      - pt
      - uk
      - us
  networks:
    description:
      - Names or ids of the networks, the default one first. Without it, CloudStack chooses where it has no choice but
        one.
      - An existing instance gets a NIC in each of them, and the first one becomes the default. NICs in other networks
        stay, unless O(purge_nics=true).
    type: list
    elements: str
    aliases:
      - network
  ip_to_networks:
    description:
      - Networks together with the addresses that the instance shall have in them, the default one first.
      - An existing instance gets the NICs that it lacks, and the first one becomes the default. NICs in other networks
        stay, unless O(purge_nics=true).
    type: list
    elements: dict
    aliases:
      - ip_to_network
    suboptions:
      network:
        description:
          - Name or id of the network.
        type: str
        required: true
        aliases:
          - name
          - id
      ip:
        description:
          - IPv4 address in the network. Without it, CloudStack chooses one.
          - CloudStack changes it only while the instance is stopped, see O(restart).
        type: str
      ip6:
        description:
          - IPv6 address in the network. Without it, CloudStack chooses one where the network has IPv6.
          - It can only be chosen for the NICs that a new instance begins with.
        type: str
      mac:
        description:
          - MAC address of the NIC. Without it, CloudStack makes one. It cannot be changed.
        type: str
  purge_nics:
    description:
      - Whether an existing instance loses its NICs in networks that neither O(networks) nor O(ip_to_networks) name.
    type: bool
    default: false
  dhcp_options:
    description:
      - DHCP options that the virtual router hands out to the instance.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: list
    elements: dict
    suboptions:
      network:
        description:
          - Name or id of the network.
        type: str
        required: true
        aliases:
          - name
          - id
      options:
        description:
          - Values by option, for example V(dhcp:114) for a URL. The network offering says which are allowed.
        type: dict
        required: true
  ip_address:
    description:
      - IPv4 address in the default network. Without it, CloudStack chooses one.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
    type: str
  ip6_address:
    description:
      - IPv6 address in the default network. Without it, CloudStack chooses one where the network has IPv6.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
    type: str
  mac_address:
    description:
      - MAC address of the NIC in the default network. Without it, CloudStack makes one.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
    type: str
  disk_offering:
    description:
      - Name or id of the disk offering of a data disk that is made with the instance. With O(iso), it is that of the
        root disk.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: str
  disk_size:
    description:
      - Size of that disk in GiB, for a disk offering that leaves it open.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: int
  data_disks:
    description:
      - Data disks that the instance shall have besides its root disk, told apart by their names.
      - A volume of that name in the zone that no instance has is attached. Where there is none, one is made first.
      - Other data disks stay, unless O(purge_data_disks=true).
    type: list
    elements: dict
    suboptions:
      name:
        description:
          - Name of the volume.
        type: str
        required: true
      disk_offering:
        description:
          - Name or id of the disk offering. It is needed to make the volume, unless O(data_disks[].snapshot) is given.
            A disk that has another one gets this one; CloudStack refuses one that would make the disk smaller.
        type: str
      size:
        description:
          - Size in GiB, for a disk offering that leaves it open. A volume that is smaller is enlarged; CloudStack
            refuses to make one smaller.
        type: int
      snapshot:
        description:
          - Name or id of the volume snapshot that a new volume is made from.
        type: str
  purge_data_disks:
    description:
      - Whether data disks that O(data_disks) does not name are detached. They are not deleted.
    type: bool
    default: false
  delete_data_disks:
    description:
      - Names or ids of data disks of the instance that are deleted with it, with what is on them, when the task
        destroys or expunges it. The others stay as volumes of their own.
      - Names that no disk of the instance has are left alone.
    type: list
    elements: str
  root_disk_size:
    description:
      - Size of the root disk in GiB. Without it, that of the template.
      - It counts when the instance is created, and for the disk that O(state=restored) makes. The API does not show
        it, so it is not compared. O(cloudstack.cloud.volume#module:size) enlarges the disk of an instance that
        exists.
      - Needs CloudStack 4.4 or newer.
    type: int
  root_disk_offering:
    description:
      - Name or id of the disk offering of the root disk, in place of the one that belongs to the service offering.
      - It counts when the instance is created, and for the disk that O(state=restored) makes. The API does not show
        it, so it is not compared.
      - Needs CloudStack 4.17 or newer.
    type: str
  root_disk_kms_key:
    description:
      - Id of the KMS key that encrypts the root disk.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.23 or newer.
    type: str
  snapshot:
    description:
      - Name or id of the snapshot that becomes the root disk, in place of a template.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: str
  volume:
    description:
      - Name or id of the volume that becomes the root disk, in place of a template.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: str
  backup:
    description:
      - Name or id of the backup that the instance is made of, with all its disks, see M(cloudstack.cloud.backup).
      - What the task does not give, such as O(service_offering), O(template) and O(networks), is as it was with the
        instance that was backed up.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: str
  preserve_ip:
    description:
      - Whether the instance gets the addresses that the backed up one had, with O(backup), where they are free.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: bool
  quick_restore:
    description:
      - Whether the instance starts before all of it is restored, with O(backup), where the backup provider can do that.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.23 or newer.
    type: bool
  security_groups:
    description:
      - Names or ids of the security groups. The order does not matter. An empty list takes it out of all of them.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: list
    elements: str
    aliases:
      - security_group
  affinity_groups:
    description:
      - Names or ids of the affinity groups. The order does not matter. An empty list takes it out of all of them.
      - CloudStack changes it only while the instance is stopped, see O(restart).
    type: list
    elements: str
    aliases:
      - affinity_group
  host:
    description:
      - Name or id of the host to run on. Only administrators may choose it.
      - A running instance is migrated there. One that is stopped starts there when the task starts it.
    type: str
  cluster:
    description:
      - Name or id of the cluster to start in. Only administrators may choose it.
      - It counts when the task creates the instance or starts it. Where an instance runs already is left alone.
      - Needs CloudStack 4.13 or newer.
    type: str
  pod:
    description:
      - Name or id of the pod to start in. Only administrators may choose it.
      - It counts when the task creates the instance or starts it. Where an instance runs already is left alone.
      - Needs CloudStack 4.13 or newer.
    type: str
  ssh_keys:
    description:
      - Names of the key pairs whose public keys the guest accepts. The order does not matter.
      - CloudStack changes it only while the instance is stopped, see O(restart).
      - Needs CloudStack 4.17 or newer.
    type: list
    elements: str
    aliases:
      - ssh_key
  password:
    description:
      - Password of the guest, for a template that sets passwords. Without it, CloudStack makes one and returns it
        once.
      - It is only sent when the instance is created, and never shown, compared or logged.
      - Needs CloudStack 4.19 or newer.
    type: str
  user_data:
    description:
      - User data for the guest, in plain text. The module encodes it.
      - It is only read back, and so compared, by a task that gives it.
      - It can be changed since CloudStack 4.16.
      - While the instance runs, it takes effect at the next start, see O(restart).
    type: str
  hide_user_data:
    description:
      - Whether O(user_data) holds secrets and is kept out of results, diffs and logs.
    type: bool
    default: false
  user_data_name:
    description:
      - Name or id of registered user data, in place of O(user_data).
      - Needs CloudStack 4.18 or newer.
      - While the instance runs, it takes effect at the next start, see O(restart).
    type: str
  user_data_details:
    description:
      - Values of the variables in the registered user data that O(user_data_name) names.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.18 or newer.
    type: dict
  group:
    description:
      - Name of the instance group. A group that does not exist is made.
    type: str
  details:
    description:
      - Further settings of the instance, as names and values. Names that are not given are left as they are, and an
        empty mapping removes all.
      - Needs CloudStack 4.3 or newer.
      - While the instance runs, it takes effect at the next start, see O(restart).
    type: dict
  boot_type:
    description:
      - Firmware to boot with.
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
      - Needs CloudStack 4.14 or newer.
    type: str
    choices:
      - bios
      - uefi
  boot_mode:
    description:
      - Whether the firmware boots securely, with O(boot_type=uefi).
      - CloudStack takes it only when the instance is created; a task that wants another value later fails.
      - Needs CloudStack 4.14 or newer.
    type: str
    choices:
      - legacy
      - secure
  vnf_configure_management:
    description:
      - Deploys a network appliance, from a template of M(cloudstack.cloud.vnf_template), and says whether CloudStack
        makes its management reachable. It needs a public address with static NAT, and rules that open the ports of
        the template's access methods, or a security group.
      - An appliance can be deployed without it as well, as any other template. What O(networks) lists goes to the NICs
        of the template in their order.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: bool
  vnf_cidrs:
    description:
      - From where the management of a network appliance can be reached, with O(vnf_configure_management=true). Without
        it, that is from everywhere.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: list
    elements: str
  boot_into_setup:
    description:
      - Whether the first boot, or the one of O(state=restarted), goes to the setup of the firmware.
      - Needs CloudStack 4.15 or newer.
    type: bool
  copy_image_tags:
    description:
      - Whether the instance gets the tags of its template or ISO image.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.13 or newer.
    type: bool
  deployment_planner:
    description:
      - Name of the planner that chooses the host, for example V(FirstFitPlanner). Only administrators may choose it.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.4 or newer.
    type: str
  display_vm:
    description:
      - Whether users see the instance. Only administrators may say it.
      - Needs CloudStack 4.2 or newer.
    type: bool
  dynamic_scaling_enabled:
    description:
      - Whether processors and memory may be added while it runs, where offering, template and guest allow it.
      - Needs CloudStack 4.16 or newer.
    type: bool
  extra_config:
    description:
      - Further configuration for the hypervisor, encoded as in a URL, where the administrator allows it.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.12 or newer.
    type: str
  io_driver_policy:
    description:
      - How the hypervisor carries out input and output of disks, for KVM.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - native
      - threads
      - io_uring
      - storage_specific
  io_threads_enabled:
    description:
      - Whether disks have threads of their own for input and output, for KVM.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
    type: bool
  nic_multiqueue_number:
    description:
      - Number of queues of each NIC, for KVM. V(-1) stands for as many as there are processors.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.18 or newer.
    type: int
  nic_packed_virtqueues_enabled:
    description:
      - Whether NICs use packed queues, for KVM.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.18 or newer.
    type: bool
  lease_duration:
    description:
      - Days until the lease of the instance ends. V(-1) takes a lease away.
      - Needs CloudStack 4.21 or newer.
    type: int
  lease_expiry_action:
    description:
      - What happens to the instance when its lease ends.
      - Needs CloudStack 4.21 or newer.
    type: str
    choices:
      - STOP
      - DESTROY
  ha_enabled:
    description:
      - Whether CloudStack starts the instance elsewhere when its host fails.
    type: bool
  delete_protection:
    description:
      - Whether CloudStack refuses to destroy the instance.
      - It can be changed since CloudStack 4.20.
    type: bool
  os_type:
    description:
      - Name or id of the type of the guest's operating system, in place of that of the template, for example V(Debian
        GNU/Linux 12 (64-bit\)).
      - While the instance runs, it takes effect at the next start, see O(restart).
    type: str
  backup_offering:
    description:
      - Name or id of the backup offering by which the instance is backed up. An empty text takes it out.
      - Backups and their schedules need it.
    type: str
  external_details:
    description:
      - Settings for a hypervisor that an extension connects, as names and values.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  properties:
    description:
      - Properties of the virtual appliance in an OVF template, as names and values, for VMware.
      - Used only when the instance is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.15 or newer.
    type: dict
  force:
    description:
      - Whether a running instance may be stopped, and started again, for a change that needs it. V(true) means
        O(restart=allowed).
    type: bool
    default: false
  restart:
    description:
      - Whether a change may stop a running instance, and start it again.
      - V(never) refuses changes that CloudStack only makes while the instance is stopped. V(allowed) stops it for them.
        V(auto) stops it for these, and also for changes that otherwise take effect at the next start.
      - A running instance gets more processors and memory without a stop where CloudStack can scale it, see
        O(dynamic_scaling_enabled).
      - RV(restart_required_for) names the options concerned, also in check mode. With V(never), the error names them.
      - A task that is killed between the stop and the start leaves the instance stopped. O(state=started) starts it
        when the task is run again.
      - Without it, O(force) decides between V(allowed) and V(never).
    type: str
    choices:
      - never
      - allowed
      - auto
  force_stop:
    description:
      - Whether the instance is switched off, instead of asking the guest to shut down, when the task stops it.
    type: bool
  allow_root_disk_shrink:
    description:
      - Whether a service offering with a smaller root disk may be taken.
    type: bool
    default: false
  auto_migrate:
    description:
      - Whether the root disk may be moved to other primary storage when O(service_offering) wants it.
    type: bool
  state:
    description:
      - V(present) and V(deployed) make sure that the instance exists. A new one is started, an existing one is left
        running or stopped.
      - V(started) and V(stopped) also say whether it runs. A new instance with V(stopped) is never started.
      - V(restarted) restarts a running instance at every run, and starts a stopped one. With it, and with
        V(restored), an instance that does not exist is deployed.
      - V(restored) makes the root disk anew from the template at every run. Everything on that disk is lost.
      - V(destroyed) and V(absent) destroy it, so that it can be recovered until CloudStack expunges it.
      - V(expunged) removes it for good. Ordinary users may expunge and recover instances only where the setting
        C(allow.user.expunge.recover.vm) says so.
    type: str
    choices:
      - present
      - deployed
      - started
      - stopped
      - restarted
      - restored
      - destroyed
      - expunged
      - absent
    default: present
  id:
    description:
      - Id of an existing instance. With it, another O(name) renames the instance.
    type: str
seealso:
  - module: cloudstack.cloud.instance_info
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.ssh_key
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.static_nat
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.instance_nic
  - module: cloudstack.cloud.volume
  - module: cloudstack.cloud.instance_snapshot
  - module: cloudstack.cloud.template
  - module: cloudstack.cloud.service_offering
  - module: cloudstack.cloud.affinity_group
  - module: cloudstack.cloud.security_group
"""

EXAMPLES = r"""
---
- name: A web server runs in the network
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    service_offering: Small Instance
    template: CentOS 5.6 (64-bit) no GUI (Simulator)
    networks:
      - web-net
    ssh_keys:
      - deploy
    user_data: |
      #cloud-config
      package_update: true
    tags:
      - key: role
        value: web

- name: The web server has a name that people understand
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    display_name: Web server of the shop

- name: The web server has a larger service offering, and is stopped and started for it
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    service_offering: Medium Instance
    force: true

- name: The web server has a disk for its data
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    data_disks:
      - name: web-2-data
        disk_offering: Custom
        size: 20

- name: The web server is restarted
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    state: restarted

- name: The web server is stopped
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    state: stopped

- name: The web server is gone for good, with its data
  cloudstack.cloud.instance:
    name: web-2
    zone: zone-1
    delete_data_disks:
      - web-2-data
    state: expunged
"""

RETURN = r"""
---
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
ip_to_networks:
  description: The NICs that the task lists, with what it says of them.
  returned: when the task gives it
  type: list
  elements: dict
  contains:
    network:
      description: Network as the task names it.
      returned: always
      type: str
      sample: web-net
    ip:
      description: IPv4 address.
      returned: when the task gives it
      type: str
      sample: 10.1.1.100
    ip6:
      description: IPv6 address.
      returned: when the task gives it
      type: str
      sample: 2001:db8:1::100
    mac:
      description: MAC address.
      returned: when the task gives it
      type: str
      sample: 02:01:00:00:00:0a
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
disk_offering:
  description: Name of the disk offering of a data disk that is made with the instance.
  returned: when the task gives it
  type: str
data_disks:
  description: The data disks that the task lists, with what it says of them.
  returned: when the task gives it
  type: list
  elements: dict
  contains:
    name:
      description: Name of the volume.
      returned: always
      type: str
      sample: data
    disk_offering:
      description: Disk offering as the task names it.
      returned: when the task gives it
      type: str
    size:
      description: Size in GiB.
      returned: when the task gives it
      type: int
      sample: 20
    snapshot:
      description: Snapshot as the task names it.
      returned: when the task gives it
      type: str
delete_data_disks:
  description: Names of those data disks of the instance that the task lists to be deleted with it.
  returned: when it has one
  type: list
  elements: str
root_disk_offering:
  description: Name of the disk offering of the root disk, in place of the one that belongs to the service
    offering.
  returned: when the task gives it
  type: str
snapshot:
  description: Name of the snapshot that becomes the root disk, in place of a template.
  returned: when the task gives it
  type: str
volume:
  description: Name of the volume that becomes the root disk, in place of a template.
  returned: when the task gives it
  type: str
backup:
  description: Name of the backup that the instance is made of, with all its disks, see M(cloudstack.cloud.backup).
  returned: when the task gives it
  type: str
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
cluster:
  description: Name of the cluster to start in.
  returned: when the task gives it
  type: str
  sample: cluster-1
pod:
  description: Name of the pod to start in.
  returned: when the task gives it
  type: str
  sample: pod-1
ssh_keys:
  description: Names of the key pairs whose public keys the guest accepts.
  returned: when it has one
  type: list
  elements: str
  sample:
    - deploy
user_data:
  description: User data in plain text.
  returned: when it has one
  type: str
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
  description: Name of the type of the guest's operating system, in place of that of the template, for example
    V(Debian GNU/Linux 12 (64-bit\)).
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
restart_required_for:
  description: Options whose change stops and starts the thing, or else takes effect at its next start.
  returned: when a change needs a stop
  type: list
  elements: str
password:
  description: Password of the guest, which cannot be shown again.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance import INSTANCE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE)


if __name__ == "__main__":
    main()
