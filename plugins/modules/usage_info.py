#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: usage_info
short_description: List usage records
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all usage records that the user may see, or those that fit every filter.
  - They are made by the usage server. Where that does not run, there are none.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  start_date:
    description:
      - First day that is told of, given like V(2026-11-01).
    type: str
    required: true
  end_date:
    description:
      - Last day that is told of, given like V(2026-11-30).
    type: str
    required: true
  type:
    description:
      - Show only usage of this type, given by its number, for example V(1) for running instances.
    type: int
  usage_id:
    description:
      - Show only usage of the thing with this id.
    type: str
  recursive:
    description:
      - Whether to show the usage of the domains below the domain, too.
    type: bool
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listUsageRecords) takes V(accountid), V(includetags), V(keyword), V(oldformat), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.event_info
"""

EXAMPLES = r"""
---
- name: What was used in November is known
  cloudstack.cloud.usage_info:
    start_date: '2026-11-01'
    end_date: '2026-11-30'
  register: found
"""

RETURN = r"""
---
usage_records:
  description: The usage records that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the record.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    domain:
      description: Domain of who used it.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account that used it.
      returned: when it has one
      type: str
      sample: admin
    project:
      description: Project that used it.
      returned: when it has one
      type: str
    description:
      description: What was used.
      returned: when it has one
      type: str
    usage:
      description: How much was used, with its unit.
      returned: when it has one
      type: str
      sample: 24 Hrs
    raw_usage:
      description: How much was used, as a number.
      returned: when it has one
      type: str
    usage_type:
      description: Number of the type of usage.
      returned: when it has one
      type: int
      sample: 1
    usage_id:
      description: Id of the thing that was used.
      returned: when it has one
      type: str
    start_date:
      description: When the record begins.
      returned: when it has one
      type: str
    end_date:
      description: When the record ends.
      returned: when it has one
      type: str
    name:
      description: Name of the thing that was used.
      returned: when it has one
      type: str
    virtual_machine_id:
      description: Id of the instance.
      returned: when it has one
      type: str
    zone_id:
      description: Id of the zone.
      returned: when it has one
      type: str
    offering_id:
      description: Id of the offering.
      returned: when it has one
      type: str
    template_id:
      description: Id of the template.
      returned: when it has one
      type: str
    size:
      description: Bytes of the thing.
      returned: when it has one
      type: int
    tags:
      description: Tags of the thing, as the server shows them.
      returned: when it has one
      type: list
      elements: dict
      contains:
        key:
          description: Key of the tag.
          returned: always
          type: str
          sample: stage
        value:
          description: Value of the tag.
          returned: always
          type: str
          sample: production
      sample: []
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.usage import USAGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(USAGE)


if __name__ == "__main__":
    main()
