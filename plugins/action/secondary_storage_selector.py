# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module secondary_storage_selector, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.secondary_storage_selector import (
    SECONDARY_STORAGE_SELECTOR,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import module_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module secondary_storage_selector."""

    module = "secondary_storage_selector"
    surface = module_of(SECONDARY_STORAGE_SELECTOR)
