# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module api_keys, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.api_keys import API_KEYS
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module api_keys."""

    module = "api_keys"
    surface = API_KEYS
