#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: portforward_info
short_description: List port forwarding rules
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all port forwarding rules that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(ip_address) or O(vpc)
        or O(network), only port forwarding rules in it are shown.
    type: str
  ip_address:
    description:
      - Show only rules of this public address.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which names of other options are looked for. Without O(network), only port
        forwarding rules in it are shown.
    type: str
  network:
    description:
      - Show only port forwarding rules of this network, given by name or id.
    type: str
  id:
    description:
      - Show only the port forwarding rule with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPortForwardingRules) takes V(fordisplay), V(isrecursive), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.portforward
"""

EXAMPLES = r"""
---
- name: The port forwarding rules are known
  cloudstack.cloud.portforward_info:
  register: found
"""

RETURN = r"""
---
portforwards:
  description: The port forwarding rules that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the port forwarding rule.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone in which C(ip_address), C(vm), C(network) and C(vpc) are looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    ip_address:
      description: Public address.
      returned: when it exists
      type: str
      sample: 203.0.113.101
    protocol:
      description: Protocol to forward.
      returned: when it exists
      type: str
      sample: tcp
    public_port:
      description: First port of the public address.
      returned: when it exists
      type: int
      sample: 2222
    public_end_port:
      description: Last port of the public address.
      returned: when it has one
      type: int
      sample: 2222
    private_port:
      description: First port of the instance.
      returned: when it has one
      type: int
      sample: 22
    private_end_port:
      description: Last port of the instance.
      returned: when it has one
      type: int
      sample: 22
    vm:
      description: Name of the instance.
      returned: when it has one
      type: str
      sample: web-1
    vm_guest_ip:
      description: Address of the instance to forward to, where it has several.
      returned: when it has one
      type: str
    cidrs:
      description: Networks the traffic may come from.
      returned: when it has one
      type: list
      elements: str
    vpc:
      description: Name of the VPC of C(ip_address).
      returned: when the task gives it
      type: str
    network:
      description: Name of the network of the instance.
      returned: when it has one
      type: str
      sample: web-net
    for_display:
      description: Whether users see the rule.
      returned: when it has one
      type: bool
    vm_name:
      description: Name of the instance.
      returned: when it has one
      type: str
      sample: web-1
    vm_display_name:
      description: Display name of the instance.
      returned: when it has one
      type: str
    rule_state:
      description: State of the rule.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.portforward import PORTFORWARD
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(PORTFORWARD)


if __name__ == "__main__":
    main()
