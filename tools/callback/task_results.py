"""Writes every task result and the closing statistics as JSON lines, for programs that judge a playbook run."""

from __future__ import annotations

import json
import os
from typing import Any

from ansible.parsing.ajson import AnsibleJSONEncoder
from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: task_results
type: aggregate
short_description: Write task results as JSON lines
description:
  - Appends one JSON object a line to the file that the environment variable E(TASK_RESULTS_FILE) names.
"""

RESULTS_FILE = "TASK_RESULTS_FILE"


class CallbackModule(CallbackBase):
    """Appends one line for each result, in the order in which Ansible reports them."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "task_results"
    CALLBACK_NEEDS_ENABLED = True

    def _write(self, record: dict[str, Any]) -> None:
        with open(os.environ[RESULTS_FILE], "a", encoding="utf-8") as stream:
            stream.write(json.dumps(record, cls=AnsibleJSONEncoder) + "\n")

    def _result(self, outcome: str, result: Any) -> None:
        self._write(
            {
                "outcome": outcome,
                "task": result.task.get_name().strip(),
                "action": result.task.action,
                "host": result.host.get_name(),
                "result": dict(result.result),
            }
        )

    def v2_runner_on_ok(self, result: Any) -> None:
        self._result("ok", result)

    def v2_runner_on_failed(self, result: Any, ignore_errors: bool = False) -> None:
        self._result("ignored" if ignore_errors else "failed", result)

    def v2_runner_on_skipped(self, result: Any) -> None:
        self._result("skipped", result)

    def v2_runner_on_unreachable(self, result: Any) -> None:
        self._result("unreachable", result)

    def v2_runner_item_on_ok(self, result: Any) -> None:
        self._result("item_ok", result)

    def v2_runner_item_on_failed(self, result: Any) -> None:
        self._result("item_failed", result)

    def v2_runner_item_on_skipped(self, result: Any) -> None:
        self._result("item_skipped", result)

    def v2_playbook_on_stats(self, stats: Any) -> None:
        self._write({"stats": {host: stats.summarize(host) for host in stats.processed}})
