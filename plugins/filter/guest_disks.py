# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter guest_disks."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet_words import guest_disks

DOCUMENTATION = r"""
name: guest_disks
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what guests have to do for their data disks
description:
  - Turns the data disks of instances of the role P(cloudstack.cloud.instances#role) that have a file system into a flat
    list.
positional: _input, volumes
options:
  _input:
    description: The options of each instance by its name, as P(cloudstack.cloud.fleet#filter) gives them.
    type: dict
    required: true
  volumes:
    description: The data disks there are, as M(cloudstack.cloud.volume_info) shows them.
    type: list
    elements: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.fleet
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show where the guest finds its disk
  ansible.builtin.debug:
    msg: "{{ fleet | cloudstack.cloud.guest_disks(volumes) }}"
  vars:
    fleet:
      web-1:
        data_disks:
          - {name: data, filesystem: ext4, mount: /srv/data}
    volumes:
      - {id: 5b19cdd7-e682-4f1d-89fe-02fc00000001, name: web-1-data, vm: web-1}
"""

RETURN = r"""
_value:
  description: >-
    Two lists: C(there) for the disks that their instances have, and C(missing) for the others. An entry holds
    C(instance), C(disk), C(device) (a path or a pattern for it), C(filesystem), C(mount) and C(mount_options).
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"guest_disks": guest_disks}
