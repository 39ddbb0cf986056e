#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_service_provider
short_description: Manage network service providers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, enable, disable, shut down and remove the network service providers of a physical network.
  - Before a provider is enabled, the element that does its work (for example the virtual router) is enabled, too.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name of the provider, for example V(VirtualRouter), V(VpcVirtualRouter), V(InternalLbVm) or
        V(SecurityGroupProvider).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(physical_network) is looked for.
    type: str
  physical_network:
    description:
      - Name or id of the physical network that the provider serves.
    type: str
    required: true
  destination_physical_network:
    description:
      - Name or id of the physical network that the provider bridges to.
      - CloudStack takes it only when the provider is created; a task that wants another value later fails.
    type: str
  service_list:
    description:
      - Services that the provider shall offer, for example V(Dhcp) and V(Dns). Without it, all it can.
      - The order and the case do not matter.
    type: list
    elements: str
  state:
    description:
      - V(present) makes sure that the physical network has the provider and leaves alone whether it is enabled.
      - V(enabled) and V(disabled) also say whether networks may use it. V(shutdown) ends its work where it is in use.
      - V(absent) removes it. An enabled provider is disabled first.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - shutdown
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.network_service_provider_info
  - module: cloudstack.cloud.physical_network
"""

EXAMPLES = r"""
---
- name: The virtual router serves the physical network
  cloudstack.cloud.network_service_provider:
    name: VirtualRouter
    zone: zone-1
    physical_network: physical-1
    state: enabled

- name: Internal load balancers are not offered
  cloudstack.cloud.network_service_provider:
    name: InternalLbVm
    zone: zone-1
    physical_network: physical-1
    state: disabled
"""

RETURN = r"""
---
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_service_provider import (
    NETWORK_SERVICE_PROVIDER,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(NETWORK_SERVICE_PROVIDER)


if __name__ == "__main__":
    main()
