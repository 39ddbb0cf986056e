"""Whose the things of a test are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def of_a_project(simulator: Any, records: Iterable[dict[str, Any]]) -> None:
    """Give records of the store to a project, whose things nobody sees who does not ask for those of projects."""
    status, _body = simulator.request("createProject", name="of-others", displaytext="of others")
    assert status == 200
    project = simulator.store.first("project", name="of-others")
    for record in records:
        record.pop("account", None)
        record["projectid"] = project["id"]
