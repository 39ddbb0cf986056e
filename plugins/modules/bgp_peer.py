#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bgp_peer
short_description: Manage BGP peers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Make routers known to a zone with which its routed networks and VPCs speak BGP, change them, forget them,
    and keep them for one domain, account or project.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  ip_address:
    description:
      - IPv4 address of the peer.
      - Together with the zone it is the identity of the peer.
    type: str
  ip6_address:
    description:
      - IPv6 address of the peer. Without O(ip_address) it is the identity of the peer, together with the zone.
    type: str
  zone:
    description:
      - Name or id of the zone that the peer serves.
    type: str
    required: true
  as_number:
    description:
      - Number of the peer's autonomous system.
      - Needed to create the peer.
    type: int
  password:
    description:
      - Password that the peer asks for.
      - It is only sent when the peer is created, and never shown, compared or logged.
    type: str
  details:
    description:
      - Settings of the session as names and values, for example V(EBGP_MultiHop). Those that are not named
        are left alone, and an empty mapping removes all.
    type: dict
  domain:
    description:
      - Domain that the peer is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
      - An empty value gives the peer back to all.
    type: str
  account:
    description:
      - Account that the peer is kept for. An account is only unique within a domain, so O(domain) must be
        given, too.
      - An empty value takes it from the account.
    type: str
  project:
    description:
      - Name or id of the project that the peer is kept for.
      - An empty value takes it from the project.
    type: str
  id:
    description:
      - Id of an existing peer. With it, another O(ip_address) changes the peer's address.
    type: str
  state:
    description:
      - V(present) makes sure that the peer exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.bgp_peer_info
  - module: cloudstack.cloud.asn_range
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.network
"""

EXAMPLES = r"""
---
- name: The router of the zone is known
  cloudstack.cloud.bgp_peer:
    zone: zone-1
    ip_address: 192.0.2.1
    as_number: 64500
    details:
      EBGP_MultiHop: 2

- name: The router has another AS number
  cloudstack.cloud.bgp_peer:
    zone: zone-1
    ip_address: 192.0.2.1
    as_number: 64501

- name: The router is forgotten
  cloudstack.cloud.bgp_peer:
    zone: zone-1
    ip_address: 192.0.2.1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the BGP peer.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
ip_address:
  description: IPv4 address of the peer.
  returned: when it exists
  type: str
  sample: 192.0.2.1
ip6_address:
  description: IPv6 address of the peer.
  returned: when it has one
  type: str
zone:
  description: Name of the zone that the peer serves.
  returned: when it exists
  type: str
  sample: zone-1
as_number:
  description: Number of the peer's autonomous system.
  returned: when it has one
  type: int
  sample: 64500
details:
  description: Settings of the session as names and values, for example V(EBGP_MultiHop).
  returned: when it has one
  type: dict
domain:
  description: Domain that the peer is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account that the peer is kept for.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Name of the project that the peer is kept for.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.bgp_peer import BGP_PEER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(BGP_PEER)


if __name__ == "__main__":
    main()
