"""A module in the form of an action: it keeps one thing in a file, and lies as its option `lie` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ansible.plugins.action import ActionBase

FIXED = "size"


def told(held: dict[str, Any], wanted: dict[str, Any], check_mode: bool, lie: str) -> dict[str, Any]:
    """What a task answers: honest, or not."""
    before, after = dict(held), dict(wanted)
    if check_mode and lie == "check mode tells another diff":
        after = {**after, "name": "another"}
    if check_mode and lie == "check mode tells no change":
        return {"changed": False, **wanted}
    if before == after and lie == "the second run changes":
        return {"changed": True, "diff": {"before": before, "after": after}, **wanted}
    if before == after:
        return {"changed": False, **wanted}
    if lie == "the diff is empty":
        before = after
    return {"changed": True, "diff": {"before": before, "after": after}, **wanted}


class ActionModule(ActionBase):
    """Makes, changes and removes the thing."""

    _requires_connection = False

    def run(self, tmp: Any = None, task_vars: Any = None) -> dict[str, Any]:
        given = dict(self._task.args)
        lie, path = given.pop("lie"), Path(given.pop("path"))
        held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        wanted = {} if given.pop("state", "present") == "absent" else {"id": "1", **given}
        if held and wanted and wanted[FIXED] != held[FIXED] and lie != "a fixed option is changed":
            option = "name" if lie == "a refusal names another option" else FIXED
            says = "No." if lie == "a refusal says nothing" else f"{option}: it is fixed."
            return {"failed": True, "msg": says, "failure": {"option": option}}
        if wanted == {} and lie == "what is removed stays":
            wanted = held
        writes = not self._task.check_mode or lie == "check mode writes"
        if writes and wanted:
            path.write_text(json.dumps(wanted), encoding="utf-8")
        elif writes:
            path.unlink(missing_ok=True)
        return told(held, wanted, self._task.check_mode, lie)
