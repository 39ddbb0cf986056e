# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module converge, run where it is cheapest; here it shows how far it has come and what it changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from ansible import constants
from ansible.utils.display import Display

from ansible_collections.cloudstack.cloud.plugins.module_utils.arguments import Surface
from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.converge import CONVERGE, converge_work
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.in_process import InProcess
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.progress_display import ProgressDisplay, changes


class ActionModule(InProcess):
    """The action of the module converge."""

    module = "converge"
    surface = CONVERGE

    def _surface(self) -> Surface:
        if self._task.no_log:
            return self.surface
        return replace(self.surface, work=partial(converge_work, report=ProgressDisplay(Display())))

    def _in_process(self) -> dict[str, Any]:
        result = super()._in_process()
        if not self._task.no_log and False not in self._task.changed_when:
            for line in changes(result):
                Display().display(line, color=constants.COLOR_CHANGED)
        return result
