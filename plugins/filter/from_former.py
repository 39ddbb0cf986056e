# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter from_former."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.former_results import renewed

DOCUMENTATION = r"""
name: from_former
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Bring a former result into its new shape
description:
  - Gives a result that C(ngine_io.cloudstack) returned, such as one in a fact cache or in a saved file, the keys and
    shapes that the module of the same name returns in this collection.
  - What both have alike stays as it is.
positional: _input, module
options:
  _input:
    description: The result.
    type: dict
    required: true
  module:
    description: The name of the module, such as V(host).
    type: str
    required: true
"""

EXAMPLES = r"""
- name: Show the tags of an address as a list
  ansible.builtin.debug:
    msg: "{{ {'ip_address': '192.0.2.7', 'tags': {'role': 'web'}} | cloudstack.cloud.from_former('ip_address') }}"
"""

RETURN = r"""
_value:
  description: The result with the keys and shapes of this collection.
  type: dict
"""


def from_former(result: Any, module: str) -> dict[str, Any]:
    """The result in its new shape; AnsibleFilterError where it is no dictionary."""
    if not isinstance(result, dict):
        raise AnsibleFilterError(f"from_former: the input is a {type(result).__name__}, and has to be a dictionary.")
    return renewed(result, module)


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"from_former": from_former}
