# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter ids_by_name."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.listed import ids_by_name as ids

DOCUMENTATION = r"""
name: ids_by_name
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell the ids of things by their names
description:
  - Turns the result of an info module into a dictionary of names and ids, for commands that take ids.
positional: _input
options:
  _input:
    description: The result of an info module, or its list.
    type: raw
    required: true
  key:
    description:
      - What tells the things apart. Without it, that is C(name), C(display_name), C(username), C(ip_address) or
        C(path), the first that a thing has.
    type: str
seealso:
  - module: cloudstack.cloud.api
"""

EXAMPLES = r"""
- name: Read the zones
  cloudstack.cloud.zone_info:
  register: zones

- name: Show the id of a zone
  ansible.builtin.debug:
    msg: "{{ (zones | cloudstack.cloud.ids_by_name)['zone-1'] }}"
"""

RETURN = r"""
_value:
  description: The ids by the names. Two things of one name are an error.
  type: dict
"""


def ids_by_name(listed: Any, key: Any = None) -> dict[str, Any]:
    """The ids by the names; AnsibleFilterError tells why there are none."""
    try:
        return ids(listed, key)
    except TreeError as error:
        raise AnsibleFilterError(f"ids_by_name: {error}") from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"ids_by_name": ids_by_name}
