# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import fleet as expanded

DOCUMENTATION = r"""
name: fleet
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Expand a fleet of instances
description:
  - Turns the variable C(instances_fleet) of the role P(cloudstack.cloud.instances#role) into one entry an instance.
  - An entry with a C(count) stands for several alike; its C(name) holds C(%d) or C(%02d) for the number.
positional: _input
options:
  _input:
    description: The fleet.
    type: list
    elements: dict
    required: true
  profile:
    description: Options of every instance that does not give its own.
    type: dict
    default: {}
  defaults:
    description: Options of every instance where the profile does not give them either.
    type: dict
    default: {}
  name:
    description: Name of the fleet, which its affinity groups are called after.
    type: str
seealso:
  - plugin: cloudstack.cloud.public_access
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show web-01, web-02 and web-03
  ansible.builtin.debug:
    msg: "{{ [{'name': 'web-%02d', 'count': 3}] | cloudstack.cloud.fleet(profile={'template': 'Debian 12'}) }}"
"""

RETURN = r"""
_value:
  description: The options of each instance by its name, in the order of the fleet.
  type: dict
"""


def fleet(entries: Any, profile: Any = None, defaults: Any = None, name: Any = None) -> dict[str, Any]:
    """Expand a fleet; AnsibleFilterError tells what is wrong with it."""
    try:
        return expanded(entries, profile, defaults, name)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet": fleet}
