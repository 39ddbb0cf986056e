#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guest_vlan_range
short_description: Manage guest VLANs that are kept for one holder
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Keep VLANs of a physical network for the guest networks of one domain, account or project, and give them
    back to all.
  - A range is known by its physical network and its VLANs. CloudStack may join ranges of one holder, so a
    range that stands within a larger one of its kind counts as there.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  vlan_range:
    description:
      - VLANs to keep, like V(310-312) or V(310). The physical network must have them for guests.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(physical_network) is looked for.
    type: str
    required: true
  physical_network:
    description:
      - Name or id of the physical network that has the VLANs.
    type: str
    required: true
  domain:
    description:
      - Domain that the VLANs are kept for, given as its path (V(ROOT/web/dev)), its name or its id.
      - Another one releases the range and keeps it anew.
    type: str
  account:
    description:
      - Account that the VLANs are kept for. An account is only unique within a domain, so O(domain) must be
        given, too.
      - Another one releases the range and keeps it anew.
    type: str
  project:
    description:
      - Name or id of the project that the VLANs are kept for.
      - Another one releases the range and keeps it anew.
    type: str
  id:
    description:
      - Id of an existing range. It takes the place of the options that identify the range.
    type: str
  state:
    description:
      - V(present) makes sure that the range exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.guest_vlan_range_info
  - module: cloudstack.cloud.physical_network
  - module: cloudstack.cloud.dedication
"""

EXAMPLES = r"""
---
- name: Three VLANs are kept for one account
  cloudstack.cloud.guest_vlan_range:
    zone: zone-1
    physical_network: physical-1
    vlan_range: 1090-1092
    domain: ROOT
    account: admin

- name: Everyone may have the VLANs again
  cloudstack.cloud.guest_vlan_range:
    zone: zone-1
    physical_network: physical-1
    vlan_range: 1090-1092
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the guest VLAN range.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
vlan_range:
  description: VLANs that are kept, such as V(310-312).
  returned: when it exists
  type: str
  sample: 310-312
zone:
  description: Name of the zone in which C(physical_network) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
physical_network:
  description: Name of the physical network that has the VLANs.
  returned: when the task gives it
  type: str
  sample: physical-1
domain:
  description: Domain that the VLANs are kept for, given as its path (V(ROOT/web/dev)), its name or its id.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account that the VLANs are kept for.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Name of the project that the VLANs are kept for.
  returned: when it has one
  type: str
domain_path:
  description: Path of the domain.
  returned: when it has one
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.guest_vlan_range import GUEST_VLAN_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(GUEST_VLAN_RANGE)


if __name__ == "__main__":
    main()
