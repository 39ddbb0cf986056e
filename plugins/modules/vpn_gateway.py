#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpn_gateway
short_description: Manage the VPN gateways of VPCs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create and remove the gateway with which a VPC takes part in site-to-site VPN connections. A VPC has at most one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for.
    type: str
    required: true
  vpc:
    description:
      - Name or id of the VPC.
    type: str
    required: true
  ip_address:
    description:
      - Public address of the gateway, or its id. Without it, CloudStack takes the source NAT address of the VPC.
      - CloudStack takes it only when the gateway is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: str
  for_display:
    description:
      - Whether users see the gateway. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the gateway exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing gateway. It takes the place of the options that identify the gateway.
    type: str
seealso:
  - module: cloudstack.cloud.vpn_gateway_info
  - module: cloudstack.cloud.vpc
  - module: cloudstack.cloud.vpn_customer_gateway
  - module: cloudstack.cloud.vpn_connection
"""

EXAMPLES = r"""
---
- name: The VPC can take part in VPN connections
  cloudstack.cloud.vpn_gateway:
    zone: zone-1
    vpc: far-vpc

- name: The VPC takes no part in VPN connections any more
  cloudstack.cloud.vpn_gateway:
    zone: zone-1
    vpc: far-vpc
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the VPN gateway.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which names of other options are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC.
  returned: when it exists
  type: str
ip_address:
  description: Public address of the gateway, or its id.
  returned: when it has one
  type: str
for_display:
  description: Whether users see the gateway.
  returned: when it has one
  type: bool
public_ip:
  description: Public address of the gateway.
  returned: when it has one
  type: str
vpc_id:
  description: Id of the VPC.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpn_gateway import VPN_GATEWAY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VPN_GATEWAY)


if __name__ == "__main__":
    main()
