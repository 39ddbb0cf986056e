#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: zone_info
short_description: List zones
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all zones that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the zone of this name or id.
    type: str
    aliases:
      - zone
  network_type:
    description:
      - Show only zones with this kind of guest networking.
    type: str
    choices:
      - Basic
      - Advanced
  available:
    description:
      - Whether to show only zones that are enabled, so that instances can be started in them.
    type: bool
  id:
    description:
      - Show only the zone with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listZones) takes V(domainid), V(ids), V(keyword), V(showcapacities), V(showicon), V(storageaccessgroup),
        V(tags), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.zone
"""

EXAMPLES = r"""
---
- name: All zones are known
  cloudstack.cloud.zone_info:
  register: found

- name: One zone is known
  cloudstack.cloud.zone_info:
    name: zone-1
  register: found
"""

RETURN = r"""
---
zones:
  description: The zones that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
      description: Whether it is an edge zone, a small one without system virtual machines that has to have
        local storage.
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ZONE)


if __name__ == "__main__":
    main()
