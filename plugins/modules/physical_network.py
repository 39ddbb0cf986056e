#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: physical_network
short_description: Manage physical networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove the physical networks of a zone, and say which of their network service
    providers are enabled.
  - A new physical network is disabled.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the physical network.
    type: str
    required: true
    aliases:
      - physical_network
  zone:
    description:
      - Name or id of the zone it belongs to.
    type: str
    required: true
  broadcast_domain_range:
    description:
      - How far broadcasts reach. A basic zone needs V(POD), an advanced one V(ZONE).
      - Without it, the server chooses what fits the zone.
      - CloudStack takes it only when the physical network is created; a task that wants another value later fails.
    type: str
    choices:
      - POD
      - ZONE
  isolation_method:
    description:
      - How guest networks are kept apart on it.
      - CloudStack takes it only when the physical network is created; a task that wants another value later fails.
    type: str
    choices:
      - VLAN
      - VXLAN
      - GRE
      - STT
      - BCF_SEGMENT
      - SSP
      - ODL
      - L3
      - VCS
      - NSX
      - NETRIS
      - TF
  network_speed:
    description:
      - Speed of the network, for example V(1G) or V(10G). CloudStack stores it and does not act on it.
    type: str
  tags:
    description:
      - Tags of the network, separated by commas. A network offering with the same tag puts its networks here.
      - The order does not matter.
    type: str
    aliases:
      - tag
  vlan:
    description:
      - VLANs or VNIs that guest networks may use, for example V(500-600) or several such ranges separated by commas.
      - The order does not matter.
    type: str
  domain:
    description:
      - Domain that alone may use the network, given as its path, name or id.
      - CloudStack takes it only when the physical network is created; a task that wants another value later fails.
    type: str
  state:
    description:
      - V(present) makes sure that the network exists and leaves alone whether it is enabled.
      - V(enabled) and V(disabled) also say whether it may be used.
      - V(absent) removes it.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  nsps_enabled:
    description:
      - Names of the network service providers that shall be enabled. What does the work behind a provider is enabled
        first.
      - A provider that the network does not have yet is added.
      - Providers that are not named are left as they are.
    type: list
    elements: str
  nsps_disabled:
    description:
      - Names of the network service providers that shall be disabled.
    type: list
    elements: str
  id:
    description:
      - Id of an existing physical network. It takes the place of the options that identify the physical network.
    type: str
seealso:
  - module: cloudstack.cloud.physical_network_info
  - module: cloudstack.cloud.network_service_provider
  - module: cloudstack.cloud.traffic_type
  - module: cloudstack.cloud.vlan_ip_range
"""

EXAMPLES = r"""
---
- name: A physical network for guests exists
  cloudstack.cloud.physical_network:
    name: physical-2
    zone: zone-1
    isolation_method: VLAN
    vlan: 2000-2099
    broadcast_domain_range: ZONE

- name: The network is in use, with a virtual router to serve it
  cloudstack.cloud.physical_network:
    name: physical-2
    zone: zone-1
    state: enabled
    nsps_enabled:
      - VirtualRouter

- name: Guest networks have more VLANs to choose from
  cloudstack.cloud.physical_network:
    name: physical-2
    zone: zone-1
    vlan: 2000-2199

- name: The physical network is removed
  cloudstack.cloud.physical_network:
    name: physical-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the physical network.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the physical network.
  returned: when it exists
  type: str
  sample: physical-1
zone:
  description: Name of the zone it belongs to.
  returned: when it exists
  type: str
  sample: zone-1
broadcast_domain_range:
  description: How far broadcasts reach.
  returned: when it has one
  type: str
  sample: ZONE
isolation_method:
  description: How guest networks are kept apart on it.
  returned: when it has one
  type: str
  sample: VLAN
network_speed:
  description: Speed of the network, for example V(1G) or V(10G).
  returned: when it has one
  type: str
tags:
  description: Tags of the network, separated by commas.
  returned: when it has one
  type: str
  sample: fast
vlan:
  description: VLANs or VNIs that guest networks may use, for example V(500-600) or several such ranges separated
    by commas.
  returned: when it has one
  type: str
  sample: 2000-2099
domain:
  description:
    - Domain that alone may use the network.
    - It is the id where the task does not name it.
  returned: when it has one
  type: str
  sample: ROOT/web
state:
  description: Whether it may be used.
  returned: when it exists
  type: str
  sample: Enabled
nsps_enabled:
  description: Names of the network service providers that shall be enabled.
  returned: when the task gives it
  type: list
  elements: str
nsps_disabled:
  description: Names of the network service providers that shall be disabled.
  returned: when the task gives it
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.physical_network import PHYSICAL_NETWORK
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(PHYSICAL_NETWORK)


if __name__ == "__main__":
    main()
