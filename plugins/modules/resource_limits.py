#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: resource_limits
short_description: Manage many limits at once
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Set how much a domain, an account or a project may have of many resources in one task.
  - The limits are read with one list, and only those that differ are sent. Limits that are not named are left alone.
  - A limit is never removed; V(-1) lifts it.
  - One of O(limits) and O(tagged_limits) is needed.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  limits:
    description:
      - How much there may be of each resource, by the names that M(cloudstack.cloud.resource_limit) has for
        O(cloudstack.cloud.resource_limit#module:resource_type). Memory is counted in MiB, storage in GiB.
    type: dict
  tagged_limits:
    description:
      - Limits for what is made with offerings and templates that carry a tag; for each tag a mapping like O(limits).
      - CloudStack keeps limits for the tags in its settings C(resource.limit.host.tags), for V(instance), V(cpu),
        V(memory) and V(gpu), and C(resource.limit.storage.tags), for V(volume) and V(primary_storage). As long as
        none was set, the limit without a tag counts.
      - Needs CloudStack 4.20 or newer.
    type: dict
seealso:
  - module: cloudstack.cloud.resource_limits_info
  - module: cloudstack.cloud.resource_limit
  - module: cloudstack.cloud.configurations
"""

EXAMPLES = r"""
---
- name: The account has the limits of a small tenant
  cloudstack.cloud.resource_limits:
    domain: ROOT/tenants
    account: platform
    limits:
      instance: 10
      cpu: 40
      memory: 81920
      primary_storage: 500
      network: -1

- name: CloudStack keeps limits of their own for the fast hosts
  cloudstack.cloud.configuration:
    name: resource.limit.host.tags
    value: fast

- name: The project may have two instances on fast hosts
  cloudstack.cloud.resource_limits:
    domain: ROOT/tenants
    project: infrastructure
    tagged_limits:
      fast:
        instance: 2
        cpu: 8
"""

RETURN = r"""
---
limits:
  description: How much there may be of each resource, by the names that M(cloudstack.cloud.resource_limit)
    has for C(cloudstack.cloud.resource_limit#module:resource_type).
  returned: when it has one
  type: dict
  sample:
    instance: 20
    cpu: 40
tagged_limits:
  description: Limits for what is made with offerings and templates that carry a tag; for each tag a mapping
    like C(limits).
  returned: when it has one
  type: dict
  sample:
    fast:
      instance: 2
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.resource_limits import RESOURCE_LIMITS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(RESOURCE_LIMITS)


if __name__ == "__main__":
    main()
