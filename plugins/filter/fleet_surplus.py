# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet_surplus."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_change import fleet_surplus as worked_out

DOCUMENTATION = r"""
name: fleet_surplus
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which instances a fleet no longer has
description:
  - Tells which instances carry the tag of a fleet and are not part of it, and fails when there are too many.
positional: _input, names, tag, limit
options:
  _input:
    description: The instances there are, as M(cloudstack.cloud.instance_info) shows them.
    type: list
    elements: dict
    required: true
  names:
    description: Names of the instances of the fleet.
    type: list
    elements: str
    required: true
  tag:
    description: The tag of the fleet, with C(key) and C(value).
    type: dict
    required: true
  limit:
    description: How many there may be.
    type: int
    required: true
seealso:
  - plugin: cloudstack.cloud.fleet
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show that web-2 is no longer part of the fleet
  ansible.builtin.debug:
    msg: "{{ [{'name': 'web-2', 'tags': [tag]}] | cloudstack.cloud.fleet_surplus(['web-1'], tag, 1) }}"
  vars:
    tag: {key: fleet, value: shop}
"""

RETURN = r"""
_value:
  description: The names of the instances.
  type: list
  elements: str
"""


def fleet_surplus(instances: Any, names: Any, tag: Any, limit: Any) -> Any:
    """Tell which instances are too many; AnsibleFilterError tells what is wrong."""
    try:
        return worked_out(instances, names, tag, limit)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet_surplus": fleet_surplus}
