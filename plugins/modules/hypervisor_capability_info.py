#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: hypervisor_capability_info
short_description: List hypervisor capabilities
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all hypervisor capabilities that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  hypervisor:
    description:
      - Show only those of this hypervisor.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listHypervisorCapabilities) takes V(id), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.hypervisor_capability
"""

EXAMPLES = r"""
---
- name: What KVM is taken to be capable of is known
  cloudstack.cloud.hypervisor_capability_info:
    hypervisor: KVM
  register: found
"""

RETURN = r"""
---
hypervisor_capabilities:
  description: The hypervisor capabilities that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the entry.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    hypervisor:
      description: The hypervisor, for example V(KVM).
      returned: when it exists
      type: str
      sample: KVM
    hypervisor_version:
      description: Version of the hypervisor, or V(default).
      returned: when it exists
      type: str
      sample: default
    max_guests_limit:
      description: How many instances a host may run.
      returned: when it has one
      type: int
      sample: 100
    max_data_volumes_limit:
      description: How many data disks an instance may have.
      returned: when it has one
      type: int
    max_hosts_per_cluster:
      description: How many hosts a cluster may have.
      returned: when it has one
      type: int
    security_group_enabled:
      description: Whether it can do security groups.
      returned: when it has one
      type: bool
    storage_motion_enabled:
      description: Whether it can move an instance together with its disks.
      returned: when it has one
      type: bool
    vm_snapshot_enabled:
      description: Whether it can snapshot instances.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.hypervisor_capability import (
    HYPERVISOR_CAPABILITY,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(HYPERVISOR_CAPABILITY)


if __name__ == "__main__":
    main()
