#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: system_vm_info
short_description: List system VMs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all system VMs that the user may see, or those that fit every filter.
  - System VMs are the instances that a zone runs for itself, to show consoles and to fetch templates and images.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the system VM of this name or id.
    type: str
  zone:
    description:
      - Show only system VMs of this zone, given by name or id.
    type: str
  pod:
    description:
      - Show only system VMs of this pod, given by name or id.
    type: str
  type:
    description:
      - Show only system VMs that do this work.
    type: str
    choices:
      - consoleproxy
      - secondarystoragevm
  vm_state:
    description:
      - Show only system VMs in this state, for example V(Running).
    type: str
  id:
    description:
      - Show only the system VM with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listSystemVms) takes V(arch), V(hostid), V(keyword), V(storageid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.system_vm
"""

EXAMPLES = r"""
---
- name: The system VMs of the zone are known
  cloudstack.cloud.system_vm_info:
    zone: zone-1
  register: found
"""

RETURN = r"""
---
system_vms:
  description: The system VMs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the system VM.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the system VM.
      returned: when it exists
      type: str
      sample: s-1-VM
    type:
      description: What the system VM does.
      returned: when it has one
      type: str
      sample: secondarystoragevm
    zone:
      description: Name of the zone it works for.
      returned: when it has one
      type: str
      sample: zone-1
    pod:
      description: Name of the pod it runs in.
      returned: when it has one
      type: str
      sample: pod-1
    host:
      description: Name of the host it runs on.
      returned: when it has one
      type: str
      sample: host-1
    service_offering:
      description: Name of the service offering.
      returned: when it has one
      type: str
    agent_state:
      description: State of the connection to the program that works in it.
      returned: when it has one
      type: str
    arch:
      description: Architecture of its processors.
      returned: when it has one
      type: str
    public_ip:
      description: Public address.
      returned: when it has one
      type: str
    private_ip:
      description: Address in the management network.
      returned: when it has one
      type: str
    link_local_ip:
      description: Address that only its host reaches.
      returned: when it has one
      type: str
    gateway:
      description: Gateway of the public address.
      returned: when it has one
      type: str
    hypervisor:
      description: Hypervisor it runs on.
      returned: when it has one
      type: str
      sample: KVM
    template:
      description: Name of the template.
      returned: when it has one
      type: str
    version:
      description: Version of CloudStack in the system VM.
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    state:
      description: State of the system VM.
      returned: when it exists
      type: str
      sample: Running
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.system_vm import SYSTEM_VM
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(SYSTEM_VM)


if __name__ == "__main__":
    main()
