# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter zone_layout."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout as flattened

DOCUMENTATION = r"""
name: zone_layout
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Flatten the tree of a zone and derive what follows from it
description:
  - Turns the variable C(zone_tree) of the role P(cloudstack.cloud.zone#role) into flat lists, one a kind of thing, in
    the order of creation. Every entry names its parents.
  - Fills in what follows from the kind of the zone, such as providers, isolation and the offering of the shared
    network.
  - Fails where the tree contradicts itself, for example when two address ranges of one network overlap.
positional: _input
options:
  _input:
    description: The tree of a zone.
    type: dict
    required: true
  host:
    description: Options of every host that does not give its own, for example C(username) and C(password).
    type: dict
    default: {}
seealso:
  - plugin: cloudstack.cloud.zone_entries
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the clusters of a tree with their pods
  ansible.builtin.debug:
    msg: "{{ (zone_tree | cloudstack.cloud.zone_layout).clusters.keys() }}"
"""

RETURN = r"""
_value:
  description:
    - The options of the zone under C(zone), then lists such as C(physical_networks) and C(pods), mappings by path
      (C(clusters), C(storage_pools)) and by name (C(hosts), C(image_stores)), and the truths C(enabled) and
      C(runs_system_vms).
    - The entries of the mappings may hold passwords, just as the tree does.
  type: dict
"""


def zone_layout(tree: Any, host: Any = None) -> dict[str, Any]:
    """Flatten a zone tree; AnsibleFilterError tells where it contradicts itself."""
    try:
        return flattened(tree, host)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"zone_layout": zone_layout}
