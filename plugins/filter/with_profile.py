# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter with_profile."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import profiles

DOCUMENTATION = r"""
name: with_profile
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Put a profile into the text of a configuration file
description:
  - Gives the text of C(cloudstack.ini), or of CloudMonkey's configuration, in which a profile has certain settings.
  - Other profiles, other settings of the same profile, and comments stay as they are.
positional: _input, name, values
options:
  _input:
    description: The text of the file; an empty one where there is none yet.
    type: str
    required: true
  name:
    description: The profile, which is the name of a section of the file.
    type: str
    required: true
  values:
    description: Settings of the profile.
    type: dict
    required: true
  head:
    description: Settings that stand before the first section. Only CloudMonkey has such.
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.bootstrap
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show what a file with one profile looks like
  ansible.builtin.debug:
    msg: "{{ '' | cloudstack.cloud.with_profile('lab', {'endpoint': 'https://cloud.example.com/client/api'}) }}"
"""

RETURN = r"""
_value:
  description: The text of the file. It is a secret where a setting is one.
  type: str
"""


def with_profile(text: str, name: str, values: dict[str, Any], head: dict[str, Any] | None = None) -> str:
    """The text with the profile; a bad value is the error of a filter."""
    try:
        return profiles.with_profile(text, name, values, head)
    except ValueError as error:
        raise AnsibleFilterError(f"with_profile: {error}") from None


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"with_profile": with_profile}
