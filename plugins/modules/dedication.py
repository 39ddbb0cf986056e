#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: dedication
short_description: Keep infrastructure for one domain or account
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Keep a zone, a pod, a cluster, a host or a range of public addresses for one domain, or for one account
    of it, and give it back to all.
  - Subnets for routed networks, BGP peers and guest VLANs are kept with modules of their own.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
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
  zone:
    description:
      - Name or id of the zone that is kept, with O(type=zone), or in which the thing is looked for.
      - Needed to create the dedication.
    type: str
  pod:
    description:
      - Name or id of the pod that is kept, with O(type=pod).
      - Needed to create the dedication.
    type: str
  cluster:
    description:
      - Name or id of the cluster that is kept, with O(type=cluster).
      - Needed to create the dedication.
    type: str
  host:
    description:
      - Name or id of the host that is kept, with O(type=host).
      - Needed to create the dedication.
    type: str
  public_ip_range:
    description:
      - First address, or id, of the range of public addresses that is kept, with O(type=public_ip_range).
      - Needed to create the dedication.
    type: str
  domain:
    description:
      - Domain that it is kept for, given as its path (V(ROOT/web/dev)), its name or its id.
      - Another one gives it back and keeps it anew.
      - Needed to create the dedication.
    type: str
  account:
    description:
      - Account that it is kept for. An account is only unique within a domain, so O(domain) must be given,
        too.
      - Another one gives it back and keeps it anew.
    type: str
  state:
    description:
      - V(present) makes sure that the dedication exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.dedication_info
  - module: cloudstack.cloud.zone
  - module: cloudstack.cloud.pod
  - module: cloudstack.cloud.cluster
  - module: cloudstack.cloud.host
  - module: cloudstack.cloud.vlan_ip_range
  - module: cloudstack.cloud.guest_vlan_range
  - module: cloudstack.cloud.ipv4_subnet
"""

EXAMPLES = r"""
---
- name: The host is kept for one domain
  cloudstack.cloud.dedication:
    type: host
    zone: zone-1
    host: host-1
    domain: ROOT

- name: The host is kept for one account of the domain
  cloudstack.cloud.dedication:
    type: host
    zone: zone-1
    host: host-1
    domain: ROOT
    account: admin

- name: Everyone may use the host
  cloudstack.cloud.dedication:
    type: host
    zone: zone-1
    host: host-1
    state: absent
"""

RETURN = r"""
---
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.dedication import DEDICATION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(DEDICATION)


if __name__ == "__main__":
    main()
