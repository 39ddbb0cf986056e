# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter account_statements."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_state import account_statements

DOCUMENTATION = r"""
name: account_statements
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell the statements that give database accounts what they lack
description:
  - Compares the accounts of a database server and their rights with those that are wanted. The role
    P(cloudstack.cloud.database#role) uses it.
positional: _input, accounts, databases
options:
  _input:
    description:
      - What the server holds, a row a line, with tabulators between the words. C(account NAME same|other tls|plain) for
        each account, and C(all NAME DATABASE), C(process NAME) and C(replication NAME) for each right, where C(NAME)
        is user and host with an at sign between them.
    type: list
    elements: str
    required: true
  accounts:
    description:
      - The wanted accounts, each with C(user), C(hosts), C(password), C(tls), C(rights) (V(all) or V(replication)) and
        C(force), which sets the password whatever it is.
    type: list
    elements: dict
    required: true
  databases:
    description: The databases that the right V(all) is about.
    type: list
    elements: str
    required: true
"""

EXAMPLES = r"""
- name: Show what is done for an account that is not there yet
  ansible.builtin.debug:
    msg: "{{ [] | cloudstack.cloud.account_statements([account], ['cloud']) | map(attribute='title') }}"
  vars:
    account:
      user: cloud
      hosts: [localhost]
      password: "{{ vault_database_password }}"
      tls: false
      rights: all
      force: false
"""

RETURN = r"""
_value:
  description: >-
    The statements in order, each with a C(title) that shows no secret, the C(sql), and whether that C(holds_secret).
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"account_statements": account_statements}
