# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The input of filters that draw a cloud."""

from __future__ import annotations


class ModuleDocFragment:
    """What is drawn."""

    DOCUMENTATION = r"""
options:
  _input:
    description:
      - What info modules returned, by their keys, such as C(zones), C(pods), C(clusters), C(hosts), C(storage_pools),
        C(image_stores), C(physical_networks), C(traffic_types), C(networks), C(ip_addresses), C(instances) and
        C(system_vms). What is left out is not drawn.
    type: dict
    required: true
"""
