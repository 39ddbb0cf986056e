#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: host_info
short_description: List hosts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all hosts that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the host of this name, id or address.
    type: str
    aliases:
      - ip_address
  zone:
    description:
      - Show only hosts of this zone, given by name or id.
    type: str
  pod:
    description:
      - Show only hosts of this pod, given by name or id.
    type: str
  cluster:
    description:
      - Show only hosts of this cluster, given by name or id.
    type: str
  hypervisor:
    description:
      - Show only those of this hypervisor, for example V(KVM).
    type: str
  state:
    description:
      - Show only hosts in this state of the connection.
    type: str
    choices:
      - Up
      - Down
      - Alert
      - Connecting
      - Disconnected
  resource_state:
    description:
      - Show only hosts in this state of their resources, for example V(Maintenance).
    type: str
  arch:
    description:
      - Show only those with processors of this architecture, for example V(x86_64).
    type: str
  id:
    description:
      - Show only the host with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listHosts) takes V(details), V(hahost), V(keyword), V(managementserverid), V(outofbandmanagementenabled),
        V(outofbandmanagementpowerstate), V(storageaccessgroup), V(type), V(version), V(virtualmachineid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.host
"""

EXAMPLES = r"""
---
- name: The hosts of the zone that are connected are known
  cloudstack.cloud.host_info:
    zone: zone-1
    state: Up
  register: found

- name: One host is known
  cloudstack.cloud.host_info:
    name: host-1
    zone: zone-1
  register: found
"""

RETURN = r"""
---
hosts:
  description: The hosts that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Whether C(host_tags) is one rule in JavaScript that decides which offerings fit, in place
        of tags.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(HOST)


if __name__ == "__main__":
    main()
