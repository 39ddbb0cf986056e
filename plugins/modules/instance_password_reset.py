#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: instance_password_reset
short_description: Give guests new passwords
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Have CloudStack give the guest of an instance a new password, which the task returns once.
  - The instance must come from a template that sets passwords, and be stopped, see O(restart).
attributes:
  idempotent:
    support: none
    details: Each run sets a new password.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait
options:
  vm:
    description:
      - Name or id of the instance.
    type: str
    required: true
  zone:
    description:
      - Name or id of the zone in which O(vm) is looked for.
    type: str
    required: true
  password:
    description:
      - The new password. Without it, CloudStack makes one.
      - Needs CloudStack 4.19 or newer.
    type: str
  restart:
    description:
      - Whether a running instance may be stopped for it, and started again. With V(never), the task fails when the
        instance runs.
      - V(never) is also what counts without it.
    type: str
    choices:
      - never
      - allowed
notes:
  - Register the result with C(no_log), for the password stands in it.
seealso:
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: The guest of the legacy server has a new password
  cloudstack.cloud.instance_password_reset:
    zone: zone-1
    vm: legacy-1
    restart: allowed
  register: access
  no_log: true
"""

RETURN = r"""
---
id:
  description: Id of the instance password reset.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
vm:
  description: Name of the instance.
  returned: when it exists
  type: str
zone:
  description: Name of the zone in which C(vm) is looked for.
  returned: when the task gives it
  type: str
  sample: zone-1
state:
  description: State of the instance.
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
restart_required_for:
  description: Options whose change stops and starts the thing, or else takes effect at its next start.
  returned: when a change needs a stop
  type: list
  elements: str
password:
  description: The new password, which cannot be shown again.
  returned: when the task makes it
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_password_reset import (
    INSTANCE_PASSWORD_RESET,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(INSTANCE_PASSWORD_RESET)


if __name__ == "__main__":
    main()
