#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: portable_ip_range
short_description: Manage ranges of portable addresses
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add and remove ranges of portable public addresses. They belong to a region, and an account may take one
    from a network in one zone to a network in another.
  - CloudStack cannot change a range. Remove it while nobody uses its addresses, and add it anew.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  start_ip:
    description:
      - First address of the range. Together with O(region) it is the identity of the range.
    type: str
    required: true
  end_ip:
    description:
      - Last address of the range.
      - When the range is created without it, the value of O(start_ip) is used.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  gateway:
    description:
      - IPv4 gateway of the addresses.
      - Needed to create the range.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  netmask:
    description:
      - Netmask of the addresses.
      - Needed to create the range.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  vlan:
    description:
      - VLAN of the addresses, given as a number, or V(untagged).
      - When the range is created without it, V(untagged) is used.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: str
  region:
    description:
      - Number of the region that the addresses belong to.
      - When the range is created without it, V(1) is used.
    type: int
  id:
    description:
      - Id of an existing range. It takes the place of the options that identify the range.
    type: str
  state:
    description:
      - V(present) makes sure that the range exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.portable_ip_range_info
  - module: cloudstack.cloud.region
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.vlan_ip_range
"""

EXAMPLES = r"""
---
- name: The region has portable addresses
  cloudstack.cloud.portable_ip_range:
    region: 1
    start_ip: 192.0.2.100
    end_ip: 192.0.2.119
    gateway: 192.0.2.1
    netmask: 255.255.255.0
    vlan: "90"

- name: The region has no portable addresses
  cloudstack.cloud.portable_ip_range:
    region: 1
    start_ip: 192.0.2.100
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the portable address range.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
start_ip:
  description: First address of the range.
  returned: when it exists
  type: str
  sample: 192.0.2.100
end_ip:
  description: Last address of the range.
  returned: when it has one
  type: str
  sample: 192.0.2.119
gateway:
  description: IPv4 gateway of the addresses.
  returned: when it has one
  type: str
  sample: 192.0.2.1
netmask:
  description: Netmask of the addresses.
  returned: when it has one
  type: str
  sample: 255.255.255.0
vlan:
  description: VLAN of the addresses, given as a number, or V(untagged).
  returned: when it has one
  type: str
  sample: '90'
region:
  description: Number of the region that the addresses belong to.
  returned: when it has one
  type: int
  sample: 1
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.portable_ip_range import PORTABLE_IP_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PORTABLE_IP_RANGE)


if __name__ == "__main__":
    main()
