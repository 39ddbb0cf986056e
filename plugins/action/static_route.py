# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module static_route, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.static_route import STATIC_ROUTE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import module_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module static_route."""

    module = "static_route"
    surface = module_of(STATIC_ROUTE)
