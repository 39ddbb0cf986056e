#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_nic_secondaryip
short_description: Manage secondary addresses of NICs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Give the NIC of an instance further addresses, and take them away. The instance itself must be told of them by other
    means.

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
  vm_guest_ip:
    description:
      - The further address. Without it, the server chooses one, unless the NIC has one already.
      - Needed to remove an address.
    type: str
    aliases:
      - secondary_ip
  network:
    description:
      - Name or id of the network of the NIC. Without it, the default NIC of the instance is meant.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which O(network) is looked for, where it is a tier.
    type: str
  description:
    description:
      - What the address is for.
      - Used only when the address is created. The API does not show it, so it is not compared later.
    type: str
  state:
    description:
      - V(present) makes sure that the address exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.instance_nic
  - module: cloudstack.cloud.instance_nic_secondaryip_info
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.static_nat
"""

EXAMPLES = r"""
---
- name: The default NIC of the instance has a further address
  cloudstack.cloud.instance_nic_secondaryip:
    zone: zone-1
    vm: web-1
  register: further

- name: It no longer has it
  cloudstack.cloud.instance_nic_secondaryip:
    zone: zone-1
    vm: web-1
    vm_guest_ip: "{{ further.vm_guest_ip }}"
    state: absent
"""

RETURN = r"""
---
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
vm_guest_ip:
  description: The further address.
  returned: when it has one
  type: str
network:
  description: Name of the network of the NIC.
  returned: when it has one
  type: str
  sample: web-net
vpc:
  description: Name of the VPC in which C(network) is looked for, where it is a tier.
  returned: when the task gives it
  type: str
id:
  description: Id of the secondary address.
  returned: when it has one
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
nic_id:
  description: Id of the NIC.
  returned: when it has one
  type: str
ip_address:
  description: First address of the NIC.
  returned: when it has one
  type: str
netmask:
  description: Netmask of the network.
  returned: when it has one
  type: str
  sample: 255.255.255.0
mac_address:
  description: MAC address of the NIC.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_nic_secondaryip import (
    INSTANCE_NIC_SECONDARYIP,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_NIC_SECONDARYIP)


if __name__ == "__main__":
    main()
