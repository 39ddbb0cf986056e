"""The playbook `capacity_report` tells how full a cloud is, and ends as a pipeline wants it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.capacity_report"


@pytest.fixture(autouse=True)
def _cloud(simulator: Any) -> None:
    """Two zones; of the processor cores, a quarter is given away."""
    build(simulator, plan("zones=2,hosts=3,networks=2,instances=6"))
    simulator.clear_calls()


@pytest.mark.parametrize("by", ["zone", "pod", "cluster"])
def test_files_and_stats_say_the_same(by, run_playbook, simulator, tmp_path):
    files = {f"capacity_{kind}_file": str(tmp_path / f"report.{kind}") for kind in ("json", "csv", "html")}
    wanted = {**files, "capacity_by": by, "capacity_thresholds": {"CPU_CORE": {"warning": 20}}}
    first = run_playbook(BOOK, wanted)
    assert (first.rc, first.changed, simulator.writes) == (0, 3, 0), first.stdout + first.stderr
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["worst"], report["counts"]["warning"]) == ("warning", 2)
    assert {row["zone"] for row in report["rows"]} == {"zone-1", "zone-2"}
    assert all(bool(row["cluster"]) is (by == "cluster") for row in report["rows"])
    assert len((tmp_path / "report.csv").read_text(encoding="utf-8").splitlines()) == len(report["rows"]) + 1
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count("CPU_CORE") == 2
    assert len(first.task("What is not well is shown").result["msg"]) == 2
    assert run_playbook(BOOK, wanted).changed == 0


@pytest.mark.parametrize(
    ("wanted", "rc", "said"),
    [
        ({"capacity_fail_on": "warning"}, 0, ""),
        ({"capacity_fail_on": "warning", "capacity_warning": 20}, 2, "0 capacities are critical and 2 worth a warning"),
        ({"capacity_fail_on": "critical", "capacity_warning": 20}, 0, ""),
        (
            {"capacity_fail_on": "critical", "capacity_warning": 5, "capacity_critical": 20},
            2,
            "2 capacities are critical",
        ),
        ({"capacity_zones": ["zone-9"]}, 2, "there is no zone zone-9. There are zone-1, zone-2."),
        ({"capacity_warning": 150}, 2, "capacity_warning is '150' and capacity_critical is '90': give percentages"),
        ({"capacity_by": "rack"}, 2, "capacity_by is 'rack': give zone, pod or cluster."),
        ({"capacity_thresholds": {"RAM": {}}}, 2, "there is no capacity RAM"),
    ],
)
def test_the_run_ends_as_was_asked_for(wanted, rc, said, run_playbook):
    run = run_playbook(BOOK, wanted)
    assert run.rc == rc, run.stdout + run.stderr
    assert said in "".join(task.msg for task in run.failures)
