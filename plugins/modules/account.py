#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: account
short_description: Manage accounts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change, lock, disable, enable and remove accounts. An account owns things, and its users act for it.
  - An account is made with its first user, or linked to a group or unit of an LDAP directory.
  - The name of an account is unique in its domain only.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  name:
    description:
      - Name of the account.
    type: str
    required: true
  domain:
    description:
      - Domain of the account, given as its path (V(ROOT/web/dev)), its name or its id.
      - Without it, the domain of the user who runs the task is meant.
    type: str
  username:
    description:
      - Name of the first user, to log in with.
      - Needed to create the account without O(ldap_domain).
      - Used only when the account is created. The API does not show it, so it is not compared later.
      - Use M(cloudstack.cloud.user) to change a user.
    type: str
  password:
    description:
      - Password of the first user.
      - Needed to create the account without O(ldap_domain).
      - It is only sent when the account is created, and never shown, compared or logged.
    type: str
  first_name:
    description:
      - First name of the first user.
      - Needed to create the account without O(ldap_domain).
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  last_name:
    description:
      - Last name of the first user.
      - Needed to create the account without O(ldap_domain).
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  email:
    description:
      - Mail address of the first user.
      - Needed to create the account without O(ldap_domain).
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  timezone:
    description:
      - Time zone of the first user, such as V(Europe/Zurich).
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  account_type:
    description:
      - Type of the account, which chooses CloudStack's own role of that type.
      - When the account is created without it and without O(role), V(user) is used.
      - With O(role), the type follows from the role.
      - CloudStack takes it only when the account is created; a task that wants another value later fails.
    type: str
    choices:
      - user
      - root_admin
      - domain_admin
      - resource_admin
  role:
    description:
      - Name or id of the role, which says what the users of the account may do.
    type: str
  network_domain:
    description:
      - DNS suffix of the networks of the account, for those that have none of their own.
    type: str
  details:
    description:
      - Details of the account, keys and values. Other details that it has are left alone.
    type: dict
  api_key_access:
    description:
      - Whether users of the account may call the API with their keys. V(inherit) leaves it to the domain.
      - It can be changed since CloudStack 4.20.1.
      - Only root administrators see it.
    type: str
    choices:
      - enabled
      - disabled
      - inherit
  ldap_domain:
    description:
      - Distinguished name of the group or unit of the directory whose members become users of the account, or its
        name.
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  ldap_type:
    description:
      - What O(ldap_domain) names.
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
    choices:
      - GROUP
      - OU
  ldap_admin:
    description:
      - Name of the user in the directory who becomes the first administrator of the account.
      - Used only when the account is created. The API does not show it, so it is not compared later.
    type: str
  state:
    description:
      - V(present) makes sure that the account exists, and leaves its state alone; V(absent) removes it with all
        that it
        owns.
      - V(enabled) and V(unlocked) let its users work. V(locked) keeps them from calling, V(disabled) stops the
        instances
        of the account, too.
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
      - Whether to wait until disabling or removing the account has ended.
    type: bool
    default: true
  id:
    description:
      - Id of an existing account. With it, a differing O(name) renames the account.
    type: str
seealso:
  - module: cloudstack.cloud.account_info
  - module: cloudstack.cloud.user
  - module: cloudstack.cloud.domain
  - module: cloudstack.cloud.role
"""

EXAMPLES = r"""
---
- name: The account of the web team exists
  cloudstack.cloud.account:
    name: web
    domain: ROOT/tenants
    username: web-admin
    password: "{{ lookup('ansible.builtin.password', '/dev/null') }}"
    first_name: Web
    last_name: Team
    email: web@example.com
    network_domain: web.example.com

- name: The account is locked while its bill is unpaid
  cloudstack.cloud.account:
    name: web
    domain: ROOT/tenants
    state: locked

- name: The account may work again
  cloudstack.cloud.account:
    name: web
    domain: ROOT/tenants
    state: unlocked

- name: The members of a group in the directory have an account
  cloudstack.cloud.account:
    name: operators
    domain: ROOT/tenants
    ldap_domain: cn=operators,ou=groups,dc=example,dc=com
    ldap_type: GROUP
    account_type: domain_admin

- name: The account of the web team is removed with all that it owns
  cloudstack.cloud.account:
    name: web
    domain: ROOT/tenants
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the account.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the account.
  returned: when it exists
  type: str
domain:
  description: Domain of the account.
  returned: when it has one
  type: str
  sample: ROOT
account_type:
  description: Type of the account.
  returned: when it has one
  type: str
  sample: user
role:
  description: Role of the account.
  returned: when it has one
  type: str
network_domain:
  description: DNS suffix of the networks of the account, for those that have none of their own.
  returned: when it has one
  type: str
details:
  description: Details of the account, keys and values.
  returned: when it has one
  type: dict
api_key_access:
  description: Whether users of the account may call the API with their keys.
  returned: when it has one
  type: str
  sample: enabled
role_type:
  description: Type of the role.
  returned: when it has one
  type: str
domain_path:
  description: Path of the domain.
  returned: when it has one
  type: str
is_default:
  description: Whether it is one of CloudStack's own.
  returned: when it has one
  type: bool
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
state:
  description: State of the account.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.account import ACCOUNT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(ACCOUNT)


if __name__ == "__main__":
    main()
