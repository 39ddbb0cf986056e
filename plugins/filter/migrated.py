# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter migrated."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.module_utils.catalogue import names
from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import RENAMED
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.migration import left
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.migration import migrated as rewritten

DOCUMENTATION = r"""
name: migrated
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Replace the names of ngine_io.cloudstack
description:
  - Gives the text of a playbook, a variables file or an inventory the names of this collection in place of those of
    C(ngine_io.cloudstack). Also action groups, entries of C(collections), and tasks that use a module by the name it
    had in Ansible itself (C(cs_zone)).
  - Nothing else changes. Comments, quotes, line ends and order stay as they are. Names stand for the new ones in
    comments, too.
  - What this collection does not have is left alone.
  - The playbook C(cloudstack.cloud.migrate) does it with a whole folder.
positional: _input
options:
  _input:
    description: The text.
    type: str
    required: true
  only_left:
    description: Whether to give the names that would be left, as a list, and not the text.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Show a task as it will be
  ansible.builtin.debug:
    msg: "{{ '- ngine_io.cloudstack.zone:' | cloudstack.cloud.migrated }}"
"""

RETURN = r"""
_value:
  description: The text with the names of this collection, or the list of names that are left.
  type: raw
"""


def migrated(text: Any, only_left: bool = False) -> Any:
    """The text with the names of this collection; AnsibleFilterError where it is none."""
    if not isinstance(text, str):
        raise AnsibleFilterError(f"migrated: the input is a {type(text).__name__}, and has to be a text.")
    found = rewritten(text, names(), RENAMED)
    return left(found) if only_left else found


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"migrated": migrated}
