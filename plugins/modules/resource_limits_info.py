#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: resource_limits_info
short_description: List owners with limits
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all owners with limits that the user may see, or those that fit every filter.
  - The limits of one owner are one result, as a mapping from names to numbers.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  resource_types:
    description:
      - Show only the limits of these.
    type: list
    elements: str
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
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listResourceLimits) takes V(id), V(isrecursive), V(keyword), V(resourcetype), V(resourcetypename),
        V(tag), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.resource_limits
"""

EXAMPLES = r"""
---
- name: All limits of the account are known
  cloudstack.cloud.resource_limits_info:
    domain: ROOT/tenants
    account: platform
  register: found

- name: The limits of processors and memory in the domain are known
  cloudstack.cloud.resource_limits_info:
    domain: ROOT/tenants
    resource_types:
      - cpu
      - memory
  register: found
"""

RETURN = r"""
---
resource_limits:
  description: The owners with limits that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(RESOURCE_LIMITS)


if __name__ == "__main__":
    main()
