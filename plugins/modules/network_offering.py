#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_offering
short_description: Manage network offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove network offerings. An offering says what kind of network it
    is, which services it has and who provides them. Only administrators of the cloud may do so; users list
    them and choose one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the network offering.
    type: str
    required: true
  display_text:
    description:
      - Description of the network offering.
      - When the network offering is created without it, the value of O(name) is used.
    type: str
  guest_ip_type:
    description:
      - Kind of the networks. V(Isolated) networks belong to one owner and have a router, V(Shared) ones are
        made by administrators for many, and V(L2) ones have no services of the third layer.
      - Needed to create the network offering.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: str
    choices:
      - Shared
      - Isolated
      - L2
  traffic_type:
    description:
      - Kind of the traffic that networks carry.
      - When the network offering is created without it, V(Guest) is used.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: str
  supported_services:
    description:
      - Services that networks have, for example V(SourceNat), V(Dhcp) or V(Firewall). Case does not matter.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: list
    elements: str
    aliases:
      - supported_service
  service_providers:
    description:
      - Who provides which service. Without it, a service has no provider.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: list
    elements: dict
    aliases:
      - service_provider
    suboptions:
      service:
        description:
          - Name of the service.
        type: str
        required: true
      provider:
        description:
          - Name of the provider, for example V(VirtualRouter).
        type: str
        required: true
  service_capabilities:
    description:
      - What a service shall be able to do beyond what it always can.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
    type: list
    elements: dict
    aliases:
      - service_capability
    suboptions:
      service:
        description:
          - Name of the service, for example V(Lb).
        type: str
        required: true
      capabilitytype:
        description:
          - What is meant, for example V(SupportedLBIsolation).
        type: str
        required: true
      capabilityvalue:
        description:
          - The value, for example V(dedicated).
        type: str
        required: true
  availability:
    description:
      - Whether the network offering is offered to users.
    type: str
    choices:
      - Optional
      - Required
      - Unavailable
  conserve_mode:
    description:
      - Whether a public address of a network may serve several purposes.
      - Without it, it may.
      - CloudStack takes it only when the network offering is created; a task that wants another value later fails.
    type: bool
  details:
    description:
      - Further settings, each a dictionary of names and values, for example V(publicLbProvider).
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.2 or newer.
    type: list
    elements: dict
  egress_default_policy:
    description:
      - What is done with outgoing traffic that no egress rule speaks of.
      - Without it, CloudStack takes V(allow).
      - CloudStack takes it only when the network offering is created; a task that wants another value later fails.
    type: str
    choices:
      - allow
      - deny
  persistent:
    description:
      - Whether networks are kept up without instances.
      - Without it, they are not.
      - CloudStack takes it only when the network offering is created; a task that wants another value later fails.
    type: bool
  keepalive_enabled:
    description:
      - Whether the load balancer keeps connections of its clients open.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
    type: bool
  max_connections:
    description:
      - How many connections the load balancer takes at a time.
    type: int
  network_rate:
    description:
      - Speed of networks, in Mbit/s.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: int
  service_offering:
    description:
      - Name or id of the service offering of the routers, one for system VMs.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: str
  specify_ip_ranges:
    description:
      - Whether the addresses are said when a network is made, as for V(Shared) networks.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: bool
  specify_vlan:
    description:
      - Whether the VLAN is said when a network is made, as for V(Shared) networks.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: bool
  for_vpc:
    description:
      - Whether it is for tiers of VPCs.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: bool
  tags:
    description:
      - Tags of the physical networks that can carry the networks. An empty list removes all.
    type: list
    elements: str
    aliases:
      - tag
  domains:
    description:
      - Domains that alone may use the network offering, with those below them. Each is given by path, name
        or id. An empty list is everybody.
    type: list
    elements: str
    aliases:
      - domain
  zones:
    description:
      - Names or ids of the zones in which alone the network offering can be used. An empty list is all zones.
      - Needs CloudStack 4.13 or newer.
    type: list
    elements: str
    aliases:
      - zone
  internet_protocol:
    description:
      - Protocols of the networks.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.17 or newer.
    type: str
    choices:
      - IPv4
      - DualStack
  network_mode:
    description:
      - Whether networks are hidden behind their public address (V(NATTED)) or routed (V(ROUTED)).
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - NATTED
      - ROUTED
  routing_mode:
    description:
      - How routes are made known, with O(network_mode=ROUTED).
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - Static
      - Dynamic
  specify_as_number:
    description:
      - Whether the one who creates a network may choose its AS number.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.20 or newer.
    type: bool
  provider:
    description:
      - System that provides all services in place of the virtual router.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: str
    choices:
      - NSX
      - Netris
  for_nsx:
    description:
      - Whether VMware NSX provides the services.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
      - Needs CloudStack 4.20 or newer.
    type: bool
  for_tungsten:
    description:
      - Whether Tungsten Fabric provides the services.
      - CloudStack takes it only when the network offering is created; a task that wants another value later
        fails.
    type: bool
  nsx_support_lb:
    description:
      - Whether load balancing is among the services of NSX.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.20 or newer.
    type: bool
  nsx_supports_internal_lb:
    description:
      - Whether internal load balancing is among the services of NSX.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.20 or newer.
    type: bool
  sort_key:
    description:
      - Number by which offerings are sorted for users.
      - Used only when the network offering is created. The API does not show it, so it is not compared later.
    type: int
  state:
    description:
      - V(present) makes sure that the network offering exists. A new one is disabled.
      - V(enabled) and V(disabled) also say whether networks may be created with it.
      - V(absent) removes it. No network may have it by then.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing network offering. With it, another O(name) renames the network offering.
    type: str
seealso:
  - module: cloudstack.cloud.network_offering_info
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.vpc_offering
"""

EXAMPLES = r"""
---
- name: Isolated networks have a router with source NAT, static NAT, port forwarding and a firewall
  cloudstack.cloud.network_offering:
    name: isolated
    display_text: Isolated network with source NAT
    guest_ip_type: Isolated
    supported_services:
      - Dhcp
      - Dns
      - SourceNat
      - StaticNat
      - PortForwarding
      - Firewall
      - UserData
    service_providers:
      - service: Dhcp
        provider: VirtualRouter
      - service: Dns
        provider: VirtualRouter
      - service: SourceNat
        provider: VirtualRouter
      - service: StaticNat
        provider: VirtualRouter
      - service: PortForwarding
        provider: VirtualRouter
      - service: Firewall
        provider: VirtualRouter
      - service: UserData
        provider: VirtualRouter
    egress_default_policy: allow
    state: enabled

- name: Networks can be routed
  cloudstack.cloud.network_offering:
    name: routed
    display_text: Routed network with a firewall
    guest_ip_type: Isolated
    network_mode: ROUTED
    routing_mode: Static
    supported_services:
      - Dhcp
      - Dns
      - Firewall
      - UserData
    service_providers:
      - service: Dhcp
        provider: VirtualRouter
      - service: Dns
        provider: VirtualRouter
      - service: Firewall
        provider: VirtualRouter
      - service: UserData
        provider: VirtualRouter
    state: enabled

- name: Every account may use them, in one zone
  cloudstack.cloud.network_offering:
    name: routed
    domains: []
    zones:
      - zone-1

- name: No more networks of this kind are created
  cloudstack.cloud.network_offering:
    name: routed
    state: disabled

- name: The network offering is removed
  cloudstack.cloud.network_offering:
    name: routed
    state: absent

- name: So is the one for isolated networks
  cloudstack.cloud.network_offering:
    name: isolated
    state: absent
"""

RETURN = r"""
---
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
service_providers:
  description: Of the services that the task names, who provides them.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_offering import NETWORK_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(NETWORK_OFFERING)


if __name__ == "__main__":
    main()
