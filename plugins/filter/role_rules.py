# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter role_rules."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import role_rules as source

DOCUMENTATION = r"""
name: role_rules
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell the rules of a role that allows what modules and playbooks do
description:
  - Gives the rules, as M(cloudstack.cloud.role_permissions) takes them, of a role that allows each command that
    modules of this collection can send, and nothing else.
  - The commands of a module follow from its declaration, so a new version of the collection gives new rules where
    a module learns something. They include what is needed to find what options name.
positional: _input, playbooks
options:
  _input:
    description:
      - Names of modules, with or without C(cloudstack.cloud). Of an info module only what it reads is allowed.
      - For M(cloudstack.cloud.converge), name the kinds of its entries, too.
    type: list
    elements: str
    required: true
  playbooks:
    description:
      - Files with plays or tasks, or playbooks of the collection such as V(cloudstack.cloud.zone). The modules that
        they use are added, with those of files of tasks, playbooks and roles that they import or include.
      - Modules called by other collections, and those whose names are templates, are not seen.
    type: list
    elements: str
    default: []
seealso:
  - module: cloudstack.cloud.role_permissions
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show what a role for people who look after instances must allow
  ansible.builtin.debug:
    msg: "{{ ['instance', 'volume_info'] | cloudstack.cloud.role_rules }}"

- name: Show what a role must allow that builds zones
  ansible.builtin.debug:
    msg: "{{ [] | cloudstack.cloud.role_rules(playbooks=['cloudstack.cloud.zone']) }}"
"""

RETURN = r"""
_value:
  description: One rule for each command, with C(name) and C(permission), in alphabetical order.
  type: list
  elements: dict
"""


def role_rules(modules: list[str], playbooks: list[str] | None = None) -> list[dict[str, str]]:
    """The rules; what cannot be told is the error of a filter."""
    try:
        return source.role_rules(modules, playbooks or [])
    except source.RulesError as error:
        raise AnsibleFilterError(f"role_rules: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"role_rules": role_rules}
