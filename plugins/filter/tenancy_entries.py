# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tenancy_entries."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import tenancy_entries as source

DOCUMENTATION = r"""
name: tenancy_entries
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Make entries for the module converge of a tree of tenants
description:
  - Turns a tree of domains, accounts, users and projects into what the module M(cloudstack.cloud.converge) takes as
    O(cloudstack.cloud.converge#module:resources).
positional: _input, password
options:
  _input:
    description: The tree, as P(cloudstack.cloud.tenancy#role) takes it.
    type: dict
    required: true
  password:
    description: The first password of the users that do not have one of their own.
    type: str
seealso:
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
  - module: cloudstack.cloud.converge
"""

EXAMPLES = r"""
- name: Show what a tree consists of, by kind
  ansible.builtin.debug:
    msg: "{{ ({'domains': [{'name': 'acme'}]} | cloudstack.cloud.tenancy_entries).all | map('first') }}"
"""

RETURN = r"""
_value:
  description:
    - Lists of entries under C(tenants) (everything but keys), C(keys) (the API keys of users, whose results are
      secrets), and both of them under C(all).
    - The entries hold the passwords that the tree has.
  type: dict
"""


def tenancy_entries(tree: dict[str, Any], password: str | None = None) -> dict[str, Any]:
    """The entries; a bad tree is the error of a filter."""
    try:
        return source.tenancy_entries(tree, password)
    except source.TreeError as error:
        raise AnsibleFilterError(f"tenancy_entries: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tenancy_entries": tenancy_entries}
