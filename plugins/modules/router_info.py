#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: router_info
short_description: List virtual routers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all virtual routers that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the virtual router of this name or id.
    type: str
  zone:
    description:
      - Show only virtual routers of this zone, given by name or id.
    type: str
  host:
    description:
      - Show only routers that run on this host, given by name or id.
    type: str
  network:
    description:
      - Show only routers that serve this network, given by name or id.
    type: str
  vpc:
    description:
      - Show only routers that serve this VPC, given by name or id.
    type: str
  router_state:
    description:
      - Show only routers in this state, for example V(Running).
    type: str
  health_checks_failed:
    description:
      - Show only routers whose last health checks failed, or did not.
    type: bool
  health_checks:
    description:
      - Whether the results of the last health checks are read, with a call for each router.
    type: bool
    default: false
  fresh_health_checks:
    description:
      - Whether the routers check their health now, before the results are read.
    type: bool
    default: false
  id:
    description:
      - Show only the virtual router with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listRouters) takes V(arch), V(clusterid), V(fetchhealthcheckresults), V(forvpc), V(isrecursive),
        V(keyword), V(podid), V(version), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.router
"""

EXAMPLES = r"""
---
- name: The virtual routers of the zone are known
  cloudstack.cloud.router_info:
    zone: zone-1
  register: found

- name: The virtual routers and their health are known
  cloudstack.cloud.router_info:
    zone: zone-1
    health_checks: true
  register: found
"""

RETURN = r"""
---
routers:
  description: The virtual routers that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ROUTER)


if __name__ == "__main__":
    main()
