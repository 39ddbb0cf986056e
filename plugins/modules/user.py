#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: user
short_version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description: Manage users
description:
  - Create, change, lock, disable, enable and remove users. A user logs in and calls the API on behalf of an
    account.
  - API keys are made on demand; see O(keys_registered).
  - An ordinary user may run it for the own user, to change names, the mail address or the password, or to get keys.
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
      - It is only sent when the user is created, and never shown, compared or logged. O(update_password=always)
        sends it
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
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.user import USER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(USER)


if __name__ == "__main__":
    main()
