# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module static_nat_info, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_nat import STATIC_NAT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import info_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module static_nat_info."""

    module = "static_nat_info"
    surface = info_of(STATIC_NAT)
