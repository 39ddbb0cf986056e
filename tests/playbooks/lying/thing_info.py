"""Lists what `thing` keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ansible.plugins.action import ActionBase


class ActionModule(ActionBase):
    """Reads the thing."""

    _requires_connection = False

    def run(self, tmp: Any = None, task_vars: Any = None) -> dict[str, Any]:
        path = Path(self._task.args["path"])
        there = path.exists() and self._task.args["lie"] != "the list has nothing"
        return {"changed": False, "things": [json.loads(path.read_text(encoding="utf-8"))] if there else []}
