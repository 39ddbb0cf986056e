# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter zone_removal."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_removal import zone_removal

DOCUMENTATION = r"""
name: zone_removal
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Say what must go before a zone can go, step by step
description:
  - Puts what a zone holds into steps for the module M(cloudstack.cloud.converge), in the order that the server
    demands. The role P(cloudstack.cloud.zone#role) takes a zone down with them.
positional: _input, read
options:
  _input:
    description: The zone, with its C(id) and C(name).
    type: dict
    required: true
  read:
    description: >-
      Results of M(cloudstack.cloud.api) in a loop, each for a list of what the zone holds, with C(item.kind).
    type: list
    elements: dict
    required: true
  tenants:
    description: Whether the things of tenants go, too.
    type: bool
    default: false
seealso:
  - plugin: cloudstack.cloud.zone
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show what goes with an empty zone
  ansible.builtin.debug:
    msg: "{{ ({'id': '1', 'name': 'zone-1'} | cloudstack.cloud.zone_removal([])).listed }}"
"""

RETURN = r"""
_value:
  description:
    - Under C(system_vms) what goes first, once the zone is closed, and under C(steps) what follows, each with C(name),
      C(resources), C(lines) and C(may_stay), whether it is no harm when the server keeps the things.
    - Under C(listed) everything that goes, and under C(tenants) what the tenants have, as lines to read.
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"zone_removal": zone_removal}
