# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter certificate_page."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.certificate_days import certificate_page

DOCUMENTATION = r"""
name: certificate_page
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write how long certificates are good yet as a page
description:
  - Writes what P(cloudstack.cloud.certificate_report#filter) gives as a page of HTML that stands alone.
positional: _input
options:
  _input:
    description: The report.
    type: dict
    required: true
  title:
    description: Title of the page.
    type: str
    required: true
seealso:
  - plugin: cloudstack.cloud.certificate_report
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the beginning of the page of certificates
  ansible.builtin.debug:
    msg: "{{ (report | cloudstack.cloud.certificate_page('Certificates')).splitlines()[0] }}"
  vars:
    report: "{{ [] | cloudstack.cloud.certificate_report({}, [], '2026-11-22T14:30:00+00:00') }}"
"""

RETURN = r"""
_value:
  description: The page.
  type: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"certificate_page": certificate_page}
