#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: vpc_offering
short_description: Manage VPC offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove VPC offerings. An offering says which services a VPC has and
    who provides them. Only administrators of the cloud may do so; users list them and choose one.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the VPC offering.
    type: str
    required: true
  display_text:
    description:
      - Description of the VPC offering.
      - When the VPC offering is created without it, the value of O(name) is used.
    type: str
  supported_services:
    description:
      - Services that VPCs have, for example V(SourceNat), V(Lb) or V(Vpn). Case does not matter.
      - Every VPC has V(SourceNat) and V(NetworkACL), so it does not matter whether they are among them.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
    type: list
    elements: str
    aliases:
      - supported_service
  service_providers:
    description:
      - Who provides which service. A service that is not among them is provided by the router of the VPC.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
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
          - Name of the provider, for example V(VpcVirtualRouter).
        type: str
        required: true
  service_capabilities:
    description:
      - What a service shall be able to do beyond what it always can.
      - Used only when the VPC offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.4 or newer.
    type: list
    elements: dict
    aliases:
      - service_capability
    suboptions:
      service:
        description:
          - Name of the service, for example V(SourceNat).
        type: str
        required: true
      capabilitytype:
        description:
          - What is meant, for example V(RedundantRouter).
        type: str
        required: true
      capabilityvalue:
        description:
          - The value, for example V(true).
        type: str
        required: true
  service_offering:
    description:
      - Name or id of the service offering of the routers, one for system VMs.
      - Used only when the VPC offering is created. The API does not show it, so it is not compared later.
    type: str
  domains:
    description:
      - Domains that alone may use the VPC offering, with those below them. Each is given by path, name or
        id. An empty list is everybody.
    type: list
    elements: str
    aliases:
      - domain
  zones:
    description:
      - Names or ids of the zones in which alone the VPC offering can be used. An empty list is all zones.
      - Needs CloudStack 4.13 or newer.
    type: list
    elements: str
    aliases:
      - zone
  internet_protocol:
    description:
      - Protocols of the networks in the VPC.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.17 or newer.
    type: str
    choices:
      - IPv4
      - DualStack
  network_mode:
    description:
      - Whether the networks are hidden behind the address of the VPC (V(NATTED)) or routed (V(ROUTED)).
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - NATTED
      - ROUTED
  routing_mode:
    description:
      - How routes are made known, with O(network_mode=ROUTED).
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - Static
      - Dynamic
  specify_as_number:
    description:
      - Whether the one who creates a VPC may choose its AS number.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: bool
  conserve_mode:
    description:
      - Whether a public address of the VPC may serve several purposes.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.23 or newer.
    type: bool
  provider:
    description:
      - System that provides all services in place of the router of the VPC.
      - Used only when the VPC offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: str
    choices:
      - NSX
      - Netris
  for_nsx:
    description:
      - Whether VMware NSX provides the services.
      - CloudStack takes it only when the VPC offering is created; a task that wants another value later fails.
      - Needs CloudStack 4.20 or newer.
    type: bool
  nsx_support_lb:
    description:
      - Whether load balancing is among the services of NSX.
      - Used only when the VPC offering is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.20 or newer.
    type: bool
  sort_key:
    description:
      - Number by which offerings are sorted for users.
      - Used only when the VPC offering is created. The API does not show it, so it is not compared later.
    type: int
  state:
    description:
      - V(present) makes sure that the VPC offering exists. A new one is disabled.
      - V(enabled) and V(disabled) also say whether VPCs may be created with it.
      - V(absent) removes it. No VPC may have it by then.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing VPC offering. With it, another O(name) renames the VPC offering.
    type: str
seealso:
  - module: cloudstack.cloud.vpc_offering_info
  - module: cloudstack.cloud.vpc
  - module: cloudstack.cloud.network_offering
"""

EXAMPLES = r"""
---
- name: VPCs can have two routers, one in reserve
  cloudstack.cloud.vpc_offering:
    name: two-routers
    display_text: VPC with a pair of routers
    supported_services:
      - Dhcp
      - Dns
      - SourceNat
      - NetworkACL
      - PortForwarding
      - StaticNat
      - Lb
      - UserData
    service_providers:
      - service: Lb
        provider: VpcVirtualRouter
    service_capabilities:
      - service: SourceNat
        capabilitytype: RedundantRouter
        capabilityvalue: "true"
    state: enabled

- name: No more VPCs of this kind are created
  cloudstack.cloud.vpc_offering:
    name: two-routers
    state: disabled

- name: The VPC offering is removed
  cloudstack.cloud.vpc_offering:
    name: two-routers
    state: absent
"""

RETURN = r"""
---
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
service_offering:
  description: Name of the service offering of the routers, one for system VMs.
  returned: when the task gives it
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpc_offering import VPC_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VPC_OFFERING)


if __name__ == "__main__":
    main()
