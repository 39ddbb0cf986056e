#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: traffic_type_info
short_description: List traffic types
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all traffic types that the user may see, or those that fit every filter.
  - The API lists them by physical network only.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for.
    type: str
  physical_network:
    description:
      - Show only traffic types of this physical network, given by name or id.
    type: str
    required: true
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listTrafficTypes) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.traffic_type
"""

EXAMPLES = r"""
---
- name: The traffic that the physical network carries is known
  cloudstack.cloud.traffic_type_info:
    zone: zone-1
    physical_network: physical-1
  register: found
"""

RETURN = r"""
---
traffic_types:
  description: The traffic types that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the traffic type.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone in which C(physical_network) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    physical_network:
      description:
        - Name of the physical network that carries the traffic.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
      sample: physical-1
    traffic_type:
      description: Kind of the traffic.
      returned: when it exists
      type: str
      sample: Guest
    hyperv_networklabel:
      description: Name of the network at Hyper-V hosts.
      returned: when it has one
      type: str
    kvm_networklabel:
      description: Name of the bridge at KVM hosts, for example V(cloudbr0).
      returned: when it has one
      type: str
      sample: cloudbr0
    ovm3_networklabel:
      description: Name of the network at Oracle VM hosts.
      returned: when it has one
      type: str
    vmware_networklabel:
      description: Name of the virtual switch at VMware hosts, with VLAN and type where needed, for example
        V(vSwitch0).
      returned: when it has one
      type: str
    xen_networklabel:
      description: Name label of the network at XenServer hosts.
      returned: when it has one
      type: str
    isolation_method:
      description: How the traffic is kept apart from other traffic.
      returned: when it has one
      type: str
      sample: vlan
    vlan:
      description: VLAN of the traffic.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.traffic_type import TRAFFIC_TYPE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(TRAFFIC_TYPE)


if __name__ == "__main__":
    main()
