#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: router
short_description: Manage virtual routers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Start, stop, restart and remove the virtual routers of networks and VPCs, change their size and read their health.
  - CloudStack makes the routers itself. One that was removed comes back when its network is restarted or gets another
    instance.
  - Only administrators may use it.
attributes:
  idempotent:
    support: partial
    details: V(restarted) of O(state) acts at every run, unless O(only_if_required) says otherwise.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  name:
    description:
      - Name of the router, for example V(r-4-VM).
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone.
    type: str
  service_offering:
    description:
      - Name or id of the system offering that says the size of the router.
      - CloudStack changes it only while the router is stopped; the task sees to that.
    type: str
  force:
    description:
      - Whether the router is stopped or restarted by force.
    type: bool
    default: false
  only_if_required:
    description:
      - >-
        Whether O(state=restarted) restarts the router only when it needs that: when RV(requires_upgrade) or
        RV(health_checks_failed) is true.
    type: bool
    default: false
  health_checks:
    description:
      - Whether the results of the last health checks are read, see RV(health_check_results). It takes another call.
    type: bool
    default: false
  fresh_health_checks:
    description:
      - Whether the router checks its health now, before the results are read. It may take a while.
    type: bool
    default: false
  state:
    description:
      - V(started) makes sure that the router runs, V(stopped) that it does not, V(absent) that there is none of that
        name. V(present) leaves its state alone.
      - V(restarted) reboots a router that runs at every run, unless O(only_if_required) says otherwise, and starts
        one that is stopped.
    type: str
    choices:
      - present
      - started
      - stopped
      - restarted
      - absent
    default: present
  id:
    description:
      - Id of an existing router. It takes the place of the options that identify the router.
    type: str
seealso:
  - module: cloudstack.cloud.router_info
  - module: cloudstack.cloud.network
  - module: cloudstack.cloud.system_vm_info
"""

EXAMPLES = r"""
---
- name: The routers of the zone are known
  cloudstack.cloud.router_info:
    zone: zone-1
    network: web-net
  register: found

- name: The router runs, and how healthy it is is known
  cloudstack.cloud.router:
    name: "{{ found.routers[0].name }}"
    zone: zone-1
    state: started
    health_checks: true

- name: The router is restarted if it needs that
  cloudstack.cloud.router:
    name: "{{ found.routers[0].name }}"
    zone: zone-1
    state: restarted
    only_if_required: true
"""

RETURN = r"""
---
id:
  description: Id of the virtual router.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the router, for example V(r-4-VM).
  returned: when it exists
  type: str
zone:
  description: Name of the zone.
  returned: when it has one
  type: str
  sample: zone-1
service_offering:
  description: Name of the system offering that says the size of the router.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
template_version:
  description: Version of its template.
  returned: when it has one
  type: str
software_version:
  description: Version of CloudStack in the router.
  returned: when it has one
  type: str
requires_upgrade:
  description: Whether the router is older than CloudStack wants.
  returned: when it has one
  type: bool
redundant_state:
  description: Which of two redundant routers it is, for example V(PRIMARY).
  returned: when it has one
  type: str
is_redundant:
  description: Whether it is one of two redundant routers.
  returned: when it has one
  type: bool
role:
  description: What the router does.
  returned: when it has one
  type: str
public_ip:
  description: Public address of the router.
  returned: when it has one
  type: str
guest_ip_address:
  description: Address of the router in the network.
  returned: when it has one
  type: str
link_local_ip:
  description: Address by which its host reaches the router.
  returned: when it has one
  type: str
network:
  description: Name of the network that it serves.
  returned: when it has one
  type: str
  sample: web-net
vpc:
  description: Name of the VPC that it serves.
  returned: when it has one
  type: str
host:
  description: Name of the host it runs on.
  returned: when it has one
  type: str
pod:
  description: Name of the pod it runs in.
  returned: when it has one
  type: str
  sample: pod-1
health_checks_failed:
  description: Whether its last health checks failed.
  returned: when it has one
  type: bool
health_check_results:
  description: Results of its health checks, when the task asks for them.
  returned: when it has one
  type: list
  elements: dict
  contains:
    checkname:
      description: Name of the check.
      returned: always
      type: str
      sample: connectivity.test
    checktype:
      description: Kind of the check.
      returned: always
      type: str
      sample: basic
    success:
      description: Whether the check succeeded.
      returned: always
      type: bool
    status:
      description: Outcome of the check.
      returned: always
      type: str
      sample: FAILED
    lastupdated:
      description: When the check was last made.
      returned: always
      type: str
    details:
      description: What the check found.
      returned: always
      type: str
state:
  description: State of the router.
  returned: when it exists
  type: str
domain:
  description: Domain of the owner.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account of the owner.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Project of the owner.
  returned: when it has one
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.router import ROUTER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ROUTER)


if __name__ == "__main__":
    main()
