#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: dedication_info
short_description: List dedications
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all dedications that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listDedicatedZones) takes V(account), V(affinitygroupid), V(domainid), V(keyword), as of CloudStack
        4.23.
      - C(listDedicatedPods) takes V(account), V(affinitygroupid), V(domainid), V(keyword), as of CloudStack
        4.23.
      - C(listDedicatedClusters) takes V(account), V(affinitygroupid), V(domainid), V(keyword), as of CloudStack
        4.23.
      - C(listDedicatedHosts) takes V(account), V(affinitygroupid), V(domainid), V(keyword), as of CloudStack
        4.23.
      - C(listVlanIpRanges) takes V(account), V(domainid), V(forvirtualnetwork), V(id), V(keyword), V(networkid),
        V(physicalnetworkid), V(podid), V(projectid), V(vlan), V(zoneid), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
  zone:
    description:
      - Show only this zone, or what stands in it.
    type: str
  host:
    description:
      - Show only this host, with O(type=host).
    type: str
  cluster:
    description:
      - Show only this cluster, with O(type=cluster).
    type: str
  pod:
    description:
      - Show only this pod, with O(type=pod).
    type: str
  type:
    description:
      - What is kept.
    type: str
    required: true
    choices:
      - zone
      - pod
      - cluster
      - host
      - public_ip_range
seealso:
  - module: cloudstack.cloud.dedication
"""

EXAMPLES = r"""
---
- name: The zones that are kept for somebody are known
  cloudstack.cloud.dedication_info:
    type: zone
  register: found

- name: Whom the host is kept for is known
  cloudstack.cloud.dedication_info:
    type: host
    zone: zone-1
    host: host-1
  register: found
"""

RETURN = r"""
---
dedications:
  description: The dedications that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the dedication.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone that is kept, with C(type=zone), or in which the thing is looked for.
      returned: when it exists
      type: str
      sample: zone-1
    domain:
      description: Domain that it is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account that it is kept for.
      returned: when it has one
      type: str
      sample: admin
    affinity_group_id:
      description: Id of the affinity group that leads instances of the holder there.
      returned: when it has one
      type: str
    pod:
      description: Name of the pod that is kept, with C(type=pod).
      returned: when it exists
      type: str
      sample: pod-1
    cluster:
      description: Name of the cluster that is kept, with C(type=cluster).
      returned: when it exists
      type: str
      sample: cluster-1
    host:
      description: Name of the host that is kept, with C(type=host).
      returned: when it exists
      type: str
      sample: host-1
    public_ip_range:
      description: First address of the range.
      returned: when it exists
      type: str
      sample: 192.0.2.10
    type:
      description: What is kept.
      returned: when it exists
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.dedication import DEDICATION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(DEDICATION)


if __name__ == "__main__":
    main()
