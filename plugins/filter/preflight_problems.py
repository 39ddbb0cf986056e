# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter preflight_problems."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.preflight import preflight_problems

DOCUMENTATION = r"""
name: preflight_problems
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what a machine lacks to take its part in a cloud
description:
  - Makes sentences of what a machine told of itself. The playbook C(cloudstack.cloud.cloud) uses it before anything is
    changed.
positional: _input, parts, limits
options:
  _input:
    description:
      - Lines with a word for the kind of fact and, after tabulators, its values, as the script of that playbook prints
        them.
      - C(os) with ID and ID_LIKE, and version; C(uid); C(fqdn); C(name) with an address; C(clock) with the seconds
        apart from the controller; C(memory) in MiB; C(disk) with folder, free MiB, needed GiB; C(port) that is held;
        C(program) that is there; C(java) with its version; C(cpu) with C(vmx) or C(svm); C(kvm) with C(yes).
    type: list
    elements: str
    required: true
  parts:
    description: What the machine is to be, of C(database), C(management), C(balancer), C(nfs) and C(kvm).
    type: list
    elements: str
    required: true
  limits:
    description:
      - Limits in the place of the usual ones.
      - C(memory) in MiB, C(disk) with free GiB under folders, and C(ports) with the programs that may hold them, each
        by part; C(java), the oldest version; C(clock), the seconds that clocks may be apart.
    type: dict
    default: {}
"""

EXAMPLES = r"""
- name: Show what is missing
  ansible.builtin.debug:
    msg: "{{ told | cloudstack.cloud.preflight_problems(['kvm'], {'memory': {'kvm': 8192}}) }}"
  vars:
    told: ["os\tdebian\t12", "uid\t0", "fqdn\tkvm1.example.com", "clock\t0", "memory\t4000", "cpu\tvmx", "kvm\tyes"]
"""

RETURN = r"""
_value:
  description: A sentence for each thing that is missing; empty when nothing is.
  type: list
  elements: str
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"preflight_problems": preflight_problems}
