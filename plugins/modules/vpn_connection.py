#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpn_connection
short_description: Manage site-to-site VPN connections
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Connect the VPN gateway of a VPC with a customer gateway, restart the connection and end it.
  - A connection is known by O(vpc) and O(vpn_customer_gateway).
attributes:
  idempotent:
    support: partial
    details: V(restarted) of O(state) connects anew at every run.
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
      - Name or id of the VPC, which must have a VPN gateway, see M(cloudstack.cloud.vpn_gateway).
    type: str
    required: true
  vpn_customer_gateway:
    description:
      - Name or id of the customer gateway.
    type: str
    required: true
  passive:
    description:
      - Whether the VPC waits for the other end to connect.
      - With O(force=true) a connection that differs is made anew.
      - When the connection is created without it, V(false) is used.
    type: bool
  for_display:
    description:
      - Whether users see the connection. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  force:
    description:
      - Whether a connection that differs in O(passive) is removed and made anew.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the connection exists, V(absent) that it does not.
      - V(restarted) connects anew at every run.
    type: str
    choices:
      - present
      - absent
      - restarted
    default: present
  id:
    description:
      - Id of an existing connection. It takes the place of the options that identify the connection.
    type: str
seealso:
  - module: cloudstack.cloud.vpn_connection_info
  - module: cloudstack.cloud.vpn_gateway
  - module: cloudstack.cloud.vpn_customer_gateway
"""

EXAMPLES = r"""
---
- name: The VPC is connected with the branch
  cloudstack.cloud.vpn_connection:
    zone: zone-1
    vpc: edge-vpc
    vpn_customer_gateway: branch

- name: The connection is made anew
  cloudstack.cloud.vpn_connection:
    zone: zone-1
    vpc: edge-vpc
    vpn_customer_gateway: branch
    state: restarted

- name: The VPC is not connected with the branch any more
  cloudstack.cloud.vpn_connection:
    zone: zone-1
    vpc: edge-vpc
    vpn_customer_gateway: branch
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the VPN connection.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which names of other options are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
vpc:
  description: Name of the VPC, which must have a VPN gateway, see M(cloudstack.cloud.vpn_gateway).
  returned: when the task gives it
  type: str
vpn_customer_gateway:
  description:
    - Name of the customer gateway.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
passive:
  description: Whether the VPC waits for the other end to connect.
  returned: when it has one
  type: bool
for_display:
  description: Whether users see the connection.
  returned: when it has one
  type: bool
vpn_gateway_id:
  description: Id of the VPN gateway.
  returned: when it has one
  type: str
vpn_customer_gateway_id:
  description: Id of the customer gateway.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
dpd:
  description: Whether the connection is given up when the far end is silent.
  returned: when it has one
  type: bool
esp_lifetime:
  description: Seconds after which the keys of the second phase are made anew.
  returned: when it has one
  type: int
esp_policy:
  description: Ciphers of the second phase.
  returned: when it has one
  type: str
force_encap:
  description: Whether the traffic is always put into UDP.
  returned: when it has one
  type: bool
ike_lifetime:
  description: Seconds after which the keys of the first phase are made anew.
  returned: when it has one
  type: int
ike_policy:
  description: Ciphers of the first phase.
  returned: when it has one
  type: str
ike_version:
  description: Version of the key exchange.
  returned: when it has one
  type: str
split_connections:
  description: Whether each network has a connection of its own.
  returned: when it has one
  type: bool
cidrs:
  description: Networks behind the far end.
  returned: when it has one
  type: list
  elements: str
public_ip:
  description: Public address of the VPC's end.
  returned: when it has one
  type: str
gateway:
  description: Public address of the far end.
  returned: when it has one
  type: str
state:
  description: State of the connection.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpn_connection import VPN_CONNECTION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VPN_CONNECTION)


if __name__ == "__main__":
    main()
