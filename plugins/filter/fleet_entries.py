# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet_entries."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import fleet_entries

DOCUMENTATION = r"""
name: fleet_entries
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Make entries for converge of a fleet
description:
  - Turns what P(cloudstack.cloud.fleet#filter) gives into the list that M(cloudstack.cloud.converge) takes for the kind
    C(instance).
  - What only the role P(cloudstack.cloud.instances#role) understands becomes options of M(cloudstack.cloud.instance),
    such as C(affinity), or is left out, such as C(ssh_user).
positional: _input
options:
  _input:
    description: The options of each instance by its name.
    type: dict
    required: true
  common:
    description: Options that all of them have. Those without a value are left out.
    type: dict
    default: {}
  only:
    description: Names of the instances that count; all of them by default.
    type: list
    elements: str
  fleet_name:
    description: Name of the fleet, which its affinity groups are called after.
    type: str
  tag:
    description: Tag (C(key) and C(value)) that every instance has besides its own.
    type: dict
    default: {}
  user_data:
    description: User data of some instances by their names.
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.fleet
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the entries of two instances
  ansible.builtin.debug:
    msg: "{{ fleet | cloudstack.cloud.fleet_entries({'zone': 'zone-1'}) }}"
  vars:
    fleet: "{{ [{'name': 'web-%d', 'count': 2}] | cloudstack.cloud.fleet }}"
"""

RETURN = r"""
_value:
  description: The options of the module M(cloudstack.cloud.instance) for each instance, in the order of the fleet.
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet_entries": fleet_entries}
