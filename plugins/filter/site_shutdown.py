# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter site_shutdown."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import site_power

DOCUMENTATION = r"""
name: site_shutdown
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell how a zone is shut down, and what is to be started again
description:
  - Says what is taken out of service in which order, and what has to be remembered to bring the zone back as it was.
  - Instances are stopped in the reverse of the order in which P(cloudstack.cloud.site_startup#filter) starts them.
positional: _input
extends_documentation_fragment:
  - cloudstack.cloud.site
options:
  _input:
    description: The zone, as one of those that M(cloudstack.cloud.zone_info) returns.
    type: dict
    required: true
  before:
    description: What an earlier run remembered that was cut short. What it had stopped is not forgotten.
    type: dict
    default: {}
  tag:
    description: The key of a tag with the place of an instance in the order, a number. The lowest is started first.
    type: str
    default: start_order
  order:
    description: The place of instances without such a tag.
    type: int
    default: 100
  force:
    description: Whether instances that do not stop may be switched off.
    type: bool
    default: false
  storage:
    description: Whether primary storages of clusters and of the zone go into maintenance.
    type: bool
    default: true
  hosts:
    description: Whether hosts go into maintenance.
    type: bool
    default: true
seealso:
  - plugin: cloudstack.cloud.site_startup
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Read the instances
  cloudstack.cloud.instance_info:
    zone: zone-1
    list_all: true
    all_projects: true
  register: instances

- name: Show what is done first
  ansible.builtin.debug:
    msg: "{{ (zone | cloudstack.cloud.site_shutdown(read)).steps[0].name }}"
  vars:
    zone: {id: 6c7a8de2, name: zone-1, allocation_state: Enabled}
    read:
      instances: "{{ instances.instances }}"
      routers: []
      internal_lb_vms: []
      system_vms: []
      storage_pools: []
      hosts: []
"""

RETURN = r"""
_value:
  description:
    - C(memory), which P(cloudstack.cloud.site_startup#filter) takes.
    - C(steps), each with its C(name), the C(kind) and the C(names) of what it is about, and C(resources), entries as
      M(cloudstack.cloud.converge) takes them.
    - C(lines), a line for each step.
  type: dict
"""


def site_shutdown(zone: Any, read: Any, before: Any = None, tag: str = "start_order", order: Any = 100,
                  force: bool = False, storage: bool = True, hosts: bool = True) -> dict[str, Any]:  # fmt: skip
    """Tell how a zone is shut down; AnsibleFilterError tells what is wrong with what was given."""
    try:
        memory = site_power.remembered(zone, read, before or {}, tag, int(order))
        options = {"force": force, "storage": storage, "hosts": hosts}
        steps = site_power.shutdown_steps(memory, read, options)
    except site_power.SiteError as error:
        raise AnsibleFilterError(f"site_shutdown: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"site_shutdown: what was given is not of info modules: {type(error).__name__}: {error}"
        ) from error
    return {"memory": memory, "steps": steps, "lines": list(site_power.lines(steps))}


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"site_shutdown": site_shutdown}
