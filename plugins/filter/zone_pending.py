# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter zone_pending."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_pending import zone_pending

DOCUMENTATION = r"""
name: zone_pending
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what stands in parts of a zone that are not there yet
description:
  - In check mode, what belongs to a zone, pod or cluster that does not exist yet cannot be compared with the server.
  - This filter tells what that is, so that a check run can say it.
positional: _input
options:
  _input:
    description: What P(cloudstack.cloud.zone_layout#filter) gives.
    type: dict
    required: true
  there:
    description:
      - The names that exist, by kind (C(zone), C(physical_networks), C(guest_networks), C(pods)), and of
        C(clusters) the paths.
      - Of a kind that is missing nothing exists.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.zone_layout
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show everything that a new zone would get
  ansible.builtin.debug:
    msg: "{{ zone_tree | cloudstack.cloud.zone_layout | cloudstack.cloud.zone_pending({}) }}"
"""

RETURN = r"""
_value:
  description: One phrase for each thing that would be created or set up.
  type: list
  elements: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"zone_pending": zone_pending}
