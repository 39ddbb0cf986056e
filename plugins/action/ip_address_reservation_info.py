# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module ip_address_reservation_info, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.ip_address_reservation import (
    IP_ADDRESS_RESERVATION,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import info_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module ip_address_reservation_info."""

    module = "ip_address_reservation_info"
    surface = info_of(IP_ADDRESS_RESERVATION)
