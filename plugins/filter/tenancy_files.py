# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tenancy_files."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tenancy_entries import tenancy_files

DOCUMENTATION = r"""
name: tenancy_files
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell the files for API keys
description:
  - Names the file for each pair of keys, after the domain and the user, for user names repeat in domains, and after the
    pair where it has a name.
positional: _input
options:
  _input:
    description:
      - Users, each with C(username) and C(domain), the path of its domain; or pairs of keys, each with its C(name),
        C(user) and C(domain).
    type: list
    elements: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show where a user's keys are written
  ansible.builtin.debug:
    msg: "{{ [{'username': 'ci', 'domain': 'ROOT/acme'}] | cloudstack.cloud.tenancy_files }}"
"""

RETURN = r"""
_value:
  description: The same, each with the C(name) of the file.
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tenancy_files": tenancy_files}
