# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter working_path."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

DOCUMENTATION = r"""
name: working_path
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Take a path as the one who runs a playbook of the collection means it
description:
  - Gives a relative path as the whole path in the working directory, where a playbook of this collection runs by its
    name, such as C(ansible-playbook cloudstack.cloud.tenancy). Ansible would look for it beside that playbook, which is
    inside the installed collection.
  - In any other playbook the path stays as it is, and so do whole paths and those that begin with C(~).
positional: _input, playbook_dir
options:
  _input:
    description: The path.
    type: str
    required: true
  playbook_dir:
    description: The folder of the playbook that runs, which Ansible knows as C(playbook_dir).
    type: str
    required: true
seealso:
  - plugin: cloudstack.cloud.tenancy
    plugin_type: role
  - plugin: cloudstack.cloud.export
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show where the keys would be written
  ansible.builtin.debug:
    msg: "{{ 'keys' | cloudstack.cloud.working_path(playbook_dir) }}"
"""

RETURN = r"""
_value:
  description: The path.
  type: str
"""

PLAYBOOKS = Path(__file__).resolve().parents[2] / "playbooks"
"""Where the collection has its own playbooks."""


def working_path(path: str, playbook_dir: str) -> str:
    """The path as it is meant where a playbook of the collection runs by its name."""
    inside = Path(playbook_dir).resolve() == PLAYBOOKS
    return str(Path.cwd() / path) if inside and path and not path.startswith("~") else path


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., str]]:
        return {"working_path": working_path}
