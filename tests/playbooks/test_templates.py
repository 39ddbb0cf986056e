"""The playbook `templates` keeps a catalogue: registers, waits, and retires old versions that nothing uses."""

from __future__ import annotations

from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.templates"
HAVE = "Every zone has what the catalogue lists"
GONE = "Old versions are gone"
TOLD = "What becomes of each version is told"
CHECKSUM = "{MD5}0123456789abcdef0123456789abcdef"


def image(name: str) -> dict[str, Any]:
    """A template of the catalogue."""
    return {
        "name": name,
        "url": f"http://example.com/{name}.qcow2",
        "checksum": CHECKSUM,
        "format": "QCOW2",
        "hypervisor": "Simulator",
        "os_type": "CentOS 5.6 (64-bit)",
    }


ISO = {"kind": "iso", "name": "rescue", "url": "http://example.com/rescue.iso", "checksum": CHECKSUM}
CATALOGUE = {
    "templates_catalogue": [image("deb-4"), {**ISO, "os_type": "CentOS 5.6 (64-bit)"}],
    "templates_keep": [{"pattern": "deb-*", "keep": 2}],
}


@pytest.fixture
def old(simulator: Any, run_playbook: Any) -> None:
    """Three versions, the second one in use."""
    build(simulator, plan("zones=2,hosts=2,networks=1,instances=1"))
    made = run_playbook(BOOK, {"templates_catalogue": [image(f"deb-{number}") for number in (1, 2, 3)]})
    assert made.rc == 0, made.stdout + made.stderr
    for number in (1, 2, 3):
        simulator.store.first("template", name=f"deb-{number}")["created"] = f"2026-01-0{number}T00:00:00+0000"
    simulator.store.first("virtualmachine")["templateid"] = simulator.store.first("template", name="deb-2")["id"]
    simulator.clear_calls()


def test_a_catalogue_is_kept(old: None, run_playbook: Any, simulator: Any) -> None:
    told = run_playbook(BOOK, CATALOGUE, check=True, diff=True)
    assert (told.rc, simulator.writes) == (0, 0), told.stdout + told.stderr
    simulator.downloads.looks = 1
    done = run_playbook(BOOK, CATALOGUE, diff=True)
    assert done.rc == 0, done.stdout + done.stderr
    assert told.changed == done.changed == 2
    assert told.task(HAVE).diff["after"] == done.task(HAVE).diff["after"]
    assert told.task(GONE).diff == done.task(GONE).diff
    assert told.task(TOLD).result["msg"] == done.task(TOLD).result["msg"]
    assert [one.split(" of ")[0] for one in done.task(TOLD).result["msg"]] == ["template deb-1", "template deb-2"]
    names = {one["name"] for one in simulator.store.all("template") if one["name"].startswith("deb-")}
    assert names == {"deb-2", "deb-3", "deb-4"}
    simulator.clear_calls()
    again = run_playbook(BOOK, CATALOGUE)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr


def test_nothing_goes_when_too_much_would_or_an_image_is_another_one(
    old: None, run_playbook: Any, simulator: Any
) -> None:
    many = run_playbook(BOOK, {**CATALOGUE, "templates_catalogue": [], "templates_retire_limit": 0})
    assert (many.rc, simulator.writes) == (2, 0)
    assert "templates_retire_limit: 1 versions are too many, and one run retires 0 at most" in many.failures[0].msg
    other = {**image("deb-3"), "checksum": CHECKSUM.replace("0", "f")}
    changed = run_playbook(BOOK, {**CATALOGUE, "templates_catalogue": [other]})
    assert (changed.rc, simulator.writes) == (2, 0)
    assert "checksum: the template 'deb-3' has" in str(changed.failures[0].result)
