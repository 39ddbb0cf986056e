#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: asn_range
short_description: Manage ranges of AS numbers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Add and remove ranges of numbers of autonomous systems, from which the routed networks and VPCs of a zone
    get theirs.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  start_asn:
    description:
      - First number of the range. Together with the zone it is the identity of the range.
    type: int
    required: true
  end_asn:
    description:
      - Last number of the range.
      - When the range is created without it, the value of O(start_asn) is used.
      - CloudStack takes it only when the range is created; a task that wants another value later fails.
    type: int
  zone:
    description:
      - Name or id of the zone that the range belongs to.
    type: str
    required: true
  state:
    description:
      - V(present) makes sure that the range exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.asn_range_info
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.bgp_peer
"""

EXAMPLES = r"""
---
- name: The zone has AS numbers
  cloudstack.cloud.asn_range:
    zone: zone-1
    start_asn: 64512
    end_asn: 64611

- name: The zone has these AS numbers no more
  cloudstack.cloud.asn_range:
    zone: zone-1
    start_asn: 64512
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the AS number range.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
start_asn:
  description: First number of the range.
  returned: when it exists
  type: int
  sample: 64512
end_asn:
  description: Last number of the range.
  returned: when it has one
  type: int
  sample: 64611
zone:
  description:
    - Name of the zone that the range belongs to.
    - It is the id where the task does not name it.
  returned: when it exists
  type: str
  sample: zone-1
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.asn_range import ASN_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ASN_RANGE)


if __name__ == "__main__":
    main()
