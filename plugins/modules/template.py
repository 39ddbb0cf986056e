#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: template
short_description: Manage templates
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Register templates from a URL, make them of the disk of an instance or of a snapshot, copy them to other zones, say
    who may use them, give out links to fetch them from, and remove them.
  - The task waits until the template is ready in the zones that it names. A template that a zone could not get makes
    the task fail with the reason that CloudStack gives; the next run removes it and begins anew.
attributes:
  idempotent:
    support: partial
    details: V(extracted) of O(state) gives a new link at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.tags
  - cloudstack.cloud.template
  - cloudstack.cloud.wait
options:
  url:
    description:
      - Where the template is fetched from.
      - With O(state=extracted) it is not compared with where the template came from; with O(mode=ftp_upload), it says
        where the file is sent to.
      - Needed to create the template without O(snapshot) or O(volume) or O(vm).
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
    type: str
  vm:
    description:
      - Name or id of the instance that the template is made of, from its root disk. The instance must be stopped,
        unless O(snapshot) names a snapshot of that disk.
      - Used only when the template is created. The API does not show it, so it is not compared later.
    type: str
  snapshot:
    description:
      - Name or id of the snapshot that the template is made of.
      - Used only when the template is created. The API does not show it, so it is not compared later.
    type: str
  volume:
    description:
      - Name or id of the volume that the template is made of.
      - Used only when the template is created. The API does not show it, so it is not compared later.
    type: str
  hypervisor:
    description:
      - Hypervisor of the template, for example V(KVM).
      - Needed to create the template without O(snapshot) or O(volume) or O(vm).
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
    type: str
  format:
    description:
      - Format of the file at O(url).
      - Needed to create the template without O(snapshot) or O(volume) or O(vm).
      - CloudStack takes it only when the template is created; a task that wants another value later fails.
    type: str
    choices:
      - QCOW2
      - RAW
      - VHD
      - OVA
      - VHDX
      - VMDK
      - TAR
      - BAREMETAL
      - EXTERNAL
  os_type:
    description:
      - Name or id of the operating system.
      - Needed to create the template, unless O(deploy_as_is=true) is given.
      - With O(deploy_as_is=true) the file tells it.
    type: str
  template_type:
    description:
      - What the template is for. Only administrators may say it.
      - Needs CloudStack 4.19 or newer.
    type: str
    choices:
      - USER
      - VNF
      - ROUTING
      - SYSTEM
      - BUILTIN
      - PERHOST
seealso:
  - module: cloudstack.cloud.template_info
  - module: cloudstack.cloud.iso
  - module: cloudstack.cloud.vnf_template
  - module: cloudstack.cloud.volume_snapshot
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: A template is fetched and ready
  cloudstack.cloud.template:
    name: debian-13
    zone: zone-1
    url: http://mirror.example.com/debian-13.qcow2
    hypervisor: Simulator
    format: QCOW2
    os_type: Debian GNU/Linux 12 (64-bit)
    sshkey_enabled: true

- name: All accounts may use it
  cloudstack.cloud.template:
    name: debian-13
    zone: zone-1
    is_public: true

- name: The root disk of an instance is kept
  cloudstack.cloud.volume_snapshot:
    name: golden
    zone: zone-1
    vm: web-1
    volume_type: ROOT

- name: A template is made of it
  cloudstack.cloud.template:
    name: golden-web
    zone: zone-1
    snapshot: golden
    os_type: Debian GNU/Linux 12 (64-bit)

- name: A link to fetch the template from is known
  cloudstack.cloud.template:
    name: golden-web
    zone: zone-1
    state: extracted
  register: image

- name: The template that was made is removed
  cloudstack.cloud.template:
    name: golden-web
    zone: zone-1
    state: absent

- name: The template that was fetched is removed
  cloudstack.cloud.template:
    name: debian-13
    zone: zone-1
    state: absent

- name: The snapshot is removed
  cloudstack.cloud.volume_snapshot:
    name: golden
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the template.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the template.
  returned: when it exists
  type: str
display_text:
  description: Text that users read.
  returned: when it has one
  type: str
zone:
  description: Name of the zone in which the template is looked for, and where a new one is registered.
  returned: when the task gives it
  type: str
  sample: zone-1
zones:
  description: Names of the zones where the template shall be.
  returned: when it has one
  type: list
  elements: str
url:
  description: Where it is fetched from; of one that was extracted, where it can be fetched.
  returned: when it has one
  type: str
volume:
  description: Name of the volume that the template is made of.
  returned: when the task gives it
  type: str
hypervisor:
  description: Hypervisor of the template, for example V(KVM).
  returned: when it has one
  type: str
  sample: KVM
format:
  description: Format of the file at C(url).
  returned: when it has one
  type: str
  sample: QCOW2
checksum:
  description: Checksum of the file at C(url), for example C({SHA-256}) and the digits.
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
requires_hvm:
  description: Whether the template needs virtualization by the hardware.
  returned: when it has one
  type: bool
password_enabled:
  description: Whether passwords can be set in its instances.
  returned: when it has one
  type: bool
sshkey_enabled:
  description: Whether SSH keys can be set in its instances.
  returned: when it has one
  type: bool
is_dynamically_scalable:
  description: Whether the size of its running instances may be changed.
  returned: when it has one
  type: bool
is_public:
  description: Whether all accounts may use the template.
  returned: when it has one
  type: bool
is_featured:
  description: Whether the template is shown among the featured ones.
  returned: when it has one
  type: bool
is_extractable:
  description: Whether the template may be fetched.
  returned: when it has one
  type: bool
accounts:
  description: Names of the accounts, in the domain of the owner, that may use the template besides its owner.
  returned: when it has one
  type: list
  elements: str
projects:
  description:
    - Names of the projects that may use the template.
    - It is the id where the task does not name it.
  returned: when it has one
  type: list
  elements: str
is_routing:
  description: Whether virtual routers are made from the template.
  returned: when it has one
  type: bool
template_type:
  description: What the template is for.
  returned: when it has one
  type: str
  sample: USER
template_tag:
  description: Tag that binds the template to hosts with the same one.
  returned: when it has one
  type: str
for_cks:
  description: Whether nodes of Kubernetes clusters are made from the template.
  returned: when it has one
  type: bool
direct_download:
  description: Whether hosts fetch the template themselves, so that it is not kept on secondary storage.
  returned: when it has one
  type: bool
deploy_as_is:
  description: Whether VMware deploys the template just as its OVF file says.
  returned: when it has one
  type: bool
details:
  description: Further settings of the template, each a name and its value.
  returned: when it has one
  type: dict
extension:
  description: Id of the extension that serves the hypervisor V(External).
  returned: when it has one
  type: str
user_data:
  description: Name of the registered user data that instances of the template begin with.
  returned: when it has one
  type: str
user_data_policy:
  description: Whether user data of an instance takes the place of that of its template, is put behind it,
    or is refused.
  returned: when it has one
  type: str
  sample: ALLOWOVERRIDE
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
  description: Bytes that a disk made from it has.
  returned: when it has one
  type: int
physical_size:
  description: Bytes that the file has.
  returned: when it has one
  type: int
bootable:
  description: Whether instances can start from it.
  returned: when it has one
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.template import TEMPLATE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(TEMPLATE)


if __name__ == "__main__":
    main()
