#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: zone
short_description: Manage zones
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove zones. A zone is a data centre, the largest unit of one installation.
  - A new zone is disabled. Enable it when its networks, pods, clusters, hosts and storage are complete, since
    CloudStack starts its system virtual machines then.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the zone.
    type: str
    required: true
  network_type:
    description:
      - Kind of guest networking. In a V(Basic) zone all instances of a pod share one network; in an V(Advanced) one
        accounts have networks of their own.
      - When the zone is created without it, V(Basic) is used.
      - CloudStack takes it only when the zone is created; a task that wants another value later fails.
    type: str
    choices:
      - Basic
      - Advanced
  is_edge:
    description:
      - Whether it is an edge zone, a small one without system virtual machines that has to have local storage.
      - CloudStack takes it only when the zone is created; a task that wants another value later fails.
      - Needs CloudStack 4.18 or newer.
    type: bool
  securitygroups_enabled:
    description:
      - Whether instances are isolated by security groups.
      - In a V(Basic) zone CloudStack decides it by the network offering of the guest network.
      - CloudStack takes it only when the zone is created; a task that wants another value later fails.
    type: bool
  dns1:
    description:
      - First IPv4 DNS server, handed to instances.
      - Needed to create the zone.
    type: str
  dns2:
    description:
      - Second IPv4 DNS server, handed to instances.
    type: str
  dns1_ipv6:
    description:
      - First IPv6 DNS server, handed to instances.
    type: str
  dns2_ipv6:
    description:
      - Second IPv6 DNS server, handed to instances.
    type: str
  internal_dns1:
    description:
      - First IPv4 DNS server that hosts and system virtual machines ask.
      - When the zone is created without it, the value of O(dns1) is used.
    type: str
  internal_dns2:
    description:
      - Second IPv4 DNS server that hosts and system virtual machines ask.
    type: str
  guest_cidr_address:
    description:
      - IPv4 network that isolated networks get when they name none, for example V(10.1.1.0/24). Only an advanced zone
        has one.
    type: str
  network_domain:
    description:
      - DNS domain of instances whose network names none.
    type: str
  domain:
    description:
      - Domain that alone may use the zone, given as its path, name or id. Without it, the zone is public.
      - CloudStack takes it only when the zone is created; a task that wants another value later fails.
    type: str
  local_storage_enabled:
    description:
      - Whether disks of instances may be put on the hosts' own storage.
    type: bool
  storage_access_groups:
    description:
      - Names of the storage access groups of the zone's hosts.
      - CloudStack takes it only when the zone is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  dhcp_provider:
    description:
      - Provider of DHCP in the zone, for example V(VirtualRouter).
    type: str
  details:
    description:
      - Further settings of the zone, as names and values. Names that are not given are left as they are.
    type: dict
  state:
    description:
      - V(present) makes sure that the zone exists and leaves alone whether it is enabled.
      - V(enabled) and V(disabled) also say whether instances may be started in it.
      - V(absent) removes it. The zone must be empty by then.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing zone. With it, another O(name) renames the zone.
    type: str
seealso:
  - module: cloudstack.cloud.zone_info
  - module: cloudstack.cloud.physical_network
  - module: cloudstack.cloud.pod
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.storage_pool
  - module: cloudstack.cloud.image_store
"""

EXAMPLES = r"""
---
- name: An advanced zone exists, disabled until it is complete
  cloudstack.cloud.zone:
    name: zone-2
    network_type: Advanced
    dns1: 192.0.2.53
    dns2: 198.51.100.53
    internal_dns1: 10.0.0.53
    guest_cidr_address: 10.1.1.0/24

- name: Disks may be put on the hosts' own storage
  cloudstack.cloud.zone:
    name: zone-2
    local_storage_enabled: true

- name: Instances may be started in the zone that is complete
  cloudstack.cloud.zone:
    name: zone-1
    state: enabled

- name: The empty zone is removed
  cloudstack.cloud.zone:
    name: zone-2
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the zone.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the zone.
  returned: when it exists
  type: str
  sample: zone-1
network_type:
  description: Kind of guest networking.
  returned: when it has one
  type: str
  sample: Advanced
is_edge:
  description: Whether it is an edge zone, a small one without system virtual machines that has to have local
    storage.
  returned: when it has one
  type: bool
securitygroups_enabled:
  description: Whether instances are isolated by security groups.
  returned: when it has one
  type: bool
dns1:
  description: First IPv4 DNS server, handed to instances.
  returned: when it has one
  type: str
  sample: 192.0.2.53
dns2:
  description: Second IPv4 DNS server, handed to instances.
  returned: when it has one
  type: str
dns1_ipv6:
  description: First IPv6 DNS server, handed to instances.
  returned: when it has one
  type: str
dns2_ipv6:
  description: Second IPv6 DNS server, handed to instances.
  returned: when it has one
  type: str
internal_dns1:
  description: First IPv4 DNS server that hosts and system virtual machines ask.
  returned: when it has one
  type: str
  sample: 10.0.0.53
internal_dns2:
  description: Second IPv4 DNS server that hosts and system virtual machines ask.
  returned: when it has one
  type: str
guest_cidr_address:
  description: IPv4 network that isolated networks get when they name none, for example V(10.1.1.0/24).
  returned: when it has one
  type: str
  sample: 10.1.1.0/24
network_domain:
  description: DNS domain of instances whose network names none.
  returned: when it has one
  type: str
domain:
  description: Domain that alone may use the zone.
  returned: when it has one
  type: str
  sample: ROOT/web
local_storage_enabled:
  description: Whether disks of instances may be put on the hosts' own storage.
  returned: when it has one
  type: bool
storage_access_groups:
  description: Names of the storage access groups of the zone's hosts.
  returned: when it has one
  type: list
  elements: str
dhcp_provider:
  description: Provider of DHCP in the zone, for example V(VirtualRouter).
  returned: when it has one
  type: str
details:
  description: Further settings of the zone, as names and values.
  returned: when it has one
  type: dict
  sample: {}
zone_token:
  description: Token of the zone.
  returned: when it has one
  type: str
tags:
  description: Tags of the zone, as the server shows them.
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
  sample: []
type:
  description: Kind of the zone, V(Core) or V(Edge).
  returned: when it has one
  type: str
allocation_state:
  description: Whether instances may be started in it.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.zone import ZONE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ZONE)


if __name__ == "__main__":
    main()
