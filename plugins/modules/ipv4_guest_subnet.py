#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ipv4_guest_subnet
short_description: Manage the parts of a zone's IPv4 subnet
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Set parts of a zone's IPv4 subnet aside for routed guest networks, and give them back.
  - A network that is created with a size takes a part of that size by itself. A part that is set aside before
    may be named when the network is created.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  subnet:
    description:
      - The part, like V(172.30.4.0/26). It lies within O(parent).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(parent) is looked for.
    type: str
    required: true
  parent:
    description:
      - Subnet of the zone that the part is taken from, given as its addresses (V(172.30.0.0/20)) or its id.
      - Needed to create the part.
    type: str
  id:
    description:
      - Id of an existing part. It takes the place of the options that identify the part.
    type: str
  state:
    description:
      - V(present) makes sure that the part exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.ipv4_guest_subnet_info
  - module: cloudstack.cloud.ipv4_subnet
  - module: cloudstack.cloud.network
"""

EXAMPLES = r"""
---
- name: The zone has a subnet
  cloudstack.cloud.ipv4_subnet:
    zone: zone-1
    subnet: 172.29.0.0/20

- name: A part of it is set aside
  cloudstack.cloud.ipv4_guest_subnet:
    zone: zone-1
    parent: 172.29.0.0/20
    subnet: 172.29.4.0/26

- name: The part is given back
  cloudstack.cloud.ipv4_guest_subnet:
    zone: zone-1
    parent: 172.29.0.0/20
    subnet: 172.29.4.0/26
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the IPv4 guest subnet.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
subnet:
  description: The part, like V(172.30.4.0/26).
  returned: when it exists
  type: str
  sample: 172.30.4.0/26
zone:
  description: Name of the zone in which C(parent) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
parent:
  description: Subnet of the zone that the part is taken from.
  returned: when it has one
  type: str
  sample: 172.30.0.0/20
state:
  description: State of the part, such as V(Allocated).
  returned: when it has one
  type: str
network:
  description: Name of the network that has the part.
  returned: when it has one
  type: str
  sample: web-net
vpc:
  description: Name of the VPC that has the part.
  returned: when it has one
  type: str
allocated:
  description: When a network got the part.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ipv4_guest_subnet import IPV4_GUEST_SUBNET
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IPV4_GUEST_SUBNET)


if __name__ == "__main__":
    main()
