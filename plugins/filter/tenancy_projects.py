# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tenancy_projects."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import tenancy_projects

DOCUMENTATION = r"""
name: tenancy_projects
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which projects of a tree there are
description:
  - Picks those of the listed projects that a tree of tenants has.
positional: _input, tree
options:
  _input:
    description: The result of a loop of M(cloudstack.cloud.project_info) over paths of domains.
    type: dict
    required: true
  tree:
    description: The tree, as P(cloudstack.cloud.tenancy#role) takes it.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show that nothing of a tree is there
  ansible.builtin.debug:
    msg: "{{ {'results': []} | cloudstack.cloud.tenancy_projects({'domains': [{'name': 'acme'}]}) }}"
"""

RETURN = r"""
_value:
  description: The projects, each with C(project) and C(domain).
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tenancy_projects": tenancy_projects}
