# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter differing_settings."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_state import differing_settings

DOCUMENTATION = r"""
name: differing_settings
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which settings of a database server are not as they should be
description:
  - Compares the settings in force with those that are wanted. Lists are compared without order, sizes such as V(4G) in
    bytes, and switches whichever way they are written.
positional: _input, wanted
options:
  _input:
    description: What the client prints of C(SHOW GLOBAL VARIABLES), without column names, line by line.
    type: list
    elements: str
    required: true
  wanted:
    description: The wanted value of each setting. V(log_bin) takes the base name of the log files.
    type: dict
    required: true
"""

EXAMPLES = r"""
- name: Show what differs
  ansible.builtin.debug:
    msg: "{{ ['max_connections\t151'] | cloudstack.cloud.differing_settings({'max_connections': 350}) }}"
"""

RETURN = r"""
_value:
  description: >-
    For each setting that differs its C(name), the value C(held), the value C(wanted), the C(literal) for a
    statement, and all of it C(told) in words.
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"differing_settings": differing_settings}
