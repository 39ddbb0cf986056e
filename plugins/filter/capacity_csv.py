# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter capacity_csv."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import capacity

DOCUMENTATION = r"""
name: capacity_csv
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write how full a cloud is for a spreadsheet
description:
  - Gives the rows of a report as comma-separated values with a line of heads.
positional: _input
options:
  _input:
    description: What P(cloudstack.cloud.capacity_report#filter) returns.
    type: dict
    required: true
seealso:
  - module: cloudstack.cloud.capacity_info
"""

EXAMPLES = r"""
- name: Read the capacities
  cloudstack.cloud.capacity_info:
  register: capacities

- name: Show the heads of the table
  ansible.builtin.debug:
    msg: "{{ (report | cloudstack.cloud.capacity_csv).splitlines() | first }}"
  vars:
    report: "{{ capacities.capacities | cloudstack.cloud.capacity_report }}"
"""

RETURN = r"""
_value:
  description: The text.
  type: str
"""


def capacity_csv(report: Any) -> str:
    """Write how full a cloud is for a spreadsheet; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return capacity.capacity_csv(report)
    except capacity.ThresholdError as error:
        raise AnsibleFilterError(f"capacity_csv: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"capacity_csv: what was given is not of the module capacity_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"capacity_csv": capacity_csv}
