#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_nic
short_description: Manage NICs of instances
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Put an instance into further networks, give it another address there, say which NIC is its default one, and take
    it out again.
  - A NIC is known by its instance and its network.

extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which O(vm), O(network) and O(vpc) are looked for.
    type: str
    required: true
  vm:
    description:
      - Name or id of the instance.
    type: str
    required: true
    aliases:
      - name
  network:
    description:
      - Name or id of the network.
    type: str
    required: true
  vpc:
    description:
      - Name or id of the VPC in which O(network) is looked for, where it is a tier.
    type: str
  ip_address:
    description:
      - Address of the NIC. Without it, the server chooses one.
      - In an isolated network, it can be changed only while the instance is stopped.
    type: str
  mac_address:
    description:
      - MAC address of the NIC. Without it, the server chooses one.
      - CloudStack takes it only when the NIC is created; a task that wants another value later fails.
    type: str
  dhcp_options:
    description:
      - Further DHCP options for the NIC, by name or number, for example V(dhcp:114).
      - Used only when the NIC is created. The API does not show it, so it is not compared later.
    type: dict
  is_default:
    description:
      - Whether the NIC is the default one of the instance, whose gateway and DNS servers it uses.
      - With V(true), the NIC that was it no longer is. V(false) is refused for the default NIC, because an instance
        always has one; make another one the default instead.
      - A guest learns of it when its address lease is renewed, or when it is started again.
    type: bool
  state:
    description:
      - V(present) makes sure that the NIC exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.instance
  - module: cloudstack.cloud.instance_nic_info
  - module: cloudstack.cloud.instance_nic_secondaryip
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.ip_address
"""

EXAMPLES = r"""
---
- name: The network for backups exists
  cloudstack.cloud.network:
    name: backup-net
    zone: zone-1
    network_offering: DefaultIsolatedNetworkOfferingWithSourceNatService

- name: The instance is in the network for backups, too
  cloudstack.cloud.instance_nic:
    zone: zone-1
    vm: web-1
    network: backup-net

- name: The instance reaches other networks through the one for backups
  cloudstack.cloud.instance_nic:
    zone: zone-1
    vm: web-1
    network: backup-net
    is_default: true

- name: The former network leads again
  cloudstack.cloud.instance_nic:
    zone: zone-1
    vm: web-1
    network: web-net
    is_default: true

- name: The instance is no longer in it
  cloudstack.cloud.instance_nic:
    zone: zone-1
    vm: web-1
    network: backup-net
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the NIC.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which C(vm), C(network) and C(vpc) are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vm:
  description:
    - Name of the instance.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
network:
  description: Name of the network.
  returned: when it exists
  type: str
  sample: web-net
vpc:
  description: Name of the VPC in which C(network) is looked for, where it is a tier.
  returned: when the task gives it
  type: str
ip_address:
  description: Address of the NIC.
  returned: when it has one
  type: str
mac_address:
  description: MAC address of the NIC.
  returned: when it has one
  type: str
is_default:
  description: Whether it is the default NIC of the instance.
  returned: when it has one
  type: bool
netmask:
  description: Netmask of the network.
  returned: when it has one
  type: str
  sample: 255.255.255.0
gateway:
  description: Gateway of the network.
  returned: when it has one
  type: str
ip6_address:
  description: IPv6 address of the NIC.
  returned: when it has one
  type: str
device_id:
  description: Number of the NIC in the instance, from 0.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_nic import INSTANCE_NIC
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_NIC)


if __name__ == "__main__":
    main()
