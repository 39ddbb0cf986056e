#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cluster_info
short_description: List clusters
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all clusters that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the cluster of this name or id.
    type: str
  zone:
    description:
      - Show only clusters of this zone, given by name or id.
    type: str
  pod:
    description:
      - Show only clusters of this pod, given by name or id.
    type: str
  hypervisor:
    description:
      - Show only those of this hypervisor, for example V(KVM).
    type: str
  allocation_state:
    description:
      - Show only those in this allocation state.
    type: str
    choices:
      - Enabled
      - Disabled
  managed_state:
    description:
      - Show only clusters that CloudStack manages, or that it does not.
    type: str
    choices:
      - Managed
      - Unmanaged
  cluster_type:
    description:
      - Show only clusters of this kind.
    type: str
    choices:
      - CloudManaged
      - ExternalManaged
  arch:
    description:
      - Show only those with processors of this architecture, for example V(x86_64).
    type: str
  id:
    description:
      - Show only the cluster with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listClusters) takes V(keyword), V(showcapacities), V(storageaccessgroup), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.cluster
"""

EXAMPLES = r"""
---
- name: The clusters of the zone are known
  cloudstack.cloud.cluster_info:
    zone: zone-1
  register: found

- name: One cluster is known
  cloudstack.cloud.cluster_info:
    name: cluster-1
    zone: zone-1
  register: found
"""

RETURN = r"""
---
clusters:
  description: The clusters that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: V(CloudManaged) for a cluster whose hosts CloudStack adds one by one, V(ExternalManaged)
        for one that its own manager knows, such as vCenter.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(CLUSTER)


if __name__ == "__main__":
    main()
