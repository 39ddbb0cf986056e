#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guest_os_mapping
short_description: Manage what hypervisors call guest operating systems
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Say what a version of a hypervisor calls a guest operating system, change it, and forget it.
  - A mapping is known by the guest OS, the hypervisor and its version.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  guest_os:
    description:
      - Display name or id of the guest OS, for example V(Debian GNU/Linux 12 (64-bit\)).
    type: str
    required: true
  hypervisor:
    description:
      - 'The hypervisor: V(KVM), V(VMware) or V(XenServer). The case does not matter.'
    type: str
    required: true
  hypervisor_version:
    description:
      - Version of the hypervisor, for example V(8.0), or V(default).
    type: str
    required: true
  os_name_for_hypervisor:
    description:
      - What the hypervisor calls the guest OS.
      - Needed to create the mapping.
    type: str
  check_with_hypervisor:
    description:
      - Whether the hypervisor is asked for the name first. It must be VMware or XenServer then.
      - It is sent with every creation and change.
      - Needs CloudStack 4.19 or newer.
    type: bool
  forced:
    description:
      - Whether a mapping that CloudStack came with is replaced.
      - Used only when the mapping is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.19 or newer.
    type: bool
  id:
    description:
      - Id of an existing mapping. It takes the place of the options that identify the mapping.
    type: str
  state:
    description:
      - V(present) makes sure that the mapping exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.guest_os_mapping_info
  - module: cloudstack.cloud.guest_os
"""

EXAMPLES = r"""
---
- name: The hypervisor knows the operating system under this name
  cloudstack.cloud.guest_os_mapping:
    guest_os: Debian GNU/Linux 12 (64-bit)
    hypervisor: KVM
    hypervisor_version: "9.9"
    os_name_for_hypervisor: Debian GNU/Linux 12

- name: The mapping is forgotten
  cloudstack.cloud.guest_os_mapping:
    guest_os: Debian GNU/Linux 12 (64-bit)
    hypervisor: KVM
    hypervisor_version: "9.9"
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the guest OS mapping.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
guest_os:
  description: Display name of the guest OS.
  returned: when it exists
  type: str
  sample: Debian GNU/Linux 12 (64-bit)
hypervisor:
  description: 'The hypervisor: V(KVM), V(VMware) or V(XenServer).'
  returned: when it exists
  type: str
  sample: KVM
hypervisor_version:
  description: Version of the hypervisor, for example V(8.0), or V(default).
  returned: when it exists
  type: str
  sample: default
os_name_for_hypervisor:
  description: What the hypervisor calls the guest OS.
  returned: when it has one
  type: str
  sample: Debian GNU/Linux 12
is_user_defined:
  description: Whether it was added to those that CloudStack comes with.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.guest_os_mapping import GUEST_OS_MAPPING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(GUEST_OS_MAPPING)


if __name__ == "__main__":
    main()
