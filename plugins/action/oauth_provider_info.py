# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module oauth_provider_info, run where it is cheapest."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.oauth_provider import OAUTH_PROVIDER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import info_of
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess


class ActionModule(InProcess):
    """The action of the module oauth_provider_info."""

    module = "oauth_provider_info"
    surface = info_of(OAUTH_PROVIDER)
