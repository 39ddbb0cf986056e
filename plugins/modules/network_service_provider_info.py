#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_service_provider_info
short_description: List network service providers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all network service providers that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the network service provider of this name.
    type: str
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(physical_network),
        only network service providers in it are shown.
    type: str
  physical_network:
    description:
      - Show only network service providers of this physical network, given by name or id.
    type: str
  state:
    description:
      - Show only providers in this state.
    type: str
    choices:
      - Enabled
      - Disabled
      - Shutdown
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listNetworkServiceProviders) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.network_service_provider
"""

EXAMPLES = r"""
---
- name: The providers that serve the physical network are known
  cloudstack.cloud.network_service_provider_info:
    zone: zone-1
    physical_network: physical-1
    state: Enabled
  register: found
"""

RETURN = r"""
---
network_service_providers:
  description: The network service providers that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the network service provider.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the provider, for example V(VirtualRouter), V(VpcVirtualRouter), V(InternalLbVm)
        or V(SecurityGroupProvider).
      returned: when it exists
      type: str
      sample: VirtualRouter
    zone:
      description: Name of the zone in which C(physical_network) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    physical_network:
      description:
        - Name of the physical network that the provider serves.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
      sample: physical-1
    destination_physical_network:
      description:
        - Name of the physical network that the provider bridges to.
        - It is the id where the task does not name it.
      returned: when it has one
      type: str
    service_list:
      description: Services that the provider shall offer, for example V(Dhcp) and V(Dns).
      returned: when it has one
      type: list
      elements: str
      sample:
        - Dhcp
        - Dns
        - SourceNat
    can_enable_individual_service:
      description: Whether single services of the provider can be chosen.
      returned: when it has one
      type: bool
    state:
      description: Whether networks may use the provider.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_service_provider import (
    NETWORK_SERVICE_PROVIDER,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(NETWORK_SERVICE_PROVIDER)


if __name__ == "__main__":
    main()
