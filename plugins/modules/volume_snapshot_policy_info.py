#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: volume_snapshot_policy_info
short_description: List snapshot policies
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all snapshot policies that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  volume:
    description:
      - Show the policies of this volume, given by name or id.
    type: str
    required: true
  id:
    description:
      - Show only the snapshot policy with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listSnapshotPolicies) takes V(account), V(domainid), V(fordisplay), V(isrecursive), V(keyword), V(listall),
        V(projectid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.volume_snapshot_policy
"""

EXAMPLES = r"""
---
- name: The policies of one volume are known
  cloudstack.cloud.volume_snapshot_policy_info:
    volume: web-1-data
  register: found
"""

RETURN = r"""
---
volume_snapshot_policies:
  description: The snapshot policies that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the policy.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    volume:
      description: Name of the volume.
      returned: when it has one
      type: str
    interval_type:
      description: How often a snapshot is taken.
      returned: when it exists
      type: str
      sample: hourly
    max_snaps:
      description: How many snapshots are kept.
      returned: when it has one
      type: int
    schedule:
      description: When a snapshot is taken.
      returned: when it has one
      type: str
    time_zone:
      description: Time zone of C(schedule), for example V(Europe/Zurich).
      returned: when it has one
      type: str
    zones:
      description: Names of further zones to which each snapshot is copied.
      returned: when it has one
      type: list
      elements: str
    for_display:
      description: Whether users see the policy.
      returned: when it has one
      type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.volume_snapshot_policy import (
    VOLUME_SNAPSHOT_POLICY,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VOLUME_SNAPSHOT_POLICY)


if __name__ == "__main__":
    main()
