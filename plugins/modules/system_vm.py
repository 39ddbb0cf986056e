#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: system_vm
short_description: Manage system VMs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Start, stop, restart, patch, move and scale the system VMs, which are the instances that a zone runs for
    itself, to show consoles and to fetch templates and images, and have them built anew.
  - The zone makes them. They are named by the server, so a task may say instead what a system VM does, with
    O(type) and O(zone).
attributes:
  idempotent:
    support: partial
    details: V(restarted), V(patched) and V(recreated) of O(state) act at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name of the system VM, such as V(s-1-VM).
    type: str
  type:
    description:
      - What it does. With O(zone), it takes the place of O(name), as long as the zone has one such system
        VM.
      - CloudStack cannot change it; a task that wants another value fails.
    type: str
    choices:
      - consoleproxy
      - secondarystoragevm
  zone:
    description:
      - Name or id of the zone that it works for.
    type: str
  pod:
    description:
      - Name or id of the pod that it runs in.
    type: str
  host:
    description:
      - Name or id of the host that it shall run on. It is moved there.
      - CloudStack changes it only while the system VM is running, see O(force).
    type: str
  service_offering:
    description:
      - Name or id of the system offering that it shall have.
      - CloudStack changes it only while the system VM is stopped, see O(force).
    type: str
  force:
    description:
      - Whether it may be stopped for a change and started again, and whether it is stopped without waiting
        for it.
    type: bool
    default: false
  state:
    description:
      - V(present) finds the system VM and leaves its state alone. V(started) and V(stopped) say whether it
        runs.
      - V(restarted) restarts it, V(patched) brings its programs up to date without a restart, and V(recreated)
        destroys it, so that the zone makes a new one with another name. They happen each time they are asked
        for.
    type: str
    choices:
      - present
      - started
      - stopped
      - restarted
      - patched
      - recreated
    default: present
  id:
    description:
      - Id of an existing system VM. It takes the place of O(name).
    type: str
seealso:
  - module: cloudstack.cloud.system_vm_info
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.host
"""

EXAMPLES = r"""
---
- name: The console proxy of the zone is stopped
  cloudstack.cloud.system_vm:
    zone: zone-1
    type: consoleproxy
    state: stopped

- name: The console proxy of the zone runs
  cloudstack.cloud.system_vm:
    zone: zone-1
    type: consoleproxy
    state: started

- name: The console proxy of the zone is built anew
  cloudstack.cloud.system_vm:
    zone: zone-1
    type: consoleproxy
    state: recreated
"""

RETURN = r"""
---
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
restart_required_for:
  description: Options whose change stops and starts the thing, or else takes effect at its next start.
  returned: when a change needs a stop
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.system_vm import SYSTEM_VM
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(SYSTEM_VM)


if __name__ == "__main__":
    main()
