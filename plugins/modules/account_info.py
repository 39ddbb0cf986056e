#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: account_info
short_description: List accounts
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all accounts that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the account of this name or id.
    type: str
  domain:
    description:
      - Show only accounts of this domain, given by name or id.
    type: str
  account_type:
    description:
      - Show only accounts of this type.
    type: str
    choices:
      - user
      - root_admin
      - domain_admin
      - resource_admin
  account_state:
    description:
      - Show only accounts in this state.
    type: str
    choices:
      - enabled
      - disabled
      - locked
  id:
    description:
      - Show only the account with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listAccounts) takes V(apikeyaccess), V(details), V(iscleanuprequired), V(isrecursive), V(keyword),
        V(listall), V(showicon), V(tag), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.account
"""

EXAMPLES = r"""
---
- name: The accounts of the domain are known
  cloudstack.cloud.account_info:
    domain: ROOT/tenants
  register: found

- name: One account is known
  cloudstack.cloud.account_info:
    name: platform
    domain: ROOT/tenants
  register: found
"""

RETURN = r"""
---
accounts:
  description: The accounts that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(ACCOUNT)


if __name__ == "__main__":
    main()
