#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ipv4_subnet
short_description: Manage IPv4 subnets for routed networks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add, change and remove the IPv4 subnets of a zone from which routed guest networks get their parts, and
    keep a subnet for one domain, account or project.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  subnet:
    description:
      - The subnet, like V(172.30.0.0/20).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone that the subnet belongs to.
    type: str
    required: true
  domain:
    description:
      - Domain that the subnet is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
      - An empty value gives the subnet back to all.
    type: str
  account:
    description:
      - Account that the subnet is kept for. An account is only unique within a domain, so O(domain) must be
        given, too.
      - An empty value takes it from the account.
    type: str
  project:
    description:
      - Name or id of the project that the subnet is kept for.
      - An empty value takes it from the project.
    type: str
  id:
    description:
      - Id of an existing subnet. With it, another O(subnet) changes the subnet's addresses.
    type: str
  state:
    description:
      - V(present) makes sure that the subnet exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.ipv4_subnet_info
  - module: cloudstack.cloud.ipv4_guest_subnet
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.network
"""

EXAMPLES = r"""
---
- name: The zone has addresses for routed networks
  cloudstack.cloud.ipv4_subnet:
    zone: zone-1
    subnet: 172.30.0.0/20

- name: The addresses are kept for one account
  cloudstack.cloud.ipv4_subnet:
    zone: zone-1
    subnet: 172.30.0.0/20
    domain: ROOT
    account: admin

- name: Everyone may use the addresses
  cloudstack.cloud.ipv4_subnet:
    zone: zone-1
    subnet: 172.30.0.0/20
    domain: ""
    account: ""

- name: The zone has these addresses no more
  cloudstack.cloud.ipv4_subnet:
    zone: zone-1
    subnet: 172.30.0.0/20
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the IPv4 subnet.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
subnet:
  description: The subnet, like V(172.30.0.0/20).
  returned: when it exists
  type: str
  sample: 172.30.0.0/20
zone:
  description: Name of the zone that the subnet belongs to.
  returned: when it exists
  type: str
  sample: zone-1
domain:
  description: Domain that the subnet is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account that the subnet is kept for.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Name of the project that the subnet is kept for.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ipv4_subnet import IPV4_SUBNET
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IPV4_SUBNET)


if __name__ == "__main__":
    main()
