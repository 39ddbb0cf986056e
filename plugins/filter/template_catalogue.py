# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter template_catalogue."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.template_catalogue import catalogue_entries

DOCUMENTATION = r"""
name: template_catalogue
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Turn a catalogue of templates and ISOs into resources
description:
  - Makes an entry for M(cloudstack.cloud.converge) of each template and ISO in a catalogue. Those that name no zones
    are wanted in all of them.
positional: _input, need_checksum
options:
  _input:
    description: >-
      Options of M(cloudstack.cloud.template) and M(cloudstack.cloud.iso), and C(kind), which is V(template) by default.
    type: list
    elements: dict
    required: true
  need_checksum:
    description: Whether one without a checksum is an error.
    type: bool
    default: true
seealso:
  - plugin: cloudstack.cloud.template_retirement
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the entry for an ISO in all zones
  ansible.builtin.debug:
    msg: "{{ [{'kind': 'iso', 'name': 'rescue', 'url': 'http://example.com/a.iso'}]
      | cloudstack.cloud.template_catalogue(need_checksum=false) }}"
"""

RETURN = r"""
_value:
  description: The entries for M(cloudstack.cloud.converge).
  type: list
  elements: dict
"""


def template_catalogue(catalogue: Any, need_checksum: Any = True) -> list[dict[str, Any]]:
    """Turn a catalogue into entries; AnsibleFilterError tells what is wrong with it."""
    try:
        return catalogue_entries(catalogue, bool(need_checksum))
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"template_catalogue": template_catalogue}
