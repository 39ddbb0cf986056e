# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter draining."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import draining as decided

DOCUMENTATION = r"""
name: draining
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell whether hosts can be drained
description:
  - Looks whether the instances of some hosts find room on the other hosts of their clusters that are in service.
  - Memory and processors are looked at. What else binds an instance to a host, such as tags, affinity groups or local
    storage, only the server knows.
positional: _input
options:
  _input:
    description: The hosts of a zone, as M(cloudstack.cloud.host_info) returns them.
    type: list
    required: true
  instances:
    description: The instances of the zone, as M(cloudstack.cloud.instance_info) returns them.
    type: list
    required: true
  names:
    description: The hosts to be drained.
    type: list
    elements: str
    required: true
seealso:
  - module: cloudstack.cloud.host
"""

EXAMPLES = r"""
- name: Read the hosts
  cloudstack.cloud.host_info:
    zone: zone-1
  register: hosts

- name: Read the instances
  cloudstack.cloud.instance_info:
    zone: zone-1
  register: instances

- name: Show why the first host cannot be drained
  ansible.builtin.debug:
    msg: "{{ (hosts.hosts | cloudstack.cloud.draining(instances.instances, [hosts.hosts[0].name])).problems }}"
"""

RETURN = r"""
_value:
  description:
    - C(hosts), those that are not in maintenance yet; C(moves), the names of the instances on them; C(problems),
      sentences that say what finds no room.
  type: dict
"""


def draining(hosts: Any, instances: Any, names: Any) -> dict[str, Any]:
    """Tell whether hosts can be drained; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return decided.draining(hosts, instances, names)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"draining: what was given is not of host_info and instance_info: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"draining": draining}
