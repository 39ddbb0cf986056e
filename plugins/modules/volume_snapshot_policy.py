#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: volume_snapshot_policy
short_description: Manage policies for snapshots of volumes
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Have CloudStack take snapshots of a volume hourly, daily, weekly or monthly, and keep so many of them.
  - A volume has one policy for each interval.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  zone:
    description:
      - Name or id of the zone in which the volume or the instance is looked for.
    type: str
  volume:
    description:
      - Name or id of the volume.
      - Needed to create the policy, unless O(vm) is given.
      - CloudStack takes it only when the policy is created; a task that wants another value later fails.
    type: str
  vm:
    description:
      - Name or id of the instance whose disk is meant. With several disks, O(volume_type), O(device_id) or O(volume)
        tells which one.
    type: str
    aliases:
      - instance
  volume_type:
    description:
      - Kind of the disk of O(vm).
    type: str
    choices:
      - DATADISK
      - ROOT
  device_id:
    description:
      - Number of the device that the disk of O(vm) is.
    type: int
  vpc:
    description:
      - Name or id of the VPC in which O(vm) is looked for.
    type: str
  interval_type:
    description:
      - How often a snapshot is taken.
    type: str
    choices:
      - hourly
      - daily
      - weekly
      - monthly
    aliases:
      - interval
    default: daily
  max_snaps:
    description:
      - How many snapshots are kept. The oldest one is removed when there are more.
      - When the policy is created without it, V(8) is used.
    type: int
    aliases:
      - max
  schedule:
    description:
      - When a snapshot is taken. V(MM) with O(interval_type=hourly), V(MM:HH) with V(daily), V(MM:HH:D) with V(weekly)
        or V(monthly), where D is the day of the week (from 1, Sunday) or of the month.
      - Needed to create the policy.
    type: str
  time_zone:
    description:
      - Time zone of O(schedule), for example V(Europe/Zurich).
      - When the policy is created without it, V(UTC) is used.
    type: str
    aliases:
      - timezone
  zones:
    description:
      - Names or ids of further zones to which each snapshot is copied.
      - CloudStack takes it only when the policy is created; a task that wants another value later fails.
    type: list
    elements: str
  storage_pools:
    description:
      - Names or ids of further primary storage to which each snapshot is copied.
      - Used only when the policy is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  use_storage_replication:
    description:
      - Whether the primary storage itself copies the snapshots.
      - Used only when the policy is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.21 or newer.
    type: bool
  for_display:
    description:
      - Whether users see the policy.
      - Needs CloudStack 4.4 or newer.
    type: bool
  state:
    description:
      - V(present) makes sure that the policy exists, V(absent) that it does not. The snapshots it has taken stay.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of an existing policy. It takes the place of the options that identify the policy.
    type: str
seealso:
  - module: cloudstack.cloud.volume_snapshot_policy_info
  - module: cloudstack.cloud.volume_snapshot
  - module: cloudstack.cloud.volume
"""

EXAMPLES = r"""
---
- name: The root disk of the instance is kept each night, seven times
  cloudstack.cloud.volume_snapshot_policy:
    zone: zone-1
    vm: web-1
    volume_type: ROOT
    interval_type: daily
    schedule: "30:2"
    max_snaps: 7
    time_zone: Europe/Zurich

- name: It is kept an hour later
  cloudstack.cloud.volume_snapshot_policy:
    zone: zone-1
    vm: web-1
    volume_type: ROOT
    interval_type: daily
    schedule: "30:3"

- name: No snapshots are taken any more
  cloudstack.cloud.volume_snapshot_policy:
    zone: zone-1
    vm: web-1
    volume_type: ROOT
    interval_type: daily
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the policy.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
zone:
  description: Name of the zone in which the volume or the instance is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
volume:
  description: Name of the volume.
  returned: when it has one
  type: str
vpc:
  description: Name of the VPC in which C(vm) is looked for.
  returned: when the task gives it
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
storage_pools:
  description: Names of further primary storage to which each snapshot is copied.
  returned: when the task gives it
  type: list
  elements: str
for_display:
  description: Whether users see the policy.
  returned: when it has one
  type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.volume_snapshot_policy import (
    VOLUME_SNAPSHOT_POLICY,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VOLUME_SNAPSHOT_POLICY)


if __name__ == "__main__":
    main()
