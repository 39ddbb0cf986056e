# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter bridge_problems."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.bridge_rules import bridge_problems

DOCUMENTATION = r"""
name: bridge_problems
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what is wrong with the bridges of a KVM host
description:
  - Checks names, VLANs, addresses and sizes of bridges before anything is changed, and what CloudStack's agent asks of
    them, which otherwise shows only when the host is added or the first instance starts.
positional: _input, bridge_type, vxlan
options:
  _input:
    description:
      - The bridges, as O(cloudstack.cloud.kvm_host#role:main:kvm_host_bridges) of the role has them.
    type: list
    elements: dict
    required: true
  bridge_type:
    description: Whether Linux or Open vSwitch makes the bridges.
    type: str
    choices: [native, openvswitch]
    default: native
  vxlan:
    description: As O(cloudstack.cloud.kvm_host#role:main:kvm_host_vxlan) of the role has it.
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.kvm_host
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show what is wrong
  ansible.builtin.debug:
    msg: "{{ [{'name': 'cloudbr0', 'interface': 'wan0'}] | cloudstack.cloud.bridge_problems }}"
"""

RETURN = r"""
_value:
  description: A sentence for each problem.
  type: list
  elements: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"bridge_problems": bridge_problems}
