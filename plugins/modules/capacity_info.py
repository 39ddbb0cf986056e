#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: capacity_info
short_description: List capacities
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all capacities that the user may see, or those that fit every filter.
  - A capacity is what there is of one thing, such as memory, and how much of it is taken.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Show only capacities of this zone, given by name or id.
    type: str
  pod:
    description:
      - Show only capacities of this pod, given by name or id.
    type: str
  cluster:
    description:
      - Show only capacities of this cluster, given by name or id.
    type: str
  type:
    description:
      - 'Show only this capacity, given by its number: V(0) for memory, V(1) for processors, V(3) for primary
        storage.'
    type: int
  tag:
    description:
      - Show only capacities of hosts or primary storage with this tag.
    type: str
  fetch_latest:
    description:
      - Whether the server counts anew before it answers.
    type: bool
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listCapacity) takes V(keyword), V(sortby), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.zone_info
  - module: cloudstack.cloud.host_info
  - module: cloudstack.cloud.storage_pool_info
"""

EXAMPLES = r"""
---
- name: The capacities of the zone are known
  cloudstack.cloud.capacity_info:
    zone: zone-1
  register: found

- name: The memory of one cluster is known
  cloudstack.cloud.capacity_info:
    zone: zone-1
    cluster: cluster-1
    type: 0
  register: found
"""

RETURN = r"""
---
capacities:
  description: The capacities that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the capacity.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone.
      returned: when it has one
      type: str
      sample: zone-1
    pod:
      description: Name of the pod.
      returned: when it has one
      type: str
      sample: pod-1
    cluster:
      description: Name of the cluster.
      returned: when it has one
      type: str
      sample: cluster-1
    type:
      description: Number of the capacity.
      returned: when it has one
      type: int
      sample: 0
    name:
      description: Name of the capacity.
      returned: when it has one
      type: str
      sample: MEMORY
    capacity_total:
      description: How much there is.
      returned: when it has one
      type: int
    capacity_used:
      description: How much is used.
      returned: when it has one
      type: int
    capacity_allocated:
      description: How much is promised.
      returned: when it has one
      type: int
    percent_used:
      description: How much is used, in hundredths.
      returned: when it has one
      type: float
      sample: 12.5
    tag:
      description: Tag of what it counts.
      returned: when it has one
      type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.capacity import CAPACITY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(CAPACITY)


if __name__ == "__main__":
    main()
