# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module instance_group_info, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance_group import INSTANCE_GROUP
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import info_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module instance_group_info."""

    module = "instance_group_info"
    surface = info_of(INSTANCE_GROUP)
