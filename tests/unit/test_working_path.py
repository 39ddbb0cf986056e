"""Relative paths where a playbook of the collection runs by its name, and elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from ansible_collections.cloudstack.cloud.plugins.filter.working_path import FilterModule
from helpers.collection import ROOT

OWN = str(ROOT / "playbooks")


@pytest.mark.parametrize(
    ("path", "playbook_dir", "found"),
    [
        ("keys", OWN, "HERE/keys"),
        ("../keys", f"{OWN}/tasks/..", "HERE/../keys"),
        ("/srv/keys", OWN, "/srv/keys"),
        ("~/keys", OWN, "~/keys"),
        ("", OWN, ""),
        ("keys", "/srv/playbooks", "keys"),
        ("keys", f"{OWN}/tasks", "keys"),
    ],
)
def test_a_path_is_meant_from_where_the_user_stands(
    path: str, playbook_dir: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    meant = FilterModule().filters()["working_path"]
    assert meant(path, playbook_dir) == found.replace("HERE", str(tmp_path))
