"""How full a cloud is, judged and shown."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.capacity import (
    ThresholdError,
    capacity_csv,
    capacity_page,
    capacity_report,
)

GIB = 1024**3


def one(name: str, used: int, total: int, **place: Any) -> dict[str, Any]:
    return {"name": name, "capacity_used": used, "capacity_total": total, "zone": "z1", **place}


def report(*capacities: dict[str, Any], warning: Any = 75, critical: Any = 90, **thresholds: Any) -> dict[str, Any]:
    return capacity_report(capacities, warning, critical, thresholds)


def test_rows_come_with_units_the_fullest_first():
    found = report(
        one("CPU", 1500, 6000), one("MEMORY", 3 * GIB, 4 * GIB, pod="p"), one("VLAN", 9, 10), one("GPU", 0, 0)
    )
    assert [(row["name"], row["used"], row["total"], row["unit"], row["percent"]) for row in found["rows"]] == [
        ("VLAN", 9, 10, "addresses", 90.0),
        ("MEMORY", 3.0, 4.0, "GiB", 75.0),
        ("CPU", 1500, 6000, "MHz", 25.0),
    ]
    assert found["counts"] == {"ok": 1, "warning": 1, "critical": 1}
    assert found["worst"] == "critical"


@pytest.mark.parametrize(
    ("used", "verdict"), [(74, "ok"), (75, "warning"), (89, "warning"), (90, "critical"), (120, "critical")]
)
def test_a_threshold_belongs_to_what_is_above_it(used, verdict):
    assert report(one("CPU", used, 100))["worst"] == verdict


def test_a_capacity_may_have_thresholds_of_its_own():
    found = report(one("CPU", 80, 100), one("MEMORY", 80, 100), CPU={"warning": 85})
    assert {row["name"]: row["verdict"] for row in found["rows"]} == {"CPU": "ok", "MEMORY": "warning"}


def test_a_cloud_without_anything_is_well():
    assert report() == {"rows": [], "counts": {"ok": 0, "warning": 0, "critical": 0}, "worst": "ok"}


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"warning": 95}, "CPU has warning 95 and critical 90"),
        ({"critical": "much"}, "critical much; give percentages"),
        ({"warning": 95, "critical": 150}, "critical 150; give percentages up to 100"),
        ({"CPU": {"alarm": 1}}, "thresholds: CPU has alarm; give warning and critical"),
        ({"RAM": {"warning": 1}}, "there is no capacity RAM. There are CPU."),
    ],
)
def test_thresholds_that_make_no_sense_are_refused(more, message):
    with pytest.raises(ThresholdError, match=message):
        report(one("CPU", 1, 2), **more)


def test_a_spreadsheet_gets_values_and_no_formulas():
    found = report(one("CPU", 1, 4, zone='=cmd("x")', pod="a,b"))
    rows = list(csv.reader(io.StringIO(capacity_csv(found))))
    assert rows == [
        ["zone", "pod", "cluster", "name", "used", "total", "unit", "percent", "verdict"],
        ['\'=cmd("x")', "a,b", "", "CPU", "1", "4", "MHz", "25.0", "ok"],
    ]


def test_the_page_has_a_bar_for_each_row_and_takes_names_as_texts():
    text = capacity_page(report(one("CPU", 95, 100, zone="<b>"), one("MEMORY", 1, 100)), "T")
    assert text.count("<svg") == 2
    assert "Zone &lt;b&gt;" in text
    assert "<b>" not in text
    assert "95 %  95 of 100 MHz" in text
    assert 'class="bad"' in text
