# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter topology_mermaid."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import topology_mermaid as drawn
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.topology import zones_of

DOCUMENTATION = r"""
name: topology_mermaid
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Draw a cloud as Mermaid text
description:
  - Turns what info modules read into a flow chart as code hosts draw it inside a README.
  - A cluster of more than eight hosts, and a network of more than six instances, is one box with their number.
positional: _input
extends_documentation_fragment:
  - cloudstack.cloud.topology
"""

EXAMPLES = r"""
- name: Read the zones
  cloudstack.cloud.zone_info:
  register: zones

- name: Show the beginning of the chart
  ansible.builtin.debug:
    msg: "{{ (read | cloudstack.cloud.topology_mermaid).splitlines() | join(' ') }}"
  vars:
    read:
      zones: "{{ zones.zones }}"
"""

RETURN = r"""
_value:
  description: The text, without a fence around it.
  type: str
"""


def topology_mermaid(read: Any) -> str:
    """Draw a cloud as Mermaid text; AnsibleFilterError tells what is missing in what was read."""
    try:
        return drawn.topology_mermaid(zones_of(read))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"topology_mermaid: what was given is not what info modules return: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"topology_mermaid": topology_mermaid}
