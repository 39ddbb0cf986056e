#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: static_nat
short_description: Manage static NAT
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Give a public address to one instance, so that all traffic to the address goes to it, and take it away again.
  - When the address belongs to another instance, it is taken from that one first.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  ip_address:
    description:
      - Public address, or its id. It must have no port forwarding or load balancer rules.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(ip_address), O(vm), O(network) and O(vpc) are looked for.
    type: str
    required: true
  vm:
    description:
      - Name or id of the instance.
      - Needed to create the static NAT.
    type: str
  vm_guest_ip:
    description:
      - Address of the instance to translate to, where it has several. Without it, its first one in the network.
    type: str
  network:
    description:
      - Name or id of the network of the instance, for an instance with several.
      - CloudStack takes it only when the static NAT is created; a task that wants another value later fails.
    type: str
  vpc:
    description:
      - Name or id of the VPC of O(ip_address).
    type: str
  state:
    description:
      - V(present) makes sure that the address belongs to the instance, V(absent) that it belongs to none.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing static NAT. It takes the place of the options that identify the static NAT.
    type: str
seealso:
  - module: cloudstack.cloud.static_nat_info
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.firewall
  - module: cloudstack.cloud.portforward
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The network has a public address
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    tags:
      - key: purpose
        value: nat
  register: public

- name: The public address belongs to the web server
  cloudstack.cloud.static_nat:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    vm: web-1

- name: The public address belongs to no instance
  cloudstack.cloud.static_nat:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent

- name: The public address is released
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: "{{ public.ip_address }}"
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the static NAT.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
ip_address:
  description: Public address.
  returned: when it exists
  type: str
  sample: 203.0.113.101
zone:
  description: Name of the zone in which C(ip_address), C(vm), C(network) and C(vpc) are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vm:
  description: Name of the instance.
  returned: when it has one
  type: str
  sample: web-1
vm_guest_ip:
  description: Address of the instance to translate to, where it has several.
  returned: when it has one
  type: str
network:
  description: Name of the network of the instance, for an instance with several.
  returned: when it has one
  type: str
  sample: web-net
vpc:
  description: Name of the VPC of C(ip_address).
  returned: when the task gives it
  type: str
vm_name:
  description: Name of the instance.
  returned: when it has one
  type: str
  sample: web-1
vm_display_name:
  description: Display name of the instance.
  returned: when it has one
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_nat import STATIC_NAT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(STATIC_NAT)


if __name__ == "__main__":
    main()
