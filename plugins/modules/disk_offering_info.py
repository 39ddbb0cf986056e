#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: disk_offering_info
short_description: List disk offerings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all disk offerings that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the disk offering of this name or id.
    type: str
  storage_type:
    description:
      - Show only offerings whose volumes are kept on storage of this kind.
    type: str
    choices:
      - local
      - shared
  encrypt:
    description:
      - Show only offerings whose volumes are, or are not, encrypted.
    type: bool
  id:
    description:
      - Show only the disk offering with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listDiskOfferings) takes V(account), V(domainid), V(isrecursive), V(keyword), V(listall), V(projectid),
        V(state), V(storageid), V(virtualmachineid), V(volumeid), V(zoneid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.disk_offering
"""

EXAMPLES = r"""
---
- name: The disk offerings are known
  cloudstack.cloud.disk_offering_info:
  register: found

- name: One disk offering is known
  cloudstack.cloud.disk_offering_info:
    name: Medium
  register: found
"""

RETURN = r"""
---
disk_offerings:
  description: The disk offerings that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the disk offering.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the offering.
      returned: when it exists
      type: str
    display_text:
      description: Text that users read.
      returned: when it has one
      type: str
    disk_size:
      description: Size of the volumes in GiB.
      returned: when it has one
      type: int
    customized:
      description: Whether whoever creates a volume says how large it is.
      returned: when it has one
      type: bool
    disk_size_strictness:
      description: Whether a volume may not be resized to another size than that of the offering.
      returned: when it has one
      type: bool
    display_offering:
      description: Whether users see the offering.
      returned: when it has one
      type: bool
    storage_tags:
      description: Tags that primary storage must have to hold the volumes.
      returned: when it has one
      type: list
      elements: str
    provisioning_type:
      description: How volumes take their space.
      returned: when it has one
      type: str
      sample: thin
    storage_type:
      description: Whether volumes are kept on the storage of a host, or on storage that hosts share.
      returned: when it has one
      type: str
      sample: local
    cache_mode:
      description: How writes are cached.
      returned: when it has one
      type: str
      sample: none
    storage_policy:
      description: Id of the storage policy of vSphere.
      returned: when it has one
      type: str
    hypervisor_snapshot_reserve:
      description: Share of a volume that is reserved for snapshots on the hypervisor, in percent.
      returned: when it has one
      type: int
    encrypt:
      description: Whether volumes are encrypted.
      returned: when it has one
      type: bool
    is_iops_customized:
      description: Whether whoever creates a volume says how many operations it is guaranteed.
      returned: when it has one
      type: bool
    iops_min:
      description: The least number of operations a second.
      returned: when it has one
      type: int
    iops_max:
      description: The greatest number of operations a second.
      returned: when it has one
      type: int
    bytes_read_rate:
      description: How many bytes a second may be read from a volume.
      returned: when it has one
      type: int
    bytes_read_rate_max:
      description: How many bytes a second are allowed in a burst, above C(bytes_read_rate).
      returned: when it has one
      type: int
    bytes_read_rate_max_length:
      description: How many seconds a burst of C(bytes_read_rate_max) may last.
      returned: when it has one
      type: int
    bytes_write_rate:
      description: How many bytes a second may be written to a volume.
      returned: when it has one
      type: int
    bytes_write_rate_max:
      description: How many bytes a second are allowed in a burst, above C(bytes_write_rate).
      returned: when it has one
      type: int
    bytes_write_rate_max_length:
      description: How many seconds a burst of C(bytes_write_rate_max) may last.
      returned: when it has one
      type: int
    iops_read_rate:
      description: How many operations a second may read a volume.
      returned: when it has one
      type: int
    iops_read_rate_max:
      description: How many operations a second are allowed in a burst, above C(iops_read_rate).
      returned: when it has one
      type: int
    iops_read_rate_max_length:
      description: How many seconds a burst of C(iops_read_rate_max) may last.
      returned: when it has one
      type: int
    iops_write_rate:
      description: How many operations a second may write a volume.
      returned: when it has one
      type: int
    iops_write_rate_max:
      description: How many operations a second are allowed in a burst, above C(iops_write_rate).
      returned: when it has one
      type: int
    iops_write_rate_max_length:
      description: How many seconds a burst of C(iops_write_rate_max) may last.
      returned: when it has one
      type: int
    details:
      description: Further settings of the offering, each a name and its value.
      returned: when it has one
      type: dict
    domains:
      description: Paths, names or ids of the domains that alone may use the offering.
      returned: when it has one
      type: list
      elements: str
    zones:
      description: Names of the zones that alone have the offering.
      returned: when it has one
      type: list
      elements: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.disk_offering import DISK_OFFERING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(DISK_OFFERING)


if __name__ == "__main__":
    main()
