#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc_offering_info
short_description: List VPC offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all VPC offerings that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the VPC offering of this name or id.
    type: str
  is_default:
    description:
      - Whether to show only VPC offerings that come with CloudStack, or only others.
    type: bool
  state:
    description:
      - Show only VPC offerings in this state.
    type: str
    choices:
      - Enabled
      - Disabled
  id:
    description:
      - Show only the VPC offering with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVPCOfferings) takes V(displaytext), V(domainid), V(keyword), V(supportedservices), V(zoneid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.vpc_offering
"""

EXAMPLES = r"""
---
- name: The VPC offerings that can be used are known
  cloudstack.cloud.vpc_offering_info:
    state: Enabled
  register: found

- name: One VPC offering is known
  cloudstack.cloud.vpc_offering_info:
    name: Default VPC offering
  register: found
"""

RETURN = r"""
---
vpc_offerings:
  description: The VPC offerings that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the VPC offering.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the VPC offering.
      returned: when it exists
      type: str
      sample: Default VPC offering
    display_text:
      description: Description of the VPC offering.
      returned: when it has one
      type: str
    supported_services:
      description: Services that VPCs have.
      returned: when it has one
      type: list
      elements: str
      sample:
        - Dhcp
        - Dns
        - Lb
        - SourceNat
    domains:
      description: Paths of the domains that alone may use it.
      returned: when it has one
      type: list
      elements: str
    zones:
      description: Names of the zones in which alone the VPC offering can be used.
      returned: when it has one
      type: list
      elements: str
    internet_protocol:
      description: Protocols of the networks in the VPC.
      returned: when it has one
      type: str
      sample: IPv4
    network_mode:
      description: Whether the networks are hidden behind the address of the VPC (V(NATTED)) or routed (V(ROUTED)).
      returned: when it has one
      type: str
      sample: NATTED
    routing_mode:
      description: How routes are made known, with C(network_mode=ROUTED).
      returned: when it has one
      type: str
      sample: Static
    specify_as_number:
      description: Whether the one who creates a VPC may choose its AS number.
      returned: when it has one
      type: bool
    conserve_mode:
      description: Whether a public address of the VPC may serve several purposes.
      returned: when it has one
      type: bool
    for_nsx:
      description: Whether VMware NSX provides the services.
      returned: when it has one
      type: bool
    is_default:
      description: Whether the VPC offering came with CloudStack.
      returned: when it has one
      type: bool
    region_level:
      description: Whether VPCs can span zones.
      returned: when it has one
      type: bool
    distributed:
      description: Whether VPCs have a distributed router.
      returned: when it has one
      type: bool
    services:
      description: All services, each with each of its providers.
      returned: when it has one
      type: list
      elements: dict
      contains:
        service:
          description: Name of the service.
          returned: always
          type: str
          sample: Lb
        provider:
          description: Name of the provider.
          returned: always
          type: str
          sample: VpcVirtualRouter
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    state:
      description: Whether VPCs may be created with it.
      returned: when it exists
      type: str
      sample: Enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc_offering import VPC_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VPC_OFFERING)


if __name__ == "__main__":
    main()
