# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter capacity_page."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import capacity

DOCUMENTATION = r"""
name: capacity_page
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Draw how full a cloud is
description:
  - Gives the rows of a report as a page of HTML that stands alone, with a bar for each.
positional: _input
options:
  _input:
    description: What P(cloudstack.cloud.capacity_report#filter) returns.
    type: dict
    required: true
  title:
    description: What stands above.
    type: str
    default: Capacities
seealso:
  - module: cloudstack.cloud.capacity_info
"""

EXAMPLES = r"""
- name: Read the capacities
  cloudstack.cloud.capacity_info:
  register: capacities

- name: Show the first line of the page
  ansible.builtin.debug:
    msg: "{{ (report | cloudstack.cloud.capacity_page).splitlines() | first }}"
  vars:
    report: "{{ capacities.capacities | cloudstack.cloud.capacity_report }}"
"""

RETURN = r"""
_value:
  description: The page.
  type: str
"""


def capacity_page(report: Any, title: str = "Capacities") -> str:
    """Draw how full a cloud is; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return capacity.capacity_page(report, title)
    except capacity.ThresholdError as error:
        raise AnsibleFilterError(f"capacity_page: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"capacity_page: what was given is not of the module capacity_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"capacity_page": capacity_page}
