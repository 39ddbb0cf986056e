#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: static_route
short_description: Manage static routes of VPCs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove static routes. A route says where a VPC sends what is for a network outside of it.
  - CloudStack cannot change a route. One that shall lead elsewhere is removed and made anew.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  cidr:
    description:
      - Network that the route leads to, for example V(192.168.10.0/24).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(vpc) is looked for.
    type: str
    required: true
  vpc:
    description:
      - Name or id of the VPC.
      - Needs CloudStack 4.21 or newer.
    type: str
    required: true
  next_hop:
    description:
      - Address that the traffic is sent to, for example that of an instance in a tier.
      - A route needs it or O(private_gateway).
      - Another one removes the route and makes it anew.
      - Needed to create the route, unless O(private_gateway) is given.
      - Needs CloudStack 4.21 or newer.
    type: str
  private_gateway:
    description:
      - Address or id of the private gateway that the traffic leaves through.
      - Another one removes the route and makes it anew.
    type: str
  state:
    description:
      - V(present) makes sure that the route exists and leads there.
      - V(absent) removes it.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing route.
    type: str
seealso:
  - module: cloudstack.cloud.static_route_info
  - module: cloudstack.cloud.vpc
  - module: cloudstack.cloud.vpc_private_gateway
"""

EXAMPLES = r"""
---
- name: The laboratory is reached through an instance
  cloudstack.cloud.static_route:
    vpc: intranet
    zone: zone-1
    cidr: 192.168.20.0/24
    next_hop: 10.60.1.10

- name: It is reached through another one
  cloudstack.cloud.static_route:
    vpc: intranet
    zone: zone-1
    cidr: 192.168.20.0/24
    next_hop: 10.60.1.11

- name: The route is removed
  cloudstack.cloud.static_route:
    vpc: intranet
    zone: zone-1
    cidr: 192.168.20.0/24
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the static route.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
cidr:
  description: Network that the route leads to, for example V(192.168.10.0/24).
  returned: when it exists
  type: str
  sample: 192.168.10.0/24
zone:
  description: Name of the zone in which C(vpc) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC.
  returned: when the task gives it
  type: str
  sample: shop
next_hop:
  description: Address that the traffic is sent to, for example that of an instance in a tier.
  returned: when it has one
  type: str
  sample: 10.20.1.10
private_gateway:
  description:
    - Address or id of the private gateway that the traffic leaves through.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
vpc_id:
  description: Id of the VPC.
  returned: when it has one
  type: str
gateway_ip:
  description: Gateway that the private gateway leads to.
  returned: when it has one
  type: str
state:
  description: State of the route.
  returned: when it has one
  type: str
  sample: Active
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
tags:
  description: Tags, each with its key and value.
  returned: when it has one
  type: list
  elements: dict
  contains:
    key:
      description: Key of the tag.
      returned: always
      type: str
      sample: stage
    value:
      description: Value of the tag.
      returned: always
      type: str
      sample: production
  sample:
    - key: stage
      value: production
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_route import STATIC_ROUTE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(STATIC_ROUTE)


if __name__ == "__main__":
    main()
