#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: resource_limit
short_description: Manage limits of resources
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Set how much a domain, an account or a project may have of a resource.
  - A limit is never removed; V(-1) for O(limit) lifts it.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  resource_type:
    description:
      - What is limited. Memory is counted in MiB, storage in GiB.
    type: str
    required: true
    choices:
      - instance
      - ip_address
      - volume
      - snapshot
      - template
      - project
      - network
      - vpc
      - cpu
      - memory
      - primary_storage
      - secondary_storage
      - backup
      - backup_storage
      - bucket
      - object_storage
      - gpu
    aliases:
      - type
  limit:
    description:
      - How many there may be; V(-1) for any number.
    type: int
    required: true
    aliases:
      - max
  tag:
    description:
      - Tag of offerings and templates, to limit only what is made with those that carry it.
      - CloudStack keeps limits for the tags in its settings C(resource.limit.host.tags), for O(resource_type=instance),
        O(resource_type=cpu), O(resource_type=memory) and O(resource_type=gpu), and C(resource.limit.storage.tags), for
        O(resource_type=volume) and O(resource_type=primary_storage). As long as none was set, the limit without a tag
        counts.
      - Needs CloudStack 4.20 or newer.
    type: str
seealso:
  - module: cloudstack.cloud.resource_limit_info
  - module: cloudstack.cloud.resource_limits
  - module: cloudstack.cloud.domain
  - module: cloudstack.cloud.account
  - module: cloudstack.cloud.project
"""

EXAMPLES = r"""
---
- name: The account may have ten instances
  cloudstack.cloud.resource_limit:
    resource_type: instance
    limit: 10
    domain: ROOT/tenants
    account: platform

- name: The whole domain may have a hundred processors
  cloudstack.cloud.resource_limit:
    resource_type: cpu
    limit: 100
    domain: ROOT/tenants

- name: The account may have any number of networks
  cloudstack.cloud.resource_limit:
    resource_type: network
    limit: -1
    domain: ROOT/tenants
    account: platform
"""

RETURN = r"""
---
resource_type:
  description: What is limited.
  returned: when it exists
  type: str
  sample: instance
tag:
  description: Tag of offerings and templates, to limit only what is made with those that carry it.
  returned: when it has one
  type: str
limit:
  description: How many there may be; V(-1) for any number.
  returned: when it exists
  type: int
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.resource_limit import RESOURCE_LIMIT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(RESOURCE_LIMIT)


if __name__ == "__main__":
    main()
