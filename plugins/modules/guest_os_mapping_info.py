#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guest_os_mapping_info
short_description: List guest OS mappings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all guest OS mappings that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  hypervisor:
    description:
      - Show only mappings for this hypervisor.
    type: str
  guest_os:
    description:
      - Show only mappings of this guest OS, given by display name or id.
    type: str
  hypervisor_version:
    description:
      - Show only mappings for this version of a hypervisor.
    type: str
  os_name_for_hypervisor:
    description:
      - Show only mappings to this name.
    type: str
  id:
    description:
      - Show only the guest OS mapping with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listGuestOsMapping) takes V(keyword), V(osdisplayname), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.guest_os_mapping
"""

EXAMPLES = r"""
---
- name: What KVM calls the operating system is known
  cloudstack.cloud.guest_os_mapping_info:
    guest_os: Debian GNU/Linux 12 (64-bit)
    hypervisor: KVM
  register: found
"""

RETURN = r"""
---
guest_os_mappings:
  description: The guest OS mappings that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(GUEST_OS_MAPPING)


if __name__ == "__main__":
    main()
