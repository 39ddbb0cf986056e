# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter topology_page."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import topology_page as drawn
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.topology import zones_of

DOCUMENTATION = r"""
name: topology_page
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Draw a cloud as a page
description:
  - Turns what info modules read into a page of HTML that stands alone, with pictures of pods, clusters and hosts, of
    storage, of physical networks and what they carry, and of guest networks with public addresses and instances.
  - What is too much to see at once is folded away. Names are shown as they are, whatever is in them.
positional: _input
extends_documentation_fragment:
  - cloudstack.cloud.topology
options:
  title:
    description: What stands above.
    type: str
    default: The cloud
"""

EXAMPLES = r"""
- name: Read the zones
  cloudstack.cloud.zone_info:
  register: zones

- name: Show the beginning of the page
  ansible.builtin.debug:
    msg: "{{ (read | cloudstack.cloud.topology_page).splitlines() | first }}"
  vars:
    read:
      zones: "{{ zones.zones }}"
"""

RETURN = r"""
_value:
  description: The page.
  type: str
"""


def topology_page(read: Any, title: str = "The cloud") -> str:
    """Draw a cloud as a page; AnsibleFilterError tells what is missing in what was read."""
    try:
        return drawn.topology_page(zones_of(read), title)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"topology_page: what was given is not what info modules return: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"topology_page": topology_page}
