# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
name: changes
type: stdout
short_description: Show what changed, field by field
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Prints the screen output of P(ansible.builtin.default#callback), and under a task of this collection a table of what
    it created, changed, removed and left as it was, with every field before and after. A task of
    M(cloudstack.cloud.converge) with a hundred resources becomes as many lines as resources changed.
  - The table stands where the raw difference would stand with C(--diff), and also without C(--diff).
  - In check mode the table tells what a run would do.
  - With the command C(ansible), what an info module has found is printed in columns, one line for each thing, and so is
    the answer that M(cloudstack.cloud.api) got.
  - Colours only repeat what the words say.
extends_documentation_fragment:
  - default_callback
  - result_format_callback
requirements:
  - Set as C(stdout_callback) in the configuration, or in E(ANSIBLE_STDOUT_CALLBACK).
  - For the command C(ansible), E(ANSIBLE_LOAD_CALLBACK_PLUGINS) is set as well.
seealso:
  - module: cloudstack.cloud.converge
"""

from typing import Any, Mapping

from ansible import constants
from ansible.plugins.callback.default import CallbackModule as Default

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.changes import (
    NOTHING,
    answer,
    changes_of,
    listing,
    nothing_in,
    records_in,
    table,
)

COLLECTION = "cloudstack.cloud."
AD_HOC = "__adhoc_playbook__"
"""What Ansible calls the playbook that it makes for the command C(ansible)."""


class CallbackModule(Default):
    """The default output with a table of changes under each task of this collection."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "cloudstack.cloud.changes"

    def __init__(self) -> None:
        super().__init__()
        self._ad_hoc = False

    def v2_playbook_on_start(self, playbook: Any) -> None:
        self._ad_hoc = playbook._file_name == AD_HOC
        super().v2_playbook_on_start(playbook)

    def v2_playbook_on_play_start(self, play: Any) -> None:
        if not self._ad_hoc:
            super().v2_playbook_on_play_start(play)
        self._play = play

    def v2_playbook_on_stats(self, stats: Any) -> None:
        if not self._ad_hoc:
            super().v2_playbook_on_stats(stats)

    def v2_runner_on_ok(self, result: Any) -> None:
        lines = self._lines(result)
        super().v2_runner_on_ok(result)
        self._show(lines, result)

    def v2_runner_on_failed(self, result: Any, ignore_errors: bool = False) -> None:
        lines = self._lines(result)
        super().v2_runner_on_failed(result, ignore_errors)
        self._show(lines, result, failed=True)

    def v2_runner_item_on_ok(self, result: Any) -> None:
        lines = self._lines(result)
        super().v2_runner_item_on_ok(result)
        self._show(lines, result)

    def v2_runner_item_on_failed(self, result: Any) -> None:
        lines = self._lines(result)
        super().v2_runner_item_on_failed(result)
        self._show(lines, result, failed=True)

    def v2_on_file_diff(self, result: Any) -> None:
        if not _module(result):
            super().v2_on_file_diff(result)

    def _print_task_banner(self, task: Any) -> None:
        if self._ad_hoc:
            self._last_task_banner = task._uuid
        else:
            super()._print_task_banner(task)

    def _dump_results(self, result: Any, *args: Any, **more: Any) -> str:
        """Leave out of a failure what the table tells."""
        if self._display.verbosity == 0 and isinstance(result, dict) and {"failure", "resources"} <= set(result):
            result = {key: value for key, value in result.items() if key not in ("resources", "diff")}
        return super()._dump_results(result, *args, **more)

    def _lines(self, result: Any) -> list[str]:
        """What is to be shown under the line of a result; of a loop, each item has had its own."""
        module, told = _module(result), _told(result)
        if not module or "results" in told or "censored" in told:
            return []
        if module.endswith("_info") or ("resources" not in told and not told.get("changed")):
            return found(module, told) if self._ad_hoc else []
        name = _task(result).args.get("name")
        return table(changes_of(module, told, str(name) if isinstance(name, str) and "{{" not in name else ""))

    def _show(self, lines: list[str], result: Any, failed: bool = False) -> None:
        changed = _told(result).get("changed")
        colour = constants.COLOR_CHANGED if changed else constants.COLOR_OK
        if lines and (changed or failed or self.get_option("display_ok_hosts")):
            self._display.display("\n".join(lines), color=constants.COLOR_ERROR if failed else colour)


def found(module: str, told: Mapping[str, Any]) -> list[str]:
    """What a command of a person who only looks has found."""
    if module == "api":
        return answer(told.get("response"))
    return [f"  {NOTHING}"] if module.endswith("_info") and nothing_in(told) else listing(records_in(told))


def _task(result: Any) -> Any:
    """The task of a result; its older name is that of ansible-core 2.18."""
    return result.task if hasattr(result, "task") else result._task


def _told(result: Any) -> Mapping[str, Any]:
    """What a task returned; its older name is that of ansible-core 2.18."""
    told: Mapping[str, Any] = result.result if hasattr(result, "result") else result._result
    return told


def _module(result: Any) -> str:
    """The module of a result, without its collection; empty when it is of another one."""
    task = _task(result)
    action = str(getattr(task, "resolved_action", None) or task.action)
    return action[len(COLLECTION) :] if action.startswith(COLLECTION) else ""
