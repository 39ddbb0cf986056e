# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter tree_text."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tree_text import tree_text

DOCUMENTATION = r"""
name: tree_text
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write variables as a YAML file with comments
description:
  - Writes variables, such as those that M(cloudstack.cloud.export) reads, as the text of a YAML file. The same
    variables always give the same text, with the keys in the order in which they stand.
  - A value that Ansible would take for a template is marked as C(!unsafe), for it is data of the cloud.
positional: _input, notes
options:
  _input:
    description: The variables.
    type: dict
    required: true
  notes:
    description:
      - Comments, each with C(at), the place that it stands at, and C(text). Without a place it heads the file.
      - One with C(variable) also puts the option at that place, with this variable as its value. It is omitted for as
        long as the variable is not defined.
    type: list
    elements: dict
    default: []
  title:
    description: First line of the comment that heads the file.
    type: str
    default: ""
seealso:
  - module: cloudstack.cloud.export
"""

EXAMPLES = r"""
- name: Show a tree as the file that it would be
  ansible.builtin.debug:
    msg: "{{ {'zone_tree': {'name': 'zone-1', 'dns1': '192.0.2.53'}} | cloudstack.cloud.tree_text }}"
"""

RETURN = r"""
_value:
  description: The text of the file.
  type: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"tree_text": tree_text}
