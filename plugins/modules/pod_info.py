#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: pod_info
short_description: List pods
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all pods that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the pod of this name or id.
    type: str
  zone:
    description:
      - Show only pods of this zone, given by name or id.
    type: str
  allocation_state:
    description:
      - Show only those in this allocation state.
    type: str
    choices:
      - Enabled
      - Disabled
  id:
    description:
      - Show only the pod with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listPods) takes V(keyword), V(showcapacities), V(storageaccessgroup), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.pod
"""

EXAMPLES = r"""
---
- name: The pods of the zone are known
  cloudstack.cloud.pod_info:
    zone: zone-1
  register: found

- name: One pod is known
  cloudstack.cloud.pod_info:
    name: pod-1
    zone: zone-1
  register: found
"""

RETURN = r"""
---
pods:
  description: The pods that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the pod.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the pod.
      returned: when it exists
      type: str
      sample: pod-1
    zone:
      description: Name of the zone the pod belongs to.
      returned: when it exists
      type: str
      sample: zone-1
    start_ip:
      description: First address that CloudStack may give to system virtual machines in the pod's management
        network.
      returned: when it has one
      type: str
      sample: 10.10.0.10
    end_ip:
      description: Last address of that range.
      returned: when it has one
      type: str
      sample: 10.10.0.50
    netmask:
      description: Netmask of the pod's management network, for example V(255.255.255.0).
      returned: when it has one
      type: str
      sample: 255.255.255.0
    gateway:
      description: Gateway of the pod's management network.
      returned: when it has one
      type: str
      sample: 10.10.0.1
    storage_access_groups:
      description: Names of the storage access groups of the pod's hosts.
      returned: when it has one
      type: list
      elements: str
    allocation_state:
      description: Whether instances may be started in it.
      returned: when it exists
      type: str
      sample: Enabled
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.pod import POD
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(POD)


if __name__ == "__main__":
    main()
