# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module vpn_user_info, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vpn_user import VPN_USER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import info_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module vpn_user_info."""

    module = "vpn_user_info"
    surface = info_of(VPN_USER)
