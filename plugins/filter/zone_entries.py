# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter zone_entries."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries

DOCUMENTATION = r"""
name: zone_entries
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Make entries for the module converge of a zone's layout
description:
  - Turns the layout of a zone into what the module M(cloudstack.cloud.converge) takes as
    O(cloudstack.cloud.converge#module:resources), in the steps between which the role P(cloudstack.cloud.zone#role)
    waits.
positional: _input
options:
  _input:
    description: What P(cloudstack.cloud.zone_layout#filter) gives.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.zone_layout
    plugin_type: filter
  - module: cloudstack.cloud.converge
"""

EXAMPLES = r"""
- name: Show what a zone consists of, by kind
  ansible.builtin.debug:
    msg: "{{ (zone_tree | cloudstack.cloud.zone_layout | cloudstack.cloud.zone_entries).all | map('first') }}"
"""

RETURN = r"""
_value:
  description:
    - Lists of entries under C(hosts) (everything up to the hosts), C(storage) (what needs hosts that are up) and
      C(opening) (the state of the zone), and all of them under C(all).
    - The entries may hold passwords, just as the tree does.
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"zone_entries": zone_entries}
