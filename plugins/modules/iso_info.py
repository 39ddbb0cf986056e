#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iso_info
short_description: List ISOs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all ISOs that the user may see, or those that fit every filter.
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
      - Show only the ISO of this name or id.
    type: str
  iso_filter:
    description:
      - Among which ISOs to look.
    type: str
    choices:
      - all
      - featured
      - self
      - selfexecutable
      - sharedexecutable
      - executable
      - community
    default: self
  zone:
    description:
      - Show ISOs as they are in this zone, given by name or id.
    type: str
  bootable:
    description:
      - Show only ISOs that instances can, or cannot, start from.
    type: bool
  is_ready:
    description:
      - Whether to show only ISOs that are ready, or only others.
    type: bool
  id:
    description:
      - Show only the ISO with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listIsos) takes V(arch), V(hypervisor), V(imagestoreid), V(ispublic), V(isrecursive), V(keyword),
        V(oscategoryid), V(showicon), V(showremoved), V(showunique), V(storageid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.iso
"""

EXAMPLES = r"""
---
- name: The own ISOs are known
  cloudstack.cloud.iso_info:
  register: found
"""

RETURN = r"""
---
isos:
  description: The ISOs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the ISO.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the ISO.
      returned: when it exists
      type: str
    display_text:
      description: Text that users read.
      returned: when it has one
      type: str
    zone:
      description: Name of the zone in which the ISO is looked for, and where a new one is registered.
      returned: when it has one
      type: str
      sample: zone-1
    zones:
      description: Names of the zones where the ISO shall be.
      returned: when it has one
      type: list
      elements: str
    url:
      description: Where it is fetched from; of one that was extracted, where it can be fetched.
      returned: when it has one
      type: str
    checksum:
      description: Checksum of the file at C(url).
      returned: when it has one
      type: str
    os_type:
      description: Name of the operating system.
      returned: when it has one
      type: str
    arch:
      description: Architecture of the processors.
      returned: when it has one
      type: str
      sample: x86_64
    bootable:
      description: Whether instances can start from it.
      returned: when it has one
      type: bool
    password_enabled:
      description: Whether passwords can be set in instances that are installed from it.
      returned: when it has one
      type: bool
    is_dynamically_scalable:
      description: Whether the size of running instances that are installed from it may be changed.
      returned: when it has one
      type: bool
    is_public:
      description: Whether all accounts may use the ISO.
      returned: when it has one
      type: bool
    is_featured:
      description: Whether the ISO is shown among the featured ones.
      returned: when it has one
      type: bool
    is_extractable:
      description: Whether the ISO may be fetched.
      returned: when it has one
      type: bool
    accounts:
      description: Names of the accounts, in the domain of the owner, that may use the ISO besides its owner.
      returned: when it has one
      type: list
      elements: str
    projects:
      description:
        - Names of the projects that may use the ISO.
        - It is the id where the task does not name it.
      returned: when it has one
      type: list
      elements: str
    direct_download:
      description: Whether hosts fetch the ISO themselves, so that it is not kept on secondary storage.
      returned: when it has one
      type: bool
    details:
      description: Further settings of the ISO, each a name and its value.
      returned: when it has one
      type: dict
    status:
      description: What CloudStack says of its download.
      returned: when it has one
      type: str
    is_ready:
      description: Whether it can be used.
      returned: when it has one
      type: bool
    cross_zones:
      description: Whether it is registered for all zones.
      returned: when it has one
      type: bool
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    size:
      description: Bytes that it has.
      returned: when it has one
      type: int
    physical_size:
      description: Bytes that the file has.
      returned: when it has one
      type: int
    vm:
      description: Name of the instance that has it in its drive.
      returned: when it has one
      type: str
    format:
      description: Format of the file.
      returned: when it has one
      type: str
    attached:
      description: Whether it is in the drive of the instance that the task names.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.iso import ISO
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ISO)


if __name__ == "__main__":
    main()
