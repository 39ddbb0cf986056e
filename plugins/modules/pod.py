#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: pod
short_description: Manage pods
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, enable, disable and remove pods. A pod is a rack or a row, hosts in one broadcast domain.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name or id of the pod.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone the pod belongs to.
    type: str
    required: true
  start_ip:
    description:
      - First address that CloudStack may give to system virtual machines in the pod's management network.
      - Needed to create a pod, except in an edge zone, where a pod has no addresses.
    type: str
  end_ip:
    description:
      - Last address of that range.
    type: str
  netmask:
    description:
      - Netmask of the pod's management network, for example V(255.255.255.0).
      - Needed together with O(start_ip).
    type: str
  gateway:
    description:
      - Gateway of the pod's management network.
      - Needed together with O(start_ip).
    type: str
  storage_access_groups:
    description:
      - Names of the storage access groups of the pod's hosts.
      - CloudStack takes it only when the pod is created; a task that wants another value later fails.
      - Needs CloudStack 4.21 or newer.
    type: list
    elements: str
  state:
    description:
      - V(present) makes sure that the pod exists. A new pod is enabled.
      - V(enabled) and V(disabled) also say whether instances may be started in it.
      - V(absent) removes it. The pod must be empty by then.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing pod. With it, another O(name) renames the pod.
    type: str
seealso:
  - module: cloudstack.cloud.pod_info
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.management_ip_range
  - module: cloudstack.cloud.storage_ip_range
"""

EXAMPLES = r"""
---
- name: A second pod exists
  cloudstack.cloud.pod:
    name: pod-2
    zone: zone-1
    start_ip: 10.20.0.10
    end_ip: 10.20.0.50
    netmask: 255.255.255.0
    gateway: 10.20.0.1

- name: The pod has a longer range of addresses
  cloudstack.cloud.pod:
    name: pod-2
    zone: zone-1
    start_ip: 10.20.0.10
    end_ip: 10.20.0.90

- name: No instance is started in the pod
  cloudstack.cloud.pod:
    name: pod-2
    zone: zone-1
    state: disabled

- name: The empty pod is removed
  cloudstack.cloud.pod:
    name: pod-2
    zone: zone-1
    state: absent
"""

RETURN = r"""
---
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
  description: First address that CloudStack may give to system virtual machines in the pod's management network.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.pod import POD
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(POD)


if __name__ == "__main__":
    main()
