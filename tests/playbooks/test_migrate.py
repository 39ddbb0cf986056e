"""The playbook that moves other playbooks here: it foretells, shows and does the same, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.playbook

ZONE = "# a zone\n- ngine_io.cloudstack.zone:\n    name: '{{ x }}'   # kept\n"
FILES = {
    "site.yml": ZONE,
    "roles/web/tasks/main.yaml": "- cs_instance: {name: web}\r\n",
    "inventory/cloudstack.yml": "plugin: ngine_io.cloudstack.instance\n",
    "data.yml": '["ngine_io.cloudstack.zone"]\n',
    "other.yml": "- ngine_io.cloudstack.volcano:\n",
    "README.md": "ngine_io.cloudstack.zone\n",
    "plain.yml": "- ansible.builtin.debug:\n",
    "collections/ansible_collections/ngine_io/cloudstack/tests/zone.yml": ZONE,
}
CHANGED = {
    "site.yml": ZONE.replace("ngine_io.cloudstack", "cloudstack.cloud"),
    "roles/web/tasks/main.yaml": "- cloudstack.cloud.instance: {name: web}\r\n",
    "inventory/cloudstack.yml": "plugin: cloudstack.cloud.instance\n",
    "data.yml": '["cloudstack.cloud.zone"]\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (tmp_path / "old" / "site.yml").chmod(0o640)
    return tmp_path / "old"


def held(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_bytes().decode() for name in FILES}


def test_a_folder_is_moved_once_and_foretold(folder: Path, run_playbook: Any) -> None:
    path = {"migrate_path": str(folder)}
    told = run_playbook("cloudstack.cloud.migrate", path, check=True, diff=True)
    assert told.rc == 0, told.stdout + told.stderr
    assert held(folder) == FILES
    assert told.stdout.count("+- cloudstack.cloud.zone:") == 1
    assert "    name: '{{ x }}'   # kept" in told.stdout
    done = run_playbook("cloudstack.cloud.migrate", path, diff=True)
    assert done.rc == 0, done.stdout + done.stderr
    assert held(folder) == {**FILES, **CHANGED}
    assert (folder / "site.yml").stat().st_mode & 0o777 == 0o640
    assert "other.yml: ngine_io.cloudstack.volcano" in done.stdout
    again = run_playbook("cloudstack.cloud.migrate", path)
    assert (again.rc, again.changed) == (0, 0)


def test_a_folder_must_be_given(run_playbook: Any) -> None:
    run = run_playbook("cloudstack.cloud.migrate")
    assert run.rc != 0
    assert "Give the folder with migrate_path" in run.stdout
