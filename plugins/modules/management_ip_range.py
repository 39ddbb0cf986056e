#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: management_ip_range
short_description: Manage further address ranges of management networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change and remove the ranges of management addresses that a pod has besides its own one.
  - A range is known by its first address.
extends_documentation_fragment:
  - cloudstack.cloud.address_range
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  netmask:
    description:
      - Netmask, for example V(255.255.255.0). It must be that of the pod.
      - Needed to create the range.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  gateway:
    description:
      - Gateway of the range. It must be that of the pod.
      - Needed to create the range.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  vlan:
    description:
      - VLAN of the range. Without it, the range is untagged.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  for_system_vms:
    description:
      - Whether system virtual machines alone may use the range.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: bool
  state:
    description:
      - V(present) makes sure that the range exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.management_ip_range_info
  - module: cloudstack.cloud.pod
"""

EXAMPLES = r"""
---
- name: The pod has more management addresses
  cloudstack.cloud.management_ip_range:
    zone: zone-1
    pod: pod-1
    start_ip: 10.10.0.60
    end_ip: 10.10.0.69
    netmask: 255.255.255.0
    gateway: 10.10.0.1

- name: The range is removed
  cloudstack.cloud.management_ip_range:
    zone: zone-1
    pod: pod-1
    start_ip: 10.10.0.60
    state: absent
"""

RETURN = r"""
---
zone:
  description: Name of the zone in which C(pod) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
pod:
  description: Name of the pod the range belongs to.
  returned: when it exists
  type: str
  sample: pod-1
start_ip:
  description: First address.
  returned: when it exists
  type: str
  sample: 10.10.0.60
end_ip:
  description: Last address.
  returned: when it has one
  type: str
  sample: 10.10.0.69
netmask:
  description: Netmask, for example V(255.255.255.0).
  returned: when it has one
  type: str
  sample: 255.255.255.0
gateway:
  description: Gateway of the range.
  returned: when it has one
  type: str
  sample: 10.10.0.1
vlan:
  description: VLAN of the range.
  returned: when it has one
  type: str
for_system_vms:
  description: Whether system virtual machines alone may use the range.
  returned: when it has one
  type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.management_ip_range import MANAGEMENT_IP_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(MANAGEMENT_IP_RANGE)


if __name__ == "__main__":
    main()
