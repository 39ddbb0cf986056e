#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: remote_access_vpn
short_description: Manage remote access VPNs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Let users dial in to the network or VPC of a source NAT address, and end that.
  - A VPN is known by O(ip_address). M(cloudstack.cloud.vpn_user) says who may dial in.
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
  network:
    description:
      - Name or id of the network of O(ip_address).
    type: str
  vpc:
    description:
      - Name or id of the VPC of O(ip_address).
    type: str
  ip_address:
    description:
      - Public address, or its id. It must be the source NAT address of its network or VPC.
    type: str
    required: true
  ip_range:
    description:
      - Addresses for those who dial in, of which the server keeps the first. For example V(10.1.2.1-10.1.2.8).
        Without it, CloudStack takes its own setting.
      - CloudStack takes it only when the VPN is created; a task that wants another value later fails.
    type: str
  open_firewall:
    description:
      - Whether CloudStack also makes the firewall rules that let the traffic in. Without it, CloudStack does.
      - Used only when the VPN is created. The API does not show it, so it is not compared later.
    type: bool
  for_display:
    description:
      - Whether users see the VPN. Only administrators may say it.
      - Needs CloudStack 4.4 or newer.
    type: bool
  show_preshared_key:
    description:
      - Whether the result has RV(preshared_key), which those who dial in need. Use C(no_log) in the task, for it is a
        secret.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the VPN exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing VPN. It takes the place of the options that identify the VPN.
    type: str
seealso:
  - module: cloudstack.cloud.remote_access_vpn_info
  - module: cloudstack.cloud.vpn_user
  - module: cloudstack.cloud.ip_address
"""

EXAMPLES = r"""
---
- name: The source NAT address of the network is known
  cloudstack.cloud.ip_address_info:
    zone: zone-1
    network: web-net
    is_source_nat: true
  register: found

- name: Users can dial in to the network
  cloudstack.cloud.remote_access_vpn:
    zone: zone-1
    ip_address: "{{ found.ip_addresses[0].ip_address }}"
    ip_range: 10.1.2.1-10.1.2.8

- name: The key that those who dial in need is known
  cloudstack.cloud.remote_access_vpn:
    zone: zone-1
    ip_address: "{{ found.ip_addresses[0].ip_address }}"
    show_preshared_key: true
  no_log: true

- name: Nobody can dial in any more
  cloudstack.cloud.remote_access_vpn:
    zone: zone-1
    ip_address: "{{ found.ip_addresses[0].ip_address }}"
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the remote access VPN.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which names of other options are looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
network:
  description: Name of the network of C(ip_address).
  returned: when the task gives it
  type: str
  sample: web-net
vpc:
  description: Name of the VPC of C(ip_address).
  returned: when the task gives it
  type: str
ip_address:
  description: Public address, or its id.
  returned: when it exists
  type: str
ip_range:
  description: Addresses for those who dial in, of which the server keeps the first.
  returned: when it has one
  type: str
for_display:
  description: Whether users see the VPN.
  returned: when it has one
  type: bool
client_ip_range:
  description: Addresses for those who dial in.
  returned: when it has one
  type: str
preshared_key:
  description: Key that those who dial in need, when the task asks for it. It is a secret.
  returned: when it has one
  type: str
state:
  description: State of the VPN.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.remote_access_vpn import REMOTE_ACCESS_VPN
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(REMOTE_ACCESS_VPN)


if __name__ == "__main__":
    main()
