#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_nic_info
short_description: List NICs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all NICs that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which O(network) is looked for.
    type: str
  vm:
    description:
      - Name or id of the instance whose NICs are listed.
    type: str
    required: true
    aliases:
      - name
  network:
    description:
      - Show only the NIC in this network, given by name or id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listNics) takes V(fordisplay), V(keyword), V(networkid), V(nicid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.instance_nic
"""

EXAMPLES = r"""
---
- name: The NICs of the instance are known
  cloudstack.cloud.instance_nic_info:
    zone: zone-1
    vm: web-1
  register: found
"""

RETURN = r"""
---
instance_nics:
  description: The NICs that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(INSTANCE_NIC)


if __name__ == "__main__":
    main()
