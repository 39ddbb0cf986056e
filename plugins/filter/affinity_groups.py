# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter affinity_groups."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_words import affinity_groups

DOCUMENTATION = r"""
name: affinity_groups
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which affinity groups a fleet needs
description:
  - Turns the words V(together) and V(apart), which instances of the role P(cloudstack.cloud.instances#role) say, into
    options of M(cloudstack.cloud.affinity_group).
positional: _input, fleet, common
options:
  _input:
    description: The options of each instance by its name, as P(cloudstack.cloud.fleet#filter) gives them.
    type: dict
    required: true
  fleet:
    description: Name of the fleet, which the groups are called after.
    type: str
    required: true
  common:
    description: Options that all groups have. Those without a value are left out.
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.fleet
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the group shop-apart
  ansible.builtin.debug:
    msg: "{{ {'web-1': {'affinity': 'apart'}} | cloudstack.cloud.affinity_groups('shop') }}"
"""

RETURN = r"""
_value:
  description: Options of the module M(cloudstack.cloud.affinity_group), one entry a word that is used.
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"affinity_groups": affinity_groups}
