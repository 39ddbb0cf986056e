# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter preflight_folders."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.preflight import preflight_folders

DOCUMENTATION = r"""
name: preflight_folders
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which folders of a machine need how much space
description:
  - Names the folders that the parts of a cloud on a machine need space under. The playbook C(cloudstack.cloud.cloud)
    uses it before anything is changed.
positional: _input, limits
options:
  _input:
    description: What the machine is to be, of C(database), C(management), C(balancer), C(nfs) and C(kvm).
    type: list
    elements: str
    required: true
  limits:
    description: Limits in the place of the usual ones, as for P(cloudstack.cloud.preflight_problems#filter).
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.preflight_problems
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show where a database server needs space
  ansible.builtin.debug:
    msg: "{{ ['database'] | cloudstack.cloud.preflight_folders({'disk': {'database': {'/var/lib/mysql': 100}}}) }}"
"""

RETURN = r"""
_value:
  description: Free GiB that are needed, by folder.
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"preflight_folders": preflight_folders}
