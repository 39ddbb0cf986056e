#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: user
short_description: Manage users
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, lock, disable, enable and remove users. A user logs in and calls the API on behalf of an
    account.
  - API keys are made on demand; see O(keys_registered).
  - An ordinary user may run it for the own user, to change names, the mail address or the password, or to get keys.
attributes:
  idempotent:
    support: partial
    details: With O(update_password=always), the password is sent at every run.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  username:
    description:
      - Name of the user, to log in with. It is unique in a domain.
    type: str
    required: true
  domain:
    description:
      - Domain of the user, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, the domain of the user who runs the task is meant.
    type: str
  account:
    description:
      - Account that the user belongs to. It can be changed to another account of the same domain.
      - Needed to create the user.
    type: str
  first_name:
    description:
      - First name.
      - Needed to create the user.
    type: str
  last_name:
    description:
      - Last name.
      - Needed to create the user.
    type: str
  email:
    description:
      - Mail address.
      - Needed to create the user.
    type: str
  password:
    description:
      - Password.
      - Needed to create the user.
      - It is only sent when the user is created, and never shown, compared or logged.
      - O(update_password=always) sends it
        to a user who exists, too.
    type: str
  update_password:
    description:
      - Whether to send O(password) only when the user is created, or at every run. Nobody can compare a password,
        so
        every task with V(always) reports a change.
    type: str
    choices:
      - on_create
      - always
    default: on_create
  current_password:
    description:
      - The password so far. Users who change their own password must give it.
    type: str
  password_change_required:
    description:
      - Whether the user must choose another password at the first login.
      - Used only when the user is created. The API does not show it, so it is not compared later.
      - Needs CloudStack 4.23 or newer.
    type: bool
  timezone:
    description:
      - Time zone, such as V(Europe/Zurich).
    type: str
  keys_registered:
    description:
      - Whether the user shall have API keys. With V(true) they are made where there are none, and both keys are
        returned;
        use C(no_log) for such a task. With V(false), keys are left as they are, and not returned.
      - M(cloudstack.cloud.user_key) manages several pairs of keys of a user, and removes them.
    type: bool
  api_key_access:
    description:
      - Whether the user may call the API with keys. V(inherit) leaves it to the account.
      - It can be changed since CloudStack 4.20.1.
      - Only root administrators see it.
    type: str
    choices:
      - enabled
      - disabled
      - inherit
  two_factor_mandated:
    description:
      - Whether the user must log in with a second factor.
      - It can be changed since CloudStack 4.18.
    type: bool
  two_factor_enabled:
    description:
      - V(false) turns the second factor of a user off, for example when the device is lost.
      - V(true) is refused, for only the users themselves can turn it on.
      - It can be changed since CloudStack 4.18.
    type: bool
  state:
    description:
      - V(present) makes sure that the user exists, and leaves the state alone; V(absent) that there is none.
      - V(enabled) and V(unlocked) let the user work. V(locked) and V(disabled) keep the user from logging in and
        calling.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - locked
      - unlocked
      - absent
    default: present
  poll_async:
    description:
      - Whether to wait until the last job of the task has ended.
    type: bool
    default: true
  id:
    description:
      - Id of an existing user. With it, a differing O(username) renames the user.
    type: str
seealso:
  - module: cloudstack.cloud.user_info
  - module: cloudstack.cloud.account
  - module: cloudstack.cloud.user_key
"""

EXAMPLES = r"""
---
- name: The user exists
  cloudstack.cloud.user:
    username: alice
    account: platform
    domain: ROOT/tenants
    first_name: Alice
    last_name: Example
    email: alice@example.com
    password: "{{ lookup('ansible.builtin.password', '/dev/null') }}"

- name: The user has API keys, which the task returns
  cloudstack.cloud.user:
    username: alice
    domain: ROOT/tenants
    keys_registered: true
  register: alice
  no_log: true

- name: The user gets another password
  cloudstack.cloud.user:
    username: alice
    domain: ROOT/tenants
    password: "{{ lookup('ansible.builtin.password', '/dev/null') }}"
    update_password: always

- name: The user must log in with a second factor
  cloudstack.cloud.user:
    username: alice
    domain: ROOT/tenants
    two_factor_mandated: true

- name: The user is locked
  cloudstack.cloud.user:
    username: alice
    domain: ROOT/tenants
    state: locked

- name: The user is removed
  cloudstack.cloud.user:
    username: alice
    domain: ROOT/tenants
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the user.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
username:
  description: Name of the user, to log in with.
  returned: when it exists
  type: str
domain:
  description: Domain of the user.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account that the user belongs to.
  returned: when it has one
  type: str
  sample: admin
first_name:
  description: First name.
  returned: when it has one
  type: str
last_name:
  description: Last name.
  returned: when it has one
  type: str
email:
  description: Mail address.
  returned: when it has one
  type: str
timezone:
  description: Time zone, such as V(Europe/Zurich).
  returned: when it has one
  type: str
keys_registered:
  description: Whether the user has API keys.
  returned: when it has one
  type: bool
api_key_access:
  description: Whether the user may call the API with keys.
  returned: when it has one
  type: str
  sample: enabled
two_factor_mandated:
  description: Whether the user must log in with a second factor.
  returned: when it has one
  type: bool
two_factor_enabled:
  description: Whether the user logs in with a second factor.
  returned: when it has one
  type: bool
account_type:
  description: Type of the account.
  returned: when it has one
  type: str
role:
  description: Role of the account.
  returned: when it has one
  type: str
role_type:
  description: Type of the role.
  returned: when it has one
  type: str
user_source:
  description: Where the user comes from.
  returned: when it has one
  type: str
is_default:
  description: Whether it is one of CloudStack's own.
  returned: when it has one
  type: bool
user_api_key:
  description: The API key.
  returned: when it has one
  type: str
user_api_secret:
  description: The secret key that belongs to it. Use C(no_log) for the task.
  returned: when it has one
  type: str
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
state:
  description: State of the user.
  returned: when it exists
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.user import USER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(USER)


if __name__ == "__main__":
    main()
