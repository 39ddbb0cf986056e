#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: traffic_type
short_description: Manage traffic types of physical networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Say which kinds of traffic a physical network carries, and how the network is called at the hypervisors.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(physical_network) is looked for.
    type: str
    required: true
  physical_network:
    description:
      - Name or id of the physical network that carries the traffic.
    type: str
    required: true
  traffic_type:
    description:
      - Kind of the traffic. A physical network carries each kind once.
    type: str
    required: true
    choices:
      - Management
      - Guest
      - Public
      - Storage
  hyperv_networklabel:
    description:
      - Name of the network at Hyper-V hosts.
    type: str
  kvm_networklabel:
    description:
      - Name of the bridge at KVM hosts, for example V(cloudbr0).
    type: str
  ovm3_networklabel:
    description:
      - Name of the network at Oracle VM hosts.
    type: str
  vmware_networklabel:
    description:
      - Name of the virtual switch at VMware hosts, with VLAN and type where needed, for example V(vSwitch0).
    type: str
  xen_networklabel:
    description:
      - Name label of the network at XenServer hosts.
    type: str
  isolation_method:
    description:
      - How the traffic is kept apart from other traffic.
      - CloudStack takes it only when the traffic type is created; a task that wants another value later fails.
    type: str
    choices:
      - vlan
      - vxlan
  vlan:
    description:
      - VLAN of the traffic.
      - CloudStack takes it only when the traffic type is created; a task that wants another value later fails.
    type: str
  state:
    description:
      - V(present) makes sure that the physical network carries this traffic, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.traffic_type_info
  - module: cloudstack.cloud.physical_network
"""

EXAMPLES = r"""
---
- name: Storage traffic goes over the physical network
  cloudstack.cloud.traffic_type:
    zone: zone-1
    physical_network: physical-1
    traffic_type: Storage
    kvm_networklabel: cloudbr1

- name: Storage traffic goes over another bridge
  cloudstack.cloud.traffic_type:
    zone: zone-1
    physical_network: physical-1
    traffic_type: Storage
    kvm_networklabel: cloudbr2

- name: The physical network carries no storage traffic any more
  cloudstack.cloud.traffic_type:
    zone: zone-1
    physical_network: physical-1
    traffic_type: Storage
    state: absent
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.traffic_type import TRAFFIC_TYPE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(TRAFFIC_TYPE)


if __name__ == "__main__":
    main()
