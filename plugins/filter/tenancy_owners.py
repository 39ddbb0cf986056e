# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tenancy_owners."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import tenancy_owners

DOCUMENTATION = r"""
name: tenancy_owners
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell who owns things in a tree of tenants
description:
  - Lists the accounts and the projects of a tree of tenants with their domains.
positional: _input
options:
  _input:
    description: The tree, as P(cloudstack.cloud.tenancy#role) takes it.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.export
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show the one owner of a tree
  ansible.builtin.debug:
    msg: "{{ {'domains': [{'name': 'acme', 'accounts': [{'name': 'shop'}]}]} | cloudstack.cloud.tenancy_owners }}"
"""

RETURN = r"""
_value:
  description: The owners, each with C(domain) and either C(account) or C(project).
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tenancy_owners": tenancy_owners}
