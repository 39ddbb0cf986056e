# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter fleet_snapshots."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_change import fleet_snapshots as worked_out

DOCUMENTATION = r"""
name: fleet_snapshots
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which snapshots a change of a fleet needs
description:
  - Tells which snapshots of disks are taken before the instances change, and which ones are removed afterwards.
positional: _input, change, fleet, wish, snapshots, common
options:
  _input:
    description: RV(cloudstack.cloud.converge#module:resources) of a run in check mode.
    type: list
    elements: dict
    required: true
  change:
    description: What P(cloudstack.cloud.fleet_change#filter) makes of it.
    type: dict
    required: true
  fleet:
    description: The options of each instance by its name, as P(cloudstack.cloud.fleet#filter) gives them.
    type: dict
    required: true
  wish:
    description: C(name), which the names of the snapshots have in them, and C(keep), how many of a disk are kept.
    type: dict
    required: true
  snapshots:
    description: The snapshots there are, as M(cloudstack.cloud.volume_snapshot_info) shows them.
    type: list
    elements: dict
    required: true
  common:
    description: Options that all snapshots have. Those without a value are left out.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.fleet_change
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the snapshot web-1-before-1
  ansible.builtin.debug:
    msg: "{{ rows | cloudstack.cloud.fleet_snapshots(change, {'web-1': {}}, {'name': 'before'}, [], zone) }}"
  vars:
    zone: {zone: zone-1}
    rows:
      - {kind: instance, name: web-1, changed: true, diff: {before: {group: a}, after: {group: b}}}
    change: "{{ rows | cloudstack.cloud.fleet_change(['web-1']) }}"
"""

RETURN = r"""
_value:
  description: >-
    Options of the module M(cloudstack.cloud.volume_snapshot): C(taken) holds a list for each instance that changes,
    C(gone) is the list of those that are removed.
  type: dict
"""


def fleet_snapshots(rows: Any, change: Any, fleet: Any, wish: Any, snapshots: Any, common: Any) -> Any:
    """Tell which snapshots are taken and which ones go; AnsibleFilterError tells what is wrong."""
    try:
        return worked_out(rows, change, fleet, wish, snapshots, common)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"fleet_snapshots": fleet_snapshots}
