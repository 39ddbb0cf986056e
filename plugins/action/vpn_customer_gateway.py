# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module vpn_customer_gateway, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpn_customer_gateway import (
    VPN_CUSTOMER_GATEWAY,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import module_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module vpn_customer_gateway."""

    module = "vpn_customer_gateway"
    surface = module_of(VPN_CUSTOMER_GATEWAY)
