# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter rolling_update."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import rolling

DOCUMENTATION = r"""
name: rolling_update
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Choose the hosts of a rolling update
description:
  - Says which hosts are to be updated, in which order, which ones are done, and which ones are left alone.
  - A host that an earlier run has taken out of service, as a remark on it says, comes first.
positional: _input
options:
  _input:
    description: The hosts of a zone, as M(cloudstack.cloud.host_info) returns them.
    type: list
    required: true
  annotations:
    description: The remarks on hosts that are out of service, as M(cloudstack.cloud.annotation_info) returns them.
    type: list
    required: true
  mark:
    description: The remark that a rolling update leaves on a host that it takes out of service.
    type: str
    default: Taken out of service by a rolling update.
  hosts:
    description: Only hosts of these names.
    type: list
    elements: str
    default: []
  clusters:
    description: Only hosts of these clusters.
    type: list
    elements: str
    default: []
  skip:
    description: No hosts of these names.
    type: list
    elements: str
    default: []
  version:
    description: The version of the agent by which a host that is done is known. Without it, all are to be updated.
    type: str
    default: ""
  machines:
    description: Names in the inventory by names of hosts, for those that have another one there.
    type: dict
    default: {}
seealso:
  - module: cloudstack.cloud.host
"""

EXAMPLES = r"""
- name: Read the hosts
  cloudstack.cloud.host_info:
    zone: zone-1
  register: hosts

- name: Show how many hosts have another version
  ansible.builtin.debug:
    msg: "{{ (hosts.hosts | cloudstack.cloud.rolling_update([], version='4.23.0.0')).hosts | length }}"
"""

RETURN = r"""
_value:
  description:
    - C(hosts), those to be updated, each with its C(name), C(id), C(machine), C(ip_address), C(hypervisor), C(cluster)
      and C(marked), which says whether an earlier run has taken it out of service.
    - C(done), the names of those that have the version; C(left_alone) and C(problems), sentences.
  type: dict
"""

MARK = "Taken out of service by a rolling update."


def rolling_update(known: Any, annotations: Any, mark: str = MARK, **wish: Any) -> dict[str, Any]:
    """Choose the hosts of a rolling update; AnsibleFilterError tells what is wrong with what was given."""
    plain = {"hosts": [], "clusters": [], "skip": [], "version": "", "machines": {}}
    foreign = sorted(set(wish) - set(plain))
    if foreign:
        raise AnsibleFilterError(f"rolling_update: there is no option {', '.join(foreign)}.")
    try:
        return rolling.rolling_update(known, annotations, {"mark": mark, **plain, **wish})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"rolling_update: what was given is not of host_info and annotation_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"rolling_update": rolling_update}
