#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: async_job_info
short_description: List asynchronous jobs
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all asynchronous jobs that the user may see, or those that fit every filter.
  - Jobs that have ended are not among them.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  start_date:
    description:
      - Show only jobs that were started then or later, given like V(2026-11-22).
    type: str
  resource_id:
    description:
      - Show only jobs about the thing with this id. O(resource_type) must be given, too.
    type: str
  resource_type:
    description:
      - Show only jobs about this kind of thing.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listAsyncJobs) takes V(account), V(domainid), V(isrecursive), V(keyword), V(listall), V(managementserverid),
        as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.event_info
"""

EXAMPLES = r"""
---
- name: The jobs that run are known
  cloudstack.cloud.async_job_info:
  register: found
"""

RETURN = r"""
---
async_jobs:
  description: The asynchronous jobs that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the job.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    job_id:
      description: Id of the job.
      returned: when it has one
      type: str
    command:
      description: Command that started the job.
      returned: when it has one
      type: str
      sample: org.apache.cloudstack.api.command.user.vm.DeployVMCmd
    job_status:
      description: 'State of the job: V(0) while it runs, V(1) when it went well, V(2) when it failed.'
      returned: when it has one
      type: int
      sample: 0
    process_status:
      description: How far the job has come.
      returned: when it has one
      type: int
    result_code:
      description: Code of the result.
      returned: when it has one
      type: int
    instance_type:
      description: Kind of the thing it works on.
      returned: when it has one
      type: str
    instance_id:
      description: Id of the thing it works on.
      returned: when it has one
      type: str
    account:
      description: Account that started it.
      returned: when it has one
      type: str
      sample: admin
    domain_path:
      description: Path of the account's domain.
      returned: when it has one
      type: str
    user_id:
      description: Id of the user who started it.
      returned: when it has one
      type: str
    management_server:
      description: Management server that works on it.
      returned: when it has one
      type: str
    created:
      description: When it was started.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    completed:
      description: When it ended.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.async_job import ASYNC_JOB
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ASYNC_JOB)


if __name__ == "__main__":
    main()
