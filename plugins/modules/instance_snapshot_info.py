#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_snapshot_info
short_description: List instance snapshots
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all instance snapshots that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.tags.filter
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the snapshot of this name or id.
    type: str
    aliases:
      - display_name
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for. Without O(vm), only instance
        snapshots in it are shown.
    type: str
  vm:
    description:
      - Show only instance snapshots of this vm, given by name or id.
    type: str
  snapshot_state:
    description:
      - Show only snapshots in this state, for example V(Ready).
    type: str
  id:
    description:
      - Show only the instance snapshot with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVMSnapshot) takes V(isrecursive), V(keyword), V(vmsnapshotids), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.instance_snapshot
"""

EXAMPLES = r"""
---
- name: The snapshots of the instance are known
  cloudstack.cloud.instance_snapshot_info:
    zone: zone-1
    vm: web-1
  register: found
"""

RETURN = r"""
---
instance_snapshots:
  description: The instance snapshots that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the instance snapshot.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    display_name:
      description: Name of the snapshot as users see it.
      returned: when it exists
      type: str
    zone:
      description: Name of the zone in which C(vm) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    vm:
      description: Name of the instance.
      returned: when it exists
      type: str
    description:
      description: What the snapshot is for.
      returned: when it has one
      type: str
    snapshot_memory:
      description: Whether the memory is part of the snapshot.
      returned: when it has one
      type: bool
    name:
      description: Internal name of the snapshot.
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    current:
      description: Whether it is the last one that was taken or gone back to.
      returned: when it has one
      type: bool
    type:
      description: What is in it, V(Disk) or V(DiskAndMemory).
      returned: when it has one
      type: str
    parent:
      description: Name of the snapshot before it.
      returned: when it has one
      type: str
    hypervisor:
      description: Hypervisor of the instance.
      returned: when it has one
      type: str
      sample: KVM
    state:
      description: State of the snapshot.
      returned: when it exists
      type: str
    domain:
      description: Domain of the owner.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account of the owner.
      returned: when it has one
      type: str
      sample: admin
    project:
      description: Project of the owner.
      returned: when it has one
      type: str
    tags:
      description: Tags, each with its key and value.
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
      sample:
        - key: stage
          value: production
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_snapshot import INSTANCE_SNAPSHOT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(INSTANCE_SNAPSHOT)


if __name__ == "__main__":
    main()
