# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module security_group_rule, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.security_group_rule import SECURITY_GROUP_RULE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import module_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module security_group_rule."""

    module = "security_group_rule"
    surface = module_of(SECURITY_GROUP_RULE)
