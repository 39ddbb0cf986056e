# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter reach."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import reach

DOCUMENTATION = r"""
name: reach
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell where instances answer
description:
  - Tells the address and port at which each instance answers, by static NAT, through a forwarded port, or at its own
    address.
positional: _input, behind, addresses
options:
  _input:
    description: Instances as M(cloudstack.cloud.instance) shows them.
    type: list
    elements: dict
    required: true
  behind:
    description: What P(cloudstack.cloud.public_access#filter) gives.
    type: dict
    required: true
  addresses:
    description: The IP addresses by the name of the public address.
    type: dict
    required: true
  port:
    description: The port of the instance.
    type: int
    default: 22
seealso:
  - plugin: cloudstack.cloud.public_access
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show where an instance without a public address answers
  ansible.builtin.debug:
    msg: "{{ [{'name': 'web', 'default_ip': '10.1.1.5'}] | cloudstack.cloud.reach(behind, {}) }}"
  vars:
    behind: "{{ [] | cloudstack.cloud.public_access(['web']) }}"
"""

RETURN = r"""
_value:
  description: >-
    For each instance its C(name), the C(host) and C(port) at which it answers, and C(by) which way (V(static_nat),
    V(port_forward) or V(network)).
  type: list
  elements: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"reach": reach}
