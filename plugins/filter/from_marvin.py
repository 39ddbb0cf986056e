# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter from_marvin."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.marvin import zone_trees

DOCUMENTATION = r"""
name: from_marvin
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Read a data centre that is described for Marvin
description:
  - Turns the JSON with which Marvin, the test framework of Apache CloudStack, describes a data centre into the trees
    that the role P(cloudstack.cloud.zone#role) takes as C(zone_tree), one for each zone.
  - Passwords and secret keys are left out. Give them to the role with C(zone_host_password), for example from a vault.
  - Hosts have no names there. They are called after their URL.
  - Global settings, the database and the management servers of the description are not a part of a zone, and left out.
positional: _input
options:
  _input:
    description: The description, or its text. Lines that begin with a number sign are comments.
    type: raw
    required: true
"""

EXAMPLES = r"""
- name: Show the zones that a file describes
  ansible.builtin.debug:
    msg: "{{ text | cloudstack.cloud.from_marvin | map(attribute='name') }}"
  vars:
    text: '{"zones": [{"name": "zone-1", "networktype": "Advanced", "dns1": "192.0.2.53"}]}'
"""

RETURN = r"""
_value:
  description: The tree of each zone.
  type: list
  elements: dict
"""


def from_marvin(described: Any) -> list[dict[str, Any]]:
    """The tree of each zone; AnsibleFilterError tells why there is none."""
    try:
        return zone_trees(described)
    except TreeError as error:
        raise AnsibleFilterError(f"from_marvin: {error}") from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"from_marvin": from_marvin}
