#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: volume_info
short_description: List volumes
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all volumes that the user may see, or those that fit every filter.
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
      - Show only the volume of this name or id.
    type: str
  zone:
    description:
      - Show only volumes of this zone, given by name or id.
    type: str
  vm:
    description:
      - Show only volumes of this instance, given by name or id.
    type: str
  type:
    description:
      - Show only volumes of this kind.
    type: str
    choices:
      - ROOT
      - DATADISK
  disk_offering:
    description:
      - Show only volumes with this disk offering, given by name or id.
    type: str
  volume_state:
    description:
      - Show only volumes in this state, for example V(Ready).
    type: str
  id:
    description:
      - Show only the volume with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listVolumes) takes V(clusterid), V(displayvolume), V(hostid), V(ids), V(isencrypted), V(isrecursive),
        V(keyword), V(kmskeyid), V(listsystemvms), V(podid), V(serviceofferingid), V(storageid), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.volume
"""

EXAMPLES = r"""
---
- name: The volumes of the zone are known
  cloudstack.cloud.volume_info:
    zone: zone-1
  register: found

- name: The disks of one instance are known
  cloudstack.cloud.volume_info:
    zone: zone-1
    vm: web-1
  register: found
"""

RETURN = r"""
---
volumes:
  description: The volumes that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the volume.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the volume.
      returned: when it exists
      type: str
    zone:
      description: Name of the zone.
      returned: when it exists
      type: str
      sample: zone-1
    disk_offering:
      description: Name of the disk offering.
      returned: when it has one
      type: str
    size:
      description: Size in GiB.
      returned: when it has one
      type: int
    min_iops:
      description: The least number of operations a second, with an offering that leaves it open.
      returned: when it has one
      type: int
    max_iops:
      description: The greatest number of operations a second, with an offering that leaves it open.
      returned: when it has one
      type: int
    storage:
      description: Name of the primary storage that the volume is on.
      returned: when it has one
      type: str
    vm:
      description: Name of the instance that the volume is attached to.
      returned: when it has one
      type: str
    display_volume:
      description: Whether users see the volume.
      returned: when it has one
      type: bool
    delete_protection:
      description: Whether the volume is kept from being removed.
      returned: when it has one
      type: bool
    kms_key:
      description: Id of the key that the volume is encrypted with.
      returned: when it has one
      type: str
    state:
      description: State that the server reports.
      returned: when it has one
      type: str
    type:
      description: Kind of the volume, V(ROOT) or V(DATADISK).
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    attached:
      description: When it was attached.
      returned: when it has one
      type: str
    device_id:
      description: Number of the device that it is to its instance.
      returned: when it has one
      type: int
    path:
      description: Path on the primary storage.
      returned: when it has one
      type: str
    storage_type:
      description: Whether it is on local or on shared storage.
      returned: when it has one
      type: str
    provisioning_type:
      description: How it takes its space.
      returned: when it has one
      type: str
    template:
      description: Name of the template that it was made from.
      returned: when it has one
      type: str
    hypervisor:
      description: Hypervisor of its storage.
      returned: when it has one
      type: str
      sample: KVM
    is_extractable:
      description: Whether it may be fetched.
      returned: when it has one
      type: bool
    snapshot_id:
      description: Id of the snapshot that it was made from.
      returned: when it has one
      type: str
    vm_state:
      description: State of its instance.
      returned: when it has one
      type: str
    physical_size:
      description: Bytes that it takes.
      returned: when it has one
      type: int
    destroyed:
      description: Whether it is destroyed, so that it can be recovered until it is expunged.
      returned: when it exists
      type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.volume import VOLUME
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(VOLUME)


if __name__ == "__main__":
    main()
