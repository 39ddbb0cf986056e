# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter system_vm_faults."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import machine_faults

DOCUMENTATION = r"""
name: system_vm_faults
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what is not well with system VMs
description:
  - Looks at states, agents, versions and health checks, and says what would mend what is not well.
positional: _input
options:
  _input:
    description: What M(cloudstack.cloud.system_vm_info) returns as a list.
    type: list
    required: true
  zones:
    description: The zones to look at, as M(cloudstack.cloud.zone_info) returns them.
    type: list
    required: true
  version:
    description: The version of the management server. Without it, versions are not looked at.
    type: str
    default: ""
seealso:
  - module: cloudstack.cloud.system_vm
"""

EXAMPLES = r"""
- name: Read the zones
  cloudstack.cloud.zone_info:
  register: zones

- name: Read what is in them
  cloudstack.cloud.system_vm_info:
  register: machines

- name: Show what is not well with system VMs
  ansible.builtin.debug:
    msg: "{{ machines.system_vms | cloudstack.cloud.system_vm_faults(zones.zones) | map(attribute='text') }}"
"""

RETURN = r"""
_value:
  description:
    - Entries with C(name), C(id), C(text), which is a sentence, and C(cure), which is what would mend it.
    - A cure is start, recreate, patch, or wait where nothing can be done but to look again.
  type: list
  elements: dict
"""


def system_vm_faults(machines: Any, zones: Any, version: str = "") -> list[dict[str, Any]]:
    """Tell what is not well with system VMs; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return machine_faults.system_vm_faults(machines, zones, version)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"system_vm_faults: what was given is not of system_vm_info and zone_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"system_vm_faults": system_vm_faults}
