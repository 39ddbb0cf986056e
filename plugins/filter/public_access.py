# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter public_access."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.address_ranges import TreeError
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.fleet import access as flattened

DOCUMENTATION = r"""
name: public_access
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Flatten public addresses to the rules behind them
description:
  - Turns the variable C(instances_public_addresses) of the role P(cloudstack.cloud.instances#role) into flat lists.
positional: _input, names
options:
  _input:
    description: The public addresses.
    type: list
    elements: dict
    required: true
  names:
    description: The names of the instances there are.
    type: list
    elements: str
    required: true
  network:
    description: The network of an address that names none.
    type: str
seealso:
  - plugin: cloudstack.cloud.fleet
    plugin_type: filter
  - plugin: cloudstack.cloud.reach
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show the firewall rules of all addresses
  ansible.builtin.debug:
    msg: "{{ (instances_public_addresses | cloudstack.cloud.public_access(['web-01'], 'web')).firewall_rules }}"
"""

RETURN = r"""
_value:
  description: >-
    C(addresses) by name, and the lists C(static_nats), C(port_forwards) and C(firewall_rules), whose entries name
    their C(address).
  type: dict
"""


def public_access(addresses: Any, names: Any, network: Any = None) -> dict[str, Any]:
    """Flatten public addresses; AnsibleFilterError tells what is wrong with them."""
    try:
        return flattened(addresses, names, network)
    except TreeError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"public_access": public_access}
