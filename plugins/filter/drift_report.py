# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter drift_report."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import drift
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError

DOCUMENTATION = r"""
name: drift_report
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Say how a live zone differs from its tree
description:
  - Puts together what a check run of M(cloudstack.cloud.converge) with a zone tree tells, and what
    M(cloudstack.cloud.export) reads and the tree does not have.
positional: _input, tree, live
options:
  _input:
    description: The result of the check run.
    type: dict
    required: true
  tree:
    description: The tree as it shall be, as the role P(cloudstack.cloud.zone#role) takes it.
    type: dict
    required: true
  live:
    description: The tree as it was read; left out where there is no such zone.
    type: dict
seealso:
  - plugin: cloudstack.cloud.drift_text
    plugin_type: filter
  - plugin: cloudstack.cloud.drift_page
    plugin_type: filter
"""

EXAMPLES = r"""
- name: A tree is compared with the zone that was read
  ansible.builtin.set_fact:
    report: "{{ {'resources': []} | cloudstack.cloud.drift_report(tree, tree) }}"
  vars:
    tree:
      name: zone-1

- name: Show how it has drifted
  ansible.builtin.debug:
    msg: "{{ report.counts }}"
"""

RETURN = r"""
_value:
  description:
    - C(zone) is the name, C(drifted) tells whether there is any difference, C(counts) how many things of each sort.
    - C(things) has an entry for each, with C(kind), C(name), C(how) (V(differs), V(fixed), V(missing) or V(surplus)),
      C(fields) with the C(option) and its value C(live) and in the C(tree), and a C(note).
  type: dict
"""


def drift_report(checked: Any, tree: Any, live: Any = None) -> dict[str, Any]:
    """Compare a zone with its tree; AnsibleFilterError tells what is wrong with the tree or the result."""
    try:
        return drift.drift_report(checked["resources"], tree, live)
    except (TreeError, KeyError, TypeError) as error:
        raise AnsibleFilterError(f"drift_report: {error}") from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"drift_report": drift_report}
