# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter evacuation."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import evacuation as decided

DOCUMENTATION = r"""
name: evacuation
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell where volumes can go
description:
  - Finds room for the volumes of some primary storages on others, of the same cluster or of the whole zone.
positional: _input
options:
  _input:
    description: The volumes of a zone, as M(cloudstack.cloud.volume_info) returns them.
    type: list
    required: true
  pools:
    description: The primary storages of the zone, as M(cloudstack.cloud.storage_pool_info) returns them.
    type: list
    required: true
  names:
    description: The storages that are to be emptied.
    type: list
    elements: str
    required: true
  to:
    description: The storages that may take volumes up.
    type: list
    elements: str
    default: []
seealso:
  - module: cloudstack.cloud.volume
  - module: cloudstack.cloud.storage_pool
"""

EXAMPLES = r"""
- name: Read the volumes
  cloudstack.cloud.volume_info:
  register: volumes

- name: Read the primary storages
  cloudstack.cloud.storage_pool_info:
  register: pools

- name: Show where the volumes can go
  ansible.builtin.debug:
    msg: "{{ (volumes.volumes | cloudstack.cloud.evacuation(pools.storage_pools, ['old-1'], ['new-1'])).moves }}"
"""

RETURN = r"""
_value:
  description:
    - C(moves), sentences; C(resources), entries for the module M(cloudstack.cloud.converge) that move the volumes;
      C(problems), sentences that say what cannot go; C(running), the running instances with volumes on the storages.
  type: dict
"""


def evacuation(volumes: Any, pools: Any, names: Any, to: Any = ()) -> dict[str, Any]:
    """Tell where volumes can go; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return decided.evacuation(volumes, pools, names, to)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"evacuation: what was given is not of volume_info and storage_pool_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"evacuation": evacuation}
