#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_offering_info
short_description: List network offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all network offerings that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the network offering of this name or id.
    type: str
  guest_ip_type:
    description:
      - Show only network offerings for networks of this kind.
    type: str
    choices:
      - Shared
      - Isolated
      - L2
  for_vpc:
    description:
      - Whether to show only network offerings for tiers of VPCs, or only others.
    type: bool
  state:
    description:
      - Show only network offerings in this state.
    type: str
    choices:
      - Enabled
      - Disabled
  id:
    description:
      - Show only the network offering with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listNetworkOfferings) takes V(availability), V(displaytext), V(domainid), V(isdefault), V(istagged),
        V(keyword), V(networkid), V(routingmode), V(sourcenatsupported), V(specifyipranges), V(specifyvlan),
        V(supportedservices), V(tags), V(traffictype), V(zoneid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.network_offering
"""

EXAMPLES = r"""
---
- name: The network offerings for tiers that can be used are known
  cloudstack.cloud.network_offering_info:
    for_vpc: true
    state: Enabled
  register: found

- name: One network offering is known
  cloudstack.cloud.network_offering_info:
    name: DefaultL2NetworkOffering
  register: found
"""

RETURN = r"""
---
network_offerings:
  description: The network offerings that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the network offering.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the network offering.
      returned: when it exists
      type: str
      sample: DefaultIsolatedNetworkOfferingWithSourceNatService
    display_text:
      description: Description of the network offering.
      returned: when it has one
      type: str
    guest_ip_type:
      description: Kind of the networks.
      returned: when it has one
      type: str
      sample: Isolated
    traffic_type:
      description: Kind of the traffic that networks carry.
      returned: when it has one
      type: str
      sample: Guest
    supported_services:
      description: Services that networks have.
      returned: when it has one
      type: list
      elements: str
      sample:
        - Dhcp
        - Dns
        - Firewall
        - SourceNat
    availability:
      description: Whether the network offering is offered to users.
      returned: when it has one
      type: str
      sample: Optional
    conserve_mode:
      description: Whether a public address of a network may serve several purposes.
      returned: when it has one
      type: bool
    egress_default_policy:
      description: What is done with outgoing traffic that no egress rule speaks of.
      returned: when it has one
      type: str
      sample: allow
    is_persistent:
      description: Whether networks are kept up without instances.
      returned: when it has one
      type: bool
    max_connections:
      description: How many connections the load balancer takes at a time.
      returned: when it has one
      type: int
    network_rate:
      description: Speed of networks, in Mbit/s.
      returned: when it has one
      type: int
    service_offering:
      description:
        - Name of the service offering of the routers, one for system VMs.
        - It is the id where the task does not name it.
      returned: when it has one
      type: str
    specify_ip_ranges:
      description: Whether the addresses are said when a network is made, as for V(Shared) networks.
      returned: when it has one
      type: bool
    specify_vlan:
      description: Whether the VLAN is said when a network is made, as for V(Shared) networks.
      returned: when it has one
      type: bool
    for_vpc:
      description: Whether it is for tiers of VPCs.
      returned: when it has one
      type: bool
    tags:
      description: Tags of the physical networks that can carry the networks.
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
        - fast
    domains:
      description: Paths of the domains that alone may use it.
      returned: when it has one
      type: list
      elements: str
    zones:
      description: Names of the zones in which alone the network offering can be used.
      returned: when it has one
      type: list
      elements: str
    internet_protocol:
      description: Protocols of the networks.
      returned: when it has one
      type: str
      sample: IPv4
    network_mode:
      description: Whether networks are hidden behind their public address (V(NATTED)) or routed (V(ROUTED)).
      returned: when it has one
      type: str
      sample: NATTED
    routing_mode:
      description: How routes are made known, with C(network_mode=ROUTED).
      returned: when it has one
      type: str
      sample: Static
    specify_as_number:
      description: Whether the one who creates a network may choose its AS number.
      returned: when it has one
      type: bool
    for_nsx:
      description: Whether VMware NSX provides the services.
      returned: when it has one
      type: bool
    for_tungsten:
      description: Whether Tungsten Fabric provides the services.
      returned: when it has one
      type: bool
    service_offering_id:
      description: Id of the service offering of the routers.
      returned: when it has one
      type: str
    is_default:
      description: Whether the network offering came with CloudStack.
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
      description: Whether networks may be created with it.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_offering import NETWORK_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(NETWORK_OFFERING)


if __name__ == "__main__":
    main()
