# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter drift_page."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.drift import drift_page

DOCUMENTATION = r"""
name: drift_page
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write drift reports as a page
description:
  - Writes what P(cloudstack.cloud.drift_report#filter) gives for one or many zones as a page of HTML that stands alone.
positional: _input
options:
  _input:
    description: The reports.
    type: list
    elements: dict
    required: true
  title:
    description: Title of the page.
    type: str
    default: Drift
seealso:
  - plugin: cloudstack.cloud.drift_report
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the beginning of a page
  ansible.builtin.debug:
    msg: "{{ ([report] | cloudstack.cloud.drift_page).splitlines()[0] }}"
  vars:
    report: "{{ {'resources': []} | cloudstack.cloud.drift_report({'name': 'zone-1'}) }}"
"""

RETURN = r"""
_value:
  description: The page.
  type: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"drift_page": drift_page}
