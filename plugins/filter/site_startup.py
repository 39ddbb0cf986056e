# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter site_startup."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import site_power

DOCUMENTATION = r"""
name: site_startup
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell how a zone that was shut down is started again
description:
  - Says in which order what P(cloudstack.cloud.site_shutdown#filter) remembered is brought back into service.
positional: _input
extends_documentation_fragment:
  - cloudstack.cloud.site
options:
  _input:
    description: What was remembered.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.site_shutdown
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show what is done last
  ansible.builtin.debug:
    msg: "{{ (shut.memory | cloudstack.cloud.site_startup(read)).base[-1].name }}"
  vars:
    zone: {id: 6c7a8de2, name: zone-1, allocation_state: Enabled}
    read: {instances: [], routers: [], internal_lb_vms: [], system_vms: [], storage_pools: [], hosts: []}
    shut: "{{ zone | cloudstack.cloud.site_shutdown(read) }}"
"""

RETURN = r"""
_value:
  description:
    - C(base), the steps up to the system VMs, and C(rest), those after them, each with its C(name), the
      C(kind) and the C(names) of what it is about, and C(resources), entries as M(cloudstack.cloud.converge) takes
      them.
    - C(lines), a line for each step; C(gone), sentences about what is no longer there.
  type: dict
"""


def site_startup(memory: Any, read: Any) -> dict[str, Any]:
    """Tell how a zone is started again; AnsibleFilterError tells what is wrong with what was given."""
    try:
        found = site_power.startup_steps(memory, read)
    except site_power.SiteError as error:
        raise AnsibleFilterError(f"site_startup: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"site_startup: what was given is not of info modules: {type(error).__name__}: {error}"
        ) from error
    return {**found, "lines": list(site_power.lines([*found["base"], *found["rest"]]))}


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"site_startup": site_startup}
