#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: host
short_description: Manage hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, name, change, put into maintenance and remove hosts.
  - The server names a new host itself. The module gives it O(name) at once, so that a further run finds it by that
    name. A run that was cut off in between is taken up from there by the next one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name, id or address of the host. A new host is given the name, unless it is an address.
      - It can be changed since CloudStack 4.15.
    type: str
    required: true
    aliases:
      - ip_address
  zone:
    description:
      - Name or id of the zone the host belongs to.
    type: str
    required: true
  pod:
    description:
      - Name or id of the pod the host belongs to.
      - Needed to create the host.
    type: str
  cluster:
    description:
      - Name or id of the cluster the host belongs to.
    type: str
  url:
    description:
      - URL at which CloudStack reaches the host, for example V(http://192.0.2.31) for KVM or V(http://sim/c0/h0) for
        the simulator.
      - It is also how a host is found again that was added but not named yet.
      - Needed to create the host.
      - Used only when the host is created. The API does not show it, so it is not compared later.
    type: str
  username:
    description:
      - User name at the host, for example V(root).
      - Used only when the host is created. The API does not show it, so it is not compared later.
    type: str
  password:
    description:
      - Password at the host. CloudStack's own SSH key is used where it is installed.
      - It is only sent when the host is created, and never shown, compared or logged.
    type: str
  hypervisor:
    description:
      - Hypervisor of the host. It must be that of its cluster. The case does not matter.
      - Needed to create the host.
      - CloudStack takes it only when the host is created; a task that wants another value later fails.
    type: str
  host_tags:
    description:
      - Tags of the host. A service offering with a host tag puts its instances on hosts that have it. An empty list
        removes all tags.
      - The order does not matter.
    type: list
    elements: str
    aliases:
      - host_tag
  is_tag_a_rule:
    description:
      - Whether O(host_tags) is one rule in JavaScript that decides which offerings fit, in place of tags.
    type: bool
  os_category:
    description:
      - Name or id of the category of guest operating systems that the host prefers, for example V(Ubuntu). Instances
        of that category are put there first.
    type: str
  annotation:
    description:
      - Comment on the host, for its administrators.
      - It can be changed since CloudStack 4.11.
    type: str
  guest_os_rule:
    description:
      - Rule in JavaScript that decides which guest operating systems the host accepts.
    type: str
  storage_access_groups:
    description:
      - Names of the storage access groups of the host.
      - CloudStack takes it only when the host is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  external_details:
    description:
      - Settings for an extension, as names and values.
      - Used only when the host is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  force:
    description:
      - Whether a host that is not in maintenance is removed at once, without moving away what runs there. Instances
        with high availability are started elsewhere, the others are stopped.
    type: bool
    default: false
  force_destroy_local_storage:
    description:
      - Whether a host may be removed together with the disks on its local storage.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the host exists.
      - V(absent) removes it. A host that is not in maintenance is put into it first, so that what runs there moves
        away, unless O(force=true).
    type: str
    choices:
      - present
      - absent
    default: present
  allocation_state:
    description:
      - V(enabled) and V(disabled) say whether instances may be started on the host. V(maintenance) also moves away
        what runs there, and the module waits until it is done.
      - Without it, the state is left as it is.
    type: str
    choices:
      - enabled
      - disabled
      - maintenance
  id:
    description:
      - Id of an existing host. With it, another O(name) renames the host.
    type: str
notes:
  - Adding a host takes as long as the server needs to reach and prepare it, up to several minutes.
seealso:
  - module: cloudstack.cloud.host_info
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.storage_pool
  - module: cloudstack.cloud.host_ha
  - module: cloudstack.cloud.out_of_band_management
  - module: cloudstack.cloud.host_certificate
"""

EXAMPLES = r"""
---
- name: A simulated host is part of the cluster
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    pod: pod-1
    cluster: cluster-1
    url: http://sim/c0/h2
    hypervisor: Simulator
    username: root
    password: "{{ host_password | default('password') }}"
    host_tags:
      - ssd

- name: The host is in maintenance, and nothing runs on it
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    allocation_state: maintenance

- name: The host is at work again
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    allocation_state: enabled

- name: The host is removed, whatever its state
  cloudstack.cloud.host:
    name: host-2
    zone: zone-1
    state: absent
    force: true
"""

RETURN = r"""
---
id:
  description: Id of the host.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the host.
  returned: when it exists
  type: str
  sample: host-1
zone:
  description: Name of the zone the host belongs to.
  returned: when it exists
  type: str
  sample: zone-1
pod:
  description: Name of the pod the host belongs to.
  returned: when it has one
  type: str
  sample: pod-1
cluster:
  description: Name of the cluster the host belongs to.
  returned: when it has one
  type: str
  sample: cluster-1
hypervisor:
  description: Hypervisor of the host.
  returned: when it has one
  type: str
  sample: KVM
host_tags:
  description: Tags of the host.
  returned: when it has one
  type: list
  elements: str
  sample:
    - ssd
is_tag_a_rule:
  description: Whether C(host_tags) is one rule in JavaScript that decides which offerings fit, in place of
    tags.
  returned: when it has one
  type: bool
os_category:
  description: Name of the category of guest operating systems that the host prefers, for example V(Ubuntu).
  returned: when it has one
  type: str
annotation:
  description: Comment on the host, for its administrators.
  returned: when it has one
  type: str
guest_os_rule:
  description: Rule in JavaScript that decides which guest operating systems the host accepts.
  returned: when it has one
  type: str
storage_access_groups:
  description: Names of the storage access groups of the host.
  returned: when it has one
  type: list
  elements: str
resource_state:
  description: State of the host's resources.
  returned: when it has one
  type: str
  sample: Enabled
state:
  description: State of the connection to the host.
  returned: when it has one
  type: str
  sample: Up
capabilities:
  description: What the host can do, separated by commas.
  returned: when it has one
  type: str
  sample: hvm,snapshot
cluster_type:
  description: Kind of the host's cluster.
  returned: when it has one
  type: str
cpu_allocated:
  description: Share of the processors that is promised to instances.
  returned: when it has one
  type: str
cpu_number:
  description: Number of processor cores.
  returned: when it has one
  type: str
cpu_sockets:
  description: Number of processor sockets.
  returned: when it has one
  type: int
cpu_speed:
  description: Speed of the processors in MHz.
  returned: when it has one
  type: int
cpu_used:
  description: Share of the processors that is in use.
  returned: when it has one
  type: str
  sample: 1.6%
cpu_with_overprovisioning:
  description: Processor speed there is to promise in MHz, overprovisioning included.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
disconnected:
  description: When the host was last disconnected.
  returned: when it has one
  type: str
disk_size_allocated:
  description: Bytes that are promised to disks.
  returned: when it has one
  type: int
disk_size_total:
  description: Bytes there are.
  returned: when it has one
  type: int
events:
  description: Events that the host can get in its state, separated by semicolons.
  returned: when it has one
  type: str
ha_host:
  description: Whether the host is kept free for instances that are restarted elsewhere.
  returned: when it has one
  type: bool
has_enough_capacity:
  description: Whether the host has room for what is to be moved.
  returned: when it has one
  type: bool
host_type:
  description: Kind of the host.
  returned: when it has one
  type: str
  sample: Routing
host_version:
  description: Version of CloudStack on the host.
  returned: when it has one
  type: str
hypervisor_version:
  description: Version of the hypervisor.
  returned: when it has one
  type: str
ip_address:
  description: Address of the host.
  returned: when it has one
  type: str
  sample: 192.0.2.31
is_local_storage_active:
  description: Whether the host's own storage is used for disks.
  returned: when it has one
  type: bool
last_pinged:
  description: When the host last answered.
  returned: when it has one
  type: str
management_server_id:
  description: Id of the management server that looks after the host.
  returned: when it has one
  type: str
memory_allocated:
  description: Bytes of memory that are promised to instances.
  returned: when it has one
  type: int
memory_total:
  description: Bytes of memory there are.
  returned: when it has one
  type: int
memory_used:
  description: Bytes of memory in use.
  returned: when it has one
  type: int
network_kbs_read:
  description: Kilobytes received.
  returned: when it has one
  type: int
network_kbs_write:
  description: Kilobytes sent.
  returned: when it has one
  type: int
out_of_band_management:
  description: State of the management of the host's power.
  returned: when it has one
  type: dict
gpu_group:
  description: Groups of graphics processors of the host.
  returned: when it has one
  type: list
  elements: str
removed:
  description: When the host was removed.
  returned: when it has one
  type: str
suitable_for_migration:
  description: Whether the host is fit to take over an instance.
  returned: when it has one
  type: str
arch:
  description: Architecture of the processors.
  returned: when it has one
  type: str
allocation_state:
  description: Whether instances may be started on the host, or that it is in maintenance.
  returned: when it exists
  type: str
  sample: enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.host import HOST
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(HOST)


if __name__ == "__main__":
    main()
