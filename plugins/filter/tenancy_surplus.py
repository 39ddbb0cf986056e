# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tenancy_surplus."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import tenancy_surplus as source

DOCUMENTATION = r"""
name: tenancy_surplus
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what a domain has and a tree of tenants does not
description:
  - Compares a domain and all below it with a tree of tenants, and gives what the domain has besides as entries for the
    module M(cloudstack.cloud.converge).
positional: _input, domain, found
options:
  _input:
    description: The tree, as P(cloudstack.cloud.tenancy#role) takes it.
    type: dict
    required: true
  domain:
    description: Path of the domain. It must stand in the tree, and is not the root.
    type: str
    required: true
  found:
    description:
      - What there is. C(domains) as M(cloudstack.cloud.domain_info) shows them; C(accounts), C(users) and C(projects)
        are the results of loops over the paths of domains, C(members) and C(project_roles) of loops over projects.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show that a domain which has nothing has nothing too many
  ansible.builtin.debug:
    msg: "{{ {'domains': [{'name': 'acme'}]} | cloudstack.cloud.tenancy_surplus('ROOT/acme', found) }}"
  vars:
    found: {domains: [], accounts: [], users: [], projects: [], members: [], project_roles: []}
"""

RETURN = r"""
_value:
  description:
    - Under C(entries) what is too many, and under C(holders) the accounts and projects among it, whose instances and
      volumes would go with them.
  type: dict
"""


def tenancy_surplus(tree: dict[str, Any], domain: str, found: dict[str, Any]) -> dict[str, Any]:
    """What is too many; a bad domain is the error of a filter."""
    try:
        return source.tenancy_surplus(tree, domain, found)
    except source.TreeError as error:
        raise AnsibleFilterError(f"tenancy_surplus: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tenancy_surplus": tenancy_surplus}
