#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: lb_internal_info
short_description: List internal load balancers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all internal load balancers that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the internal load balancer of this name or id.
    type: str
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(network)
        or O(vpc) or O(source_ip_network), only internal load balancers in it are shown.
    type: str
  vpc:
    description:
      - Name or id of the VPC in which names of other options are looked for. Without O(network)
        or O(source_ip_network), only internal load balancers in it are shown.
    type: str
  network:
    description:
      - Show only internal load balancers of this network, given by name or id.
    type: str
  source_ip_network:
    description:
      - Show only load balancers with an address of this network, given by name or id.
    type: str
  id:
    description:
      - Show only the internal load balancer with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option
        says. What is an id there is an id here, and no name.
      - C(listLoadBalancers) takes V(fordisplay), V(isrecursive), V(keyword), V(scheme), V(sourceipaddress),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know.
        An unknown one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.lb_internal
"""

EXAMPLES = r"""
---
- name: The load balancers of the tier are known
  cloudstack.cloud.lb_internal_info:
    zone: zone-1
    vpc: edge-vpc
    network: inner-tier
  register: found
"""

RETURN = r"""
---
lb_internals:
  description: The internal load balancers that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the internal load balancer.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the load balancer.
      returned: when it exists
      type: str
    zone:
      description: Name of the zone in which names of other options are looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    vpc:
      description: Name of the VPC in which C(network) is looked for.
      returned: when the task gives it
      type: str
    network:
      description:
        - Name of the network of the instances.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
      sample: web-net
    source_port:
      description: Port that clients use.
      returned: when it has one
      type: int
    instance_port:
      description: Port of the instances.
      returned: when it has one
      type: int
    algorithm:
      description: 'How instances are chosen: by the address of the client, in turn, or the one with the fewest
        connections.'
      returned: when it has one
      type: str
      sample: source
    source_ip:
      description: Address that clients use.
      returned: when it has one
      type: str
    source_ip_network:
      description: Name of the network of C(source_ip).
      returned: when it has one
      type: str
    description:
      description: Description of the load balancer.
      returned: when it has one
      type: str
    for_display:
      description: Whether users see the load balancer.
      returned: when it has one
      type: bool
    network_id:
      description: Id of the network.
      returned: when it has one
      type: str
    source_ip_network_id:
      description: Id of the network of the address.
      returned: when it has one
      type: str
    state:
      description: State of the load balancer; it is Active when it has instances.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.lb_internal import LB_INTERNAL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(LB_INTERNAL)


if __name__ == "__main__":
    main()
