#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: remote_access_vpn_info
short_description: List remote access VPNs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all remote access VPNs that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(ip_address) or O(network)
        or O(vpc), only remote access VPNs in it are shown.
    type: str
  network:
    description:
      - Show only VPNs of this network, given by name or id.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which names of other options are looked for. Without O(ip_address), only remote
        access VPNs in it are shown.
    type: str
  ip_address:
    description:
      - Show only the VPN of this public address.
    type: str
  show_preshared_key:
    description:
      - Whether the keys that those who dial in need are among the results. Use C(no_log) in the task then.
    type: bool
    default: false
  id:
    description:
      - Show only the remote access VPN with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listRemoteAccessVpns) takes V(fordisplay), V(isrecursive), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.remote_access_vpn
"""

EXAMPLES = r"""
---
- name: The remote access VPNs are known
  cloudstack.cloud.remote_access_vpn_info:
  register: found
"""

RETURN = r"""
---
remote_access_vpns:
  description: The remote access VPNs that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(REMOTE_ACCESS_VPN)


if __name__ == "__main__":
    main()
