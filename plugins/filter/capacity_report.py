# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter capacity_report."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import capacity

DOCUMENTATION = r"""
name: capacity_report
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Judge how full a cloud is
description:
  - Gives a row for each capacity that there is any of, the fullest first, with its percentage and whether that is worth
    a warning.
positional: _input
options:
  _input:
    description: The list that M(cloudstack.cloud.capacity_info) returns; with O(by), the results of its loop.
    type: list
    required: true
  warning:
    description: From how many percent on a capacity is worth a warning.
    type: float
    default: 75
  critical:
    description: From how many percent on a capacity is critical.
    type: float
    default: 90
  thresholds:
    description: Other percentages for single capacities, by their name, each with C(warning), C(critical) or both.
    type: dict
    default: {}
  by:
    description: What the module was run for in a loop over the result of its info module.
    type: str
    choices: [zone, pod, cluster]
seealso:
  - module: cloudstack.cloud.capacity_info
"""

EXAMPLES = r"""
- name: Read the capacities
  cloudstack.cloud.capacity_info:
  register: capacities

- name: Show how full the cloud is
  ansible.builtin.debug:
    msg: "{{ (capacities.capacities | cloudstack.cloud.capacity_report(warning=60)).worst }}"
"""

RETURN = r"""
_value:
  description: The keys C(rows), C(counts) by verdict, and C(worst), the worst verdict.
  type: dict
"""


def capacity_report(
    capacities: Any, warning: Any = 75, critical: Any = 90, thresholds: Any = None, by: Any = None
) -> dict[str, Any]:
    """Judge how full a cloud is; AnsibleFilterError tells what is wrong with what was given."""
    try:
        found = capacity.in_places(capacities, by) if by else capacities
        return capacity.capacity_report(found, float(warning), float(critical), thresholds or {})
    except capacity.ThresholdError as error:
        raise AnsibleFilterError(f"capacity_report: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"capacity_report: what was given is not of the module capacity_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"capacity_report": capacity_report}
