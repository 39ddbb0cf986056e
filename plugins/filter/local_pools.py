# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter local_pools."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.local_pools import local_pools

DOCUMENTATION = r"""
name: local_pools
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what CloudStack's agent is to know of a host's own disks
description:
  - Gives the properties of the agent that make folders of a KVM host local primary storage, the ids of these pools,
    and what stands against it, such as a folder on a file system that is no disk of the host.
  - A folder keeps the id that it has. A new one has an id that is made from O(host) and its path, and is the same the
    next time.
positional: _input, properties, seen, host, free
options:
  _input:
    description:
      - The pools, as O(cloudstack.cloud.local_storage#role:main:local_storage_pools) of the role has them.
    type: list
    elements: dict
    required: true
  properties:
    description: The text of C(agent.properties).
    type: str
    required: true
  seen:
    description:
      - What the host has, in lines parted by tabs. V(place) is followed by a folder, the type of its file system, the
        free MiB and where it is mounted; V(pool) by the id and the folder of a pool of libvirt's own; V(filled) by a
        folder that is not empty; V(instance) by the name of one that runs.
    type: list
    elements: str
    required: true
  host:
    description: Name of the host.
    type: str
    required: true
  free:
    description: How many GiB a new pool needs where it says nothing itself.
    type: int
    default: 0
seealso:
  - plugin: cloudstack.cloud.local_storage
    plugin_type: role
"""

EXAMPLES = r"""
- name: Show the ids of two pools
  ansible.builtin.debug:
    msg: "{{ (pools | cloudstack.cloud.local_pools('guid=', [], 'kvm1')).ids }}"
  vars:
    pools:
      - path: /disks/a
      - path: /disks/b
"""

RETURN = r"""
_value:
  description:
    - V(settings) for C(agent.properties), the V(ids) of the pools, V(known) when CloudStack has added the host,
      V(instances) that run, V(usual), the folder of an agent that was told of none, and V(problems), a sentence each.
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"local_pools": local_pools}
