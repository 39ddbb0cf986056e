#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc_info
short_description: List VPCs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all VPCs that the user may see, or those that fit every filter.
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
      - Show only the VPC of this name or id.
    type: str
  zone:
    description:
      - Show only VPCs of this zone, given by name or id.
    type: str
  vpc_offering:
    description:
      - Show only VPCs with this VPC offering, given by name or id.
    type: str
  cidr:
    description:
      - Show only VPCs with this CIDR.
    type: str
  restart_required:
    description:
      - Show only VPCs that must, or need not, be restarted.
    type: bool
  id:
    description:
      - Show only the VPC with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVPCs) takes V(displaytext), V(fordisplay), V(isrecursive), V(keyword), V(showicon), V(state),
        V(supportedservices), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.vpc
"""

EXAMPLES = r"""
---
- name: The VPCs of the zone are known
  cloudstack.cloud.vpc_info:
    zone: zone-1
  register: found

- name: One VPC is known
  cloudstack.cloud.vpc_info:
    name: intranet
    zone: zone-1
  register: found
"""

RETURN = r"""
---
vpcs:
  description: The VPCs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the VPC.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the VPC.
      returned: when it exists
      type: str
      sample: shop
    zone:
      description: Name of the zone the VPC belongs to.
      returned: when it exists
      type: str
      sample: zone-1
    vpc_offering:
      description: Name of the VPC offering.
      returned: when it has one
      type: str
      sample: Default VPC offering
    display_text:
      description: Description of the VPC.
      returned: when it has one
      type: str
    cidr:
      description: Network of the whole VPC, for example V(10.20.0.0/16).
      returned: when it has one
      type: str
      sample: 10.20.0.0/16
    cidr_size:
      description: Prefix length of the network that a routed VPC gets from CloudStack, for example V(24).
      returned: when it has one
      type: int
    network_domain:
      description: DNS domain of the instances in the VPC.
      returned: when it has one
      type: str
    dns1:
      description: First IPv4 DNS server of the VPC, in place of that of the zone.
      returned: when it has one
      type: str
    dns2:
      description: Second IPv4 DNS server of the VPC, in place of that of the zone.
      returned: when it has one
      type: str
    dns1_ipv6:
      description: First IPv6 DNS server of the VPC, in place of that of the zone.
      returned: when it has one
      type: str
    dns2_ipv6:
      description: Second IPv6 DNS server of the VPC, in place of that of the zone.
      returned: when it has one
      type: str
    public_mtu:
      description: MTU of the router at its public side, in bytes.
      returned: when it has one
      type: int
    as_number:
      description: AS number, for a VPC with dynamic routing.
      returned: when it has one
      type: int
    keep_mac_address_on_public_nic:
      description: Whether the public NIC of the router keeps its MAC address when the router is made anew.
      returned: when it has one
      type: bool
    for_display:
      description: Whether users see the VPC.
      returned: when it has one
      type: bool
    state:
      description: State of the VPC.
      returned: when it has one
      type: str
      sample: Enabled
    region_level_vpc:
      description: Whether the VPC can span zones.
      returned: when it has one
      type: bool
    restart_required:
      description: Whether the VPC must be restarted for a change to have effect.
      returned: when it has one
      type: bool
    distributed_vpc_router:
      description: Whether the VPC has a distributed router.
      returned: when it has one
      type: bool
    redundant_vpc_router:
      description: Whether the VPC has a redundant pair of routers.
      returned: when it has one
      type: bool
    ip4_routing:
      description: How routes are made known, in a routed VPC.
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc import VPC
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VPC)


if __name__ == "__main__":
    main()
