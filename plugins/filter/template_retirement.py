# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter template_retirement."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.template_catalogue import retirement

DOCUMENTATION = r"""
name: template_retirement
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell which old templates and ISOs go
description:
  - Finds, of each pattern of names, all but the newest ones that can be used. What a catalogue lists never goes, and
    what instances use only where that is said.
positional: _input, instances, rules, catalogue, used_too
options:
  _input:
    description: What info modules returned, by their keys C(templates) and C(isos).
    type: dict
    required: true
  instances:
    description: What C(listVirtualMachines) shows of all instances.
    type: list
    elements: dict
    required: true
  rules:
    description: >-
      Rules with C(pattern) of names, in which V(*) and V(?) stand for anything, C(keep), and C(kind), which is
      V(template) by default. The first one that fits a name counts.
    type: list
    elements: dict
    required: true
  catalogue:
    description: The catalogue. What is not there yet counts as newest.
    type: list
    elements: dict
    default: []
  used_too:
    description: Whether templates go that instances were made from.
    type: bool
    default: false
seealso:
  - plugin: cloudstack.cloud.template_catalogue
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Read the templates
  cloudstack.cloud.template_info:
  register: known

- name: Show which versions go
  ansible.builtin.debug:
    msg: "{{ {'templates': known.templates}
      | cloudstack.cloud.template_retirement([], [{'pattern': 'debian-12-*', 'keep': 2}]) }}"
"""

RETURN = r"""
_value:
  description:
    - Lists C(retired), C(spared) (those that instances use) and C(kept). Each entry has C(kind), C(name) and C(text),
      which is a sentence; one that goes has C(resource), an entry for M(cloudstack.cloud.converge).
  type: dict
"""


def template_retirement(read: Any, instances: Any, rules: Any, catalogue: Any = (), used_too: Any = False) -> Any:
    """Tell which old versions go; AnsibleFilterError tells what is wrong with a rule."""
    try:
        return retirement(read, instances, rules, catalogue, bool(used_too))
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"template_retirement": template_retirement}
