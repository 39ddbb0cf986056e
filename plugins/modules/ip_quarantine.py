#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ip_quarantine
short_description: Manage the quarantine of public addresses
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Change how long a released public address is given to nobody but its former owner, or end that.
  - CloudStack begins a quarantine itself when an address is released, where the setting
    C(public.ip.address.quarantine.duration) is above 0. A task for an address that is not in quarantine fails, unless
    it asks for O(state=absent).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  ip_address:
    description:
      - The public address that was released.
    type: str
    required: true
  end_date:
    description:
      - When the quarantine ends, as a date with or without a time of day in UTC, for example V(2027-01-31 08:00:00).
        It must be to come.
    type: str
  removal_reason:
    description:
      - Why the quarantine ends before its time. It is kept, and needed with O(state=absent).
    type: str
  state:
    description:
      - V(present) expects the quarantine and changes its end.
      - V(absent) ends it, so that everyone can get the address.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - It needs CloudStack 4.19 or newer, and an administrator of the root domain or of the former owner's domain.
seealso:
  - module: cloudstack.cloud.configuration
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.ip_quarantine_info
"""

EXAMPLES = r"""
---
- name: Released addresses are kept for their former owners for an hour
  cloudstack.cloud.configuration:
    name: public.ip.address.quarantine.duration
    value: 60

- name: An address is acquired for a while
  cloudstack.cloud.ip_address:
    zone: zone-1
    network: web-net
    ip_address: 203.0.113.48

- name: It is released
  cloudstack.cloud.ip_address:
    zone: zone-1
    ip_address: 203.0.113.48
    state: absent

- name: It stays in quarantine for long
  cloudstack.cloud.ip_quarantine:
    ip_address: 203.0.113.48
    end_date: "2037-01-31 08:00:00"

- name: Everyone can get it again
  cloudstack.cloud.ip_quarantine:
    ip_address: 203.0.113.48
    removal_reason: Its former owner does not want it back
    state: absent

- name: Released addresses are free at once
  cloudstack.cloud.configuration:
    name: public.ip.address.quarantine.duration
    value: 0
"""

RETURN = r"""
---
id:
  description: Id of the quarantined address.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
ip_address:
  description: The public address that was released.
  returned: when it exists
  type: str
  sample: 203.0.113.101
end_date:
  description: When the quarantine ends.
  returned: when it has one
  type: str
  sample: '2027-01-31 08:00:00'
created:
  description: When the address was released.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
previous_owner:
  description: Account that released the address.
  returned: when it has one
  type: str
  sample: alice
previous_owner_id:
  description: Id of that account.
  returned: when it has one
  type: str
removal_reason:
  description: Why the quarantine ended before its time.
  returned: when it has one
  type: str
removed:
  description: When the quarantine ended before its time.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_quarantine import IP_QUARANTINE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(IP_QUARANTINE)


if __name__ == "__main__":
    main()
