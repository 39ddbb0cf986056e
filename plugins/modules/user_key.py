#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: user_key
short_description: Manage pairs of API keys
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Make and remove pairs of API keys of a user. Each pair has a name, and may have dates and rules that narrow it.
  - Needs CloudStack 4.23 or newer. With older versions a user has one pair; see M(cloudstack.cloud.user).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the pair.
    type: str
    required: true
  user:
    description:
      - Name or id of the user.
    type: str
    required: true
  domain:
    description:
      - Domain in which the user is looked for, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, the user name must stand for one user only.
    type: str
  description:
    description:
      - What people read about the pair.
      - It is only changed with O(force_recreate=true).
    type: str
  start_date:
    description:
      - Since when the pair may be used, such as V(2027-01-31) or V(2027-01-31 08:00:00).
      - It is only changed with O(force_recreate=true).
    type: str
  end_date:
    description:
      - Until when the pair may be used, such as V(2027-12-31) or V(2027-12-31 18:00:00).
      - It is only changed with O(force_recreate=true).
    type: str
  rules:
    description:
      - What the pair may be used for, in the order in which the rules are asked. Without rules, it is all that the
        user may do.
      - It is only changed with O(force_recreate=true).
    type: list
    elements: dict
    suboptions:
      rule:
        description:
          - Name of a command, or the beginning of one and an asterisk.
        type: str
        required: true
      permission:
        description:
          - Whether the commands may be used.
        type: str
        choices:
          - allow
          - deny
        default: allow
      description:
        description:
          - What people read about the rule.
        type: str
  force_recreate:
    description:
      - Whether to make the pair anew, with other keys, when another description, other dates or other rules are wanted.
    type: bool
    default: false
  keys_shown:
    description:
      - Whether the result holds the keys of a pair that exists, too. Those of a new pair are always in it.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the pair exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
  poll_async:
    description:
      - Whether to wait until the last job of the task has ended.
    type: bool
    default: true
  id:
    description:
      - Id of an existing pair. It takes the place of the options that identify the pair.
    type: str
seealso:
  - module: cloudstack.cloud.user_key_info
  - module: cloudstack.cloud.user
"""

EXAMPLES = r"""
---
- name: The build server has a pair of keys that only reads
  cloudstack.cloud.user_key:
    name: build server
    user: carol
    domain: ROOT/tenants
    end_date: "2030-12-31"
    rules:
      - rule: list*
      - rule: "*"
        permission: deny
  register: build_keys
  no_log: true

- name: The keys of the build server are known
  cloudstack.cloud.user_key:
    name: build server
    user: carol
    domain: ROOT/tenants
    keys_shown: true
  register: build_keys
  no_log: true

- name: The pair is removed
  cloudstack.cloud.user_key:
    name: build server
    user: carol
    domain: ROOT/tenants
    state: absent
"""

RETURN = r"""
---
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
  description: Domain in which the user is looked for, given as its path (V(ROOT/web/dev)), its name or its
    id.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.user_key import USER_KEY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(USER_KEY)


if __name__ == "__main__":
    main()
