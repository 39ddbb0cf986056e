# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter drift_text."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.drift import drift_text

DOCUMENTATION = r"""
name: drift_text
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write a drift report as lines
description:
  - Writes what P(cloudstack.cloud.drift_report#filter) gives as lines for a terminal or a log.
positional: _input
options:
  _input:
    description: The report.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.drift_report
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show a report
  ansible.builtin.debug:
    msg: "{{ ({'resources': []} | cloudstack.cloud.drift_report({'name': 'zone-1'})) | cloudstack.cloud.drift_text }}"
"""

RETURN = r"""
_value:
  description: The text.
  type: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"drift_text": drift_text}
