#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cluster
short_description: Manage clusters
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change, enable, disable and remove clusters. The hosts of a cluster have the same hypervisor and share its
    primary storage.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the cluster.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the cluster belongs to.
    type: str
    required: true
  pod:
    description:
      - Name or id of the pod the cluster belongs to.
      - Needed to create the cluster.
    type: str
  hypervisor:
    description:
      - Hypervisor of the hosts, for example V(KVM), V(VMware), V(XenServer) or V(Simulator). The case does not
        matter.
      - Needed to create the cluster.
    type: str
  cluster_type:
    description:
      - V(CloudManaged) for a cluster whose hosts CloudStack adds one by one, V(ExternalManaged) for one that its own
        manager knows, such as vCenter.
      - When the cluster is created without it, V(CloudManaged) is used.
    type: str
    choices:
      - CloudManaged
      - ExternalManaged
  managed_state:
    description:
      - Whether CloudStack manages the hosts of the cluster or has let go of them.
    type: str
    choices:
      - Managed
      - Unmanaged
  arch:
    description:
      - Architecture of the hosts' processors. Without it, the server takes V(x86_64).
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - x86_64
      - aarch64
      - s390x
  url:
    description:
      - URL of the cluster at its own manager, for example V(http://vcenter.example.com/datacenter/cluster).
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  username:
    description:
      - User name at the manager.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  password:
    description:
      - Password at the manager.
      - It is only sent when the cluster is created, and never shown, compared or logged.
    type: str
  guest_vswitch_name:
    description:
      - Name of the virtual switch for guest traffic, in place of the traffic label of the zone.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  guest_vswitch_type:
    description:
      - Kind of the virtual switch for guest traffic.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - vmwaresvs
      - vmwaredvs
  public_vswitch_name:
    description:
      - Name of the virtual switch for public traffic, in place of the traffic label of the zone.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  public_vswitch_type:
    description:
      - Kind of the virtual switch for public traffic.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - vmwaresvs
      - vmwaredvs
  vms_ip_address:
    description:
      - Address of the manager of the virtual switch.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  vms_username:
    description:
      - User name at the manager of the virtual switch.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  vms_password:
    description:
      - Password at the manager of the virtual switch.
      - It is only sent when the cluster is created, and never shown, compared or logged.
    type: str
  ovm3_cluster:
    description:
      - Whether the hosts use native OCFS2 clustering, for Oracle VM.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  ovm3_pool:
    description:
      - Whether the hosts use native pooling, for Oracle VM.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
    type: str
  ovm3_vip:
    description:
      - Virtual address of the pool, for Oracle VM.
      - CloudStack takes it only when the cluster is created; a task that wants another value later fails.
    type: str
  storage_access_groups:
    description:
      - Names of the storage access groups of the cluster's hosts.
      - CloudStack takes it only when the cluster is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  extension:
    description:
      - Id of the extension that manages the cluster, for external hypervisors.
      - CloudStack takes it only when the cluster is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  external_details:
    description:
      - Settings for the extension, as names and values.
      - Used only when the cluster is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: dict
  state:
    description:
      - V(present) makes sure that the cluster exists. A new cluster is enabled.
      - V(enabled) and V(disabled) also say whether instances may be started in it.
      - V(absent) removes it. The cluster must be empty by then.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing cluster. With it, another O(name) renames the cluster.
    type: str
seealso:
  - module: cloudstack.cloud.cluster_info
  - module: cloudstack.cloud.pod
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.storage_pool
"""

EXAMPLES = r"""
---
- name: A cluster for KVM hosts exists
  cloudstack.cloud.cluster:
    name: cluster-2
    zone: zone-1
    pod: pod-1
    hypervisor: KVM

- name: No instance is started in the cluster
  cloudstack.cloud.cluster:
    name: cluster-2
    zone: zone-1
    state: disabled

- name: The empty cluster is removed
  cloudstack.cloud.cluster:
    name: cluster-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the cluster.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the cluster.
  returned: when it exists
  type: str
  sample: cluster-1
zone:
  description: Name of the zone the cluster belongs to.
  returned: when it exists
  type: str
  sample: zone-1
pod:
  description: Name of the pod the cluster belongs to.
  returned: when it has one
  type: str
  sample: pod-1
hypervisor:
  description: Hypervisor of the hosts, for example V(KVM), V(VMware), V(XenServer) or V(Simulator).
  returned: when it has one
  type: str
  sample: KVM
cluster_type:
  description: V(CloudManaged) for a cluster whose hosts CloudStack adds one by one, V(ExternalManaged) for
    one that its own manager knows, such as vCenter.
  returned: when it has one
  type: str
  sample: CloudManaged
managed_state:
  description: Whether CloudStack manages the hosts of the cluster or has let go of them.
  returned: when it has one
  type: str
  sample: Managed
arch:
  description: Architecture of the hosts' processors.
  returned: when it has one
  type: str
  sample: x86_64
ovm3_vip:
  description: Virtual address of the pool, for Oracle VM.
  returned: when it has one
  type: str
storage_access_groups:
  description: Names of the storage access groups of the cluster's hosts.
  returned: when it has one
  type: list
  elements: str
extension:
  description: Id of the extension that manages the cluster, for external hypervisors.
  returned: when it has one
  type: str
cpu_overcommit_ratio:
  description: How many times the processors are promised.
  returned: when it has one
  type: str
  sample: '1.0'
memory_overcommit_ratio:
  description: How many times the memory is promised.
  returned: when it has one
  type: str
  sample: '1.0'
allocation_state:
  description: Whether instances may be started in it.
  returned: when it exists
  type: str
  sample: Enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.cluster import CLUSTER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(CLUSTER)


if __name__ == "__main__":
    main()
