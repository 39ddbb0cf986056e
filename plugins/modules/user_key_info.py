#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: user_key_info
short_description: List user keys
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all user keys that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  domain:
    description:
      - Domain in which the user is looked for.
    type: str
  user:
    description:
      - Show only key pairs of this user, given by name or id.
    type: str
  id:
    description:
      - Show only the user key with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listUserKeys) takes V(apikeyfilter), V(keyword), V(listall), V(showpermissions), as of CloudStack
        4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.user_key
"""

EXAMPLES = r"""
---
- name: The key pairs of the user are known
  cloudstack.cloud.user_key_info:
    user: carol
    domain: ROOT/tenants
  register: found
"""

RETURN = r"""
---
user_keys:
  description: The user keys that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the user key.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the pair.
      returned: when it exists
      type: str
    user:
      description: Name of the user.
      returned: when it exists
      type: str
    domain:
      description: Domain in which the user is looked for, given as its path (V(ROOT/web/dev)), its name or
        its id.
      returned: when the task gives it
      type: str
      sample: ROOT
    description:
      description: What people read about the pair.
      returned: when it has one
      type: str
    start_date:
      description: Since when the pair may be used, such as V(2027-01-31) or V(2027-01-31 08:00:00).
      returned: when it has one
      type: str
    end_date:
      description: Until when the pair may be used, such as V(2027-12-31) or V(2027-12-31 18:00:00).
      returned: when it has one
      type: str
    rules:
      description: What the pair may be used for, in the order in which the rules are asked.
      returned: when it has one
      type: list
      elements: str
    state:
      description: State of the pair.
      returned: when it has one
      type: str
    account:
      description: Account of the user.
      returned: when it has one
      type: str
      sample: admin
    role:
      description: Role of the account.
      returned: when it has one
      type: str
    created:
      description: When it was created.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
    user_api_key:
      description: The API key.
      returned: when it has one
      type: str
    user_api_secret:
      description: The secret key that belongs to it. Use C(no_log) for the task.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.user_key import USER_KEY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(USER_KEY)


if __name__ == "__main__":
    main()
