# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter with_settings."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import profiles

DOCUMENTATION = r"""
name: with_settings
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Put settings into the text of a configuration file
description:
  - Gives the text of a file of names and values, such as C(libvirtd.conf) or C(agent.properties), in which certain
    settings have certain values.
  - A line that has its value already stays as it is, and so do other settings and comments. What stands there twice
    is left once.
positional: _input, values, joint
options:
  _input:
    description: The text of the file; an empty one where there is none yet.
    type: str
    required: true
  values:
    description: The settings, as they stand in the file, with quotation marks where it wants them.
    type: dict
    required: true
  joint:
    description: What stands between a name and its value.
    type: str
    default: " = "
seealso:
  - plugin: cloudstack.cloud.kvm_host
    plugin_type: role
  - plugin: cloudstack.cloud.with_profile
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show what becomes of a file
  ansible.builtin.debug:
    msg: "{{ 'listen_tls = 1' | cloudstack.cloud.with_settings({'listen_tls': 0}) }}"
"""

RETURN = r"""
_value:
  description: The text of the file. It is a secret where a setting is one.
  type: str
"""


def with_settings(text: str, values: dict[str, Any], joint: str = " = ") -> str:
    """The text with the settings; a bad value is the error of a filter."""
    try:
        return profiles.with_settings(text, values, joint)
    except ValueError as error:
        raise AnsibleFilterError(f"with_settings: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"with_settings": with_settings}
