"""What a log and a terminal show of a converge task while it works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playbook_run
import pytest
import yaml

from cloudstack_simulator.jobs import AfterSeconds

if TYPE_CHECKING:
    from conftest import Cloud, PlaybookRunner

pytestmark = pytest.mark.playbook

ZONE = {"name": "zone-1", "network_type": "Advanced", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}
NETWORKS = [{"physical_network": {"name": f"physical-{number}", "zone": "zone-1"}} for number in range(5)]
TASK = {"name": "many", "cloudstack.cloud.converge": {"resources": NETWORKS}}
BEGINNING = (
    f"[{'.' * 20}] 0 of 5 done, 5 running, 0 failed: "
    "physical_network physical-0, physical_network physical-1, physical_network physical-2 and 2 more"
)
END = f"[{'#' * 20}] 5 of 5 done, 0 running, 0 failed"


def play(*tasks: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"hosts": "localhost", "gather_facts": False, "tasks": list(tasks)}]


@pytest.fixture
def slow(cloud: Cloud, run_playbook: PlaybookRunner) -> Cloud:
    """A cloud with a zone, whose jobs take a while."""
    assert run_playbook(play({"name": "zone", "cloudstack.cloud.zone": ZONE})).rc == 0
    cloud.simulator.jobs.policy = AfterSeconds(3.5)
    return cloud


@pytest.mark.usefixtures("slow")
def test_a_log_gets_a_line_now_and_then(run_playbook: PlaybookRunner) -> None:
    run = run_playbook(play(TASK, {**TASK, "name": "again"}, {**TASK, "name": "hidden", "no_log": True}))
    assert run.rc == 0, run.stdout
    lines = [line for line in run.stdout.splitlines() if " done, " in line]
    assert (lines[0], lines[-1]) == (BEGINNING, END)
    assert len(lines) <= 6
    assert "\r" not in run.stdout


def test_a_terminal_shows_a_bar_that_moves(slow: Cloud, tmp_path: Path) -> None:
    book = tmp_path / "book.yml"
    book.write_text(yaml.safe_dump(play(TASK)), encoding="utf-8")
    environment = {**playbook_run.ansible_environment(tmp_path, slow.environment), "TERM": "xterm"}
    master, slave = os.openpty()
    command = [sys.executable, "-m", "ansible", "playbook", str(book)]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, stdout=slave) as process:
        os.close(slave)
        shown = b"".join(iter(lambda: read_from(master), b"")).decode()
    os.close(master)
    assert process.returncode == 0, shown
    drawn = [text for text in shown.split("\r") if " done, " in text]
    assert len(drawn) > 3
    assert drawn[0].rstrip() == BEGINNING[:79].rstrip()
    assert drawn[-1].rstrip() == END
    assert [text for text in drawn if "\n" in text] == [], "the bar moved to another line"
    assert shown.index("\n", shown.rindex(END)) < shown.index("changed: [localhost]"), "the bar's line does not end"


def read_from(terminal: int) -> bytes:
    """Read what is there; a terminal whose other end is closed gives an error on Linux."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
