#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: iso
short_description: Manage ISO images
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Register ISO images from a URL, put them into the drives of instances and take them out, copy them to other zones,
    say who may use them, give out links to fetch them from, and remove them.
  - The task waits until the ISO is ready in the zones that it names. An ISO that a zone could not get makes the task
    fail with the reason that CloudStack gives; the next run removes it and begins anew.
attributes:
  idempotent:
    support: partial
    details: V(extracted) of O(state) gives a new link at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name or id of the ISO.
    type: str
    required: true
  display_text:
    description:
      - Text that users read.
      - CloudStack uses the name when the ISO is registered without it.
    type: str
  zone:
    description:
      - Name or id of the zone in which the ISO is looked for, and where a new one is registered. With
        O(cross_zones=true), it can be left out.
      - With O(state=absent), the ISO is only removed from this zone.
      - Needed to create the ISO, unless O(cross_zones=true) is given.
      - CloudStack takes it only when the ISO is created; a task that wants another value later fails.
    type: str
  zones:
    description:
      - Names or ids of the zones where the ISO shall be. It is copied to those that lack it and never removed from
        others.
    type: list
    elements: str
  cross_zones:
    description:
      - Whether the ISO shall be in all zones. A new one is registered for all zones, and an existing one is copied to
        those that lack it. With O(state=absent), it is removed from all of them.
    type: bool
    default: false
  url:
    description:
      - Where the ISO is fetched from.
      - With O(state=extracted) it is not compared with where the ISO came from; with O(mode=ftp_upload), it says
        where the file is sent to.
      - Needed to create the ISO.
      - CloudStack takes it only when the ISO is created; a task that wants another value later fails.
    type: str
  checksum:
    description:
      - Checksum of the file at O(url).
      - CloudStack takes it only when the ISO is created; a task that wants another value later fails.
    type: str
  os_type:
    description:
      - Name or id of the operating system.
      - Needed to create the ISO, unless O(bootable=false) is given.
    type: str
  arch:
    description:
      - Architecture of the processors.
      - Needs CloudStack 4.20 or newer.
    type: str
    choices:
      - x86_64
      - aarch64
  bootable:
    description:
      - Whether instances can start from it.
    type: bool
  password_enabled:
    description:
      - Whether passwords can be set in instances that are installed from it.
    type: bool
  is_dynamically_scalable:
    description:
      - Whether the size of running instances that are installed from it may be changed.
    type: bool
  is_public:
    description:
      - Whether all accounts may use the ISO.
    type: bool
  is_featured:
    description:
      - Whether the ISO is shown among the featured ones. Only administrators may say it.
    type: bool
  is_extractable:
    description:
      - Whether the ISO may be fetched. Only administrators may say it.
    type: bool
  accounts:
    description:
      - Names of the accounts, in the domain of the owner, that may use the ISO besides its owner. They are the only
        ones. An empty list takes it from all.
    type: list
    elements: str
  projects:
    description:
      - Names or ids of the projects that may use the ISO. They are the only ones. An empty list takes it from all.
    type: list
    elements: str
  direct_download:
    description:
      - Whether hosts fetch the ISO themselves, so that it is not kept on secondary storage.
      - CloudStack takes it only when the ISO is created; a task that wants another value later fails.
    type: bool
  image_store:
    description:
      - Id of the secondary storage that a new ISO is kept on.
      - Used only when the ISO is created. The API does not show it, so it is not compared later.
    type: str
  details:
    description:
      - Further settings of the ISO, each a name and its value. Those that are not named stay. An empty dictionary
        removes all.
    type: dict
  vm:
    description:
      - Name or id of the instance that O(state=attached) and O(state=detached) are about.
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
  mode:
    description:
      - How the ISO is given out with O(state=extracted).
    type: str
    choices:
      - http_download
      - ftp_upload
    default: http_download
  state:
    description:
      - V(present) makes sure that the ISO exists, V(absent) that it does not.
      - V(attached) makes sure that it exists and is in the drive of O(vm), V(detached) that it is not.
      - V(extracted) gives a link to fetch it from, at each run, in RV(url).
    type: str
    choices:
      - present
      - extracted
      - absent
      - attached
      - detached
    default: present
  id:
    description:
      - Id of an existing ISO. It takes the place of the options that identify the ISO.
    type: str
seealso:
  - module: cloudstack.cloud.iso_info
  - module: cloudstack.cloud.template
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: An ISO is fetched and ready
  cloudstack.cloud.iso:
    name: debian-13-netinst
    zone: zone-1
    url: http://mirror.example.com/debian-13-netinst.iso
    os_type: Debian GNU/Linux 12 (64-bit)

- name: The instance has it in its drive
  cloudstack.cloud.iso:
    name: debian-13-netinst
    zone: zone-1
    vm: web-1
    state: attached

- name: The drive is empty
  cloudstack.cloud.iso:
    name: debian-13-netinst
    zone: zone-1
    vm: web-1
    state: detached

- name: The ISO is removed
  cloudstack.cloud.iso:
    name: debian-13-netinst
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
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
mode:
  description: How it is given out.
  returned: when the task makes it
  type: str
state:
  description: State of the link.
  returned: when the task makes it
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.iso import ISO
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ISO)


if __name__ == "__main__":
    main()
