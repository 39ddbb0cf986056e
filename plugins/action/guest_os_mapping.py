# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module guest_os_mapping, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.guest_os_mapping import GUEST_OS_MAPPING
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import module_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module guest_os_mapping."""

    module = "guest_os_mapping"
    surface = module_of(GUEST_OS_MAPPING)
