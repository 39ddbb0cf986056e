# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet_change."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_change import fleet_change as worked_out

DOCUMENTATION = r"""
name: fleet_change
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Put the changes of a fleet into an order
description:
  - Takes what M(cloudstack.cloud.converge) foretells in check mode and tells which instances are new, and in which
    batches the others change.
positional: _input, names, serial
options:
  _input:
    description: RV(cloudstack.cloud.converge#module:resources) of a run in check mode.
    type: list
    elements: dict
    required: true
  names:
    description: Names of the instances of the fleet in their order.
    type: list
    elements: str
    required: true
  serial:
    description: >-
      How many instances change at once: a number, a percentage of the fleet, or a list of these whose last one goes on.
      All of them where it is missing.
    type: raw
seealso:
  - plugin: cloudstack.cloud.fleet_snapshots
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show two batches of one instance each
  ansible.builtin.debug:
    msg: "{{ (plan.resources | cloudstack.cloud.fleet_change(['web-1', 'web-2'], 1)).batches }}"
  vars:
    plan:
      resources:
        - {kind: instance, name: web-1, changed: true, diff: {before: {group: a}, after: {group: b}}}
        - {kind: instance, name: web-2, changed: true, diff: {before: {group: a}, after: {group: b}}}
"""

RETURN = r"""
_value:
  description: >-
    The names of the instances that are C(new), the C(batches) of those that change and the C(others), and whether
    there are new affinity C(groups).
  type: dict
"""


def fleet_change(rows: Any, names: Any, serial: Any = None) -> Any:
    """Put changes into an order; AnsibleFilterError tells what is wrong."""
    try:
        return worked_out(rows, names, serial)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet_change": fleet_change}
