# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet_others."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import fleet_others as decided
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError

DOCUMENTATION = r"""
name: fleet_others
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Put what stands beside a fleet in the place of the fleet
description:
  - Gives each entry for M(cloudstack.cloud.converge) the zone and the owner of a fleet, as far as its kind takes them
    and it does not name its own.
positional: _input, entries, place, data
options:
  _input:
    description: The variable that holds the entries, for messages.
    type: str
    required: true
  entries:
    description: The entries, each one kind with its options.
    type: list
    elements: dict
    required: true
  place:
    description: The C(zone), C(domain), C(account) and C(project); those without a value are left out.
    type: dict
    default: {}
  data:
    description: Whether volumes count.
    type: bool
    default: true
seealso:
  - plugin: cloudstack.cloud.instances
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show a network as the role would have it
  ansible.builtin.debug:
    msg: "{{ 'web' | cloudstack.cloud.fleet_others([{'network': {'name': 'web'}}], {'zone': 'zone-1'}) }}"
"""

RETURN = r"""
_value:
  description: The entries for M(cloudstack.cloud.converge).
  type: list
  elements: dict
"""


def fleet_others(variable: str, entries: Any, place: Any = None, data: Any = True) -> list[dict[str, Any]]:
    """Put entries in the place of a fleet; AnsibleFilterError tells which of them is none."""
    try:
        return decided.fleet_others(str(variable), entries or [], place, bool(data))
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet_others": fleet_others}
