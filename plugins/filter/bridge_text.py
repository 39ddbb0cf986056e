# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter bridge_text."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import bridge_text as writers

DOCUMENTATION = r"""
name: bridge_text
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Write bridges in the words of a network's configuration
description:
  - Gives the text of a file that makes the bridges of a KVM host, and the interfaces and VLANs below them.
positional: _input, backend, bridge_type
options:
  _input:
    description:
      - The bridges, as O(cloudstack.cloud.kvm_host#role:main:kvm_host_bridges) of the role has them.
    type: list
    elements: dict
    required: true
  backend:
    description: Whose words are wanted.
    type: str
    choices: [ifupdown, netplan, nmstate]
    required: true
  bridge_type:
    description: Whether Linux or Open vSwitch makes the bridges.
    type: str
    choices: [native, openvswitch]
    default: native
seealso:
  - plugin: cloudstack.cloud.kvm_host
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show a bridge for netplan
  ansible.builtin.debug:
    msg: "{{ [{'name': 'cloudbr0', 'interface': 'eth0', 'dhcp': true}] | cloudstack.cloud.bridge_text('netplan') }}"
"""

RETURN = r"""
_value:
  description: The text of the file.
  type: str
"""


def bridge_text(bridges: list[dict[str, Any]], backend: str, bridge_type: str = "native") -> str:
    """The text of the configuration; an unknown backend is the error of a filter."""
    try:
        return writers.bridge_text(bridges, backend, bridge_type)
    except ValueError as error:
        raise AnsibleFilterError(f"bridge_text: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"bridge_text": bridge_text}
