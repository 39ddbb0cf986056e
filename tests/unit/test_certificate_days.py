"""How long certificates of hosts are good yet."""

from __future__ import annotations

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.certificate_days import (
    certificate_page,
    certificate_report,
)
from helpers.certificates import OF_THE_LATE_CENTURY

HOST = {"id": "h", "name": "kvm-1", "zone": "zone-1"}


@pytest.mark.parametrize(
    ("now", "left", "verdict", "said"),
    [
        ("2081-07-01T00:00:00+00:00", 56, "ok", "is good for 56 days (2081-08-26)"),
        ("2081-08-01T00:00:00+0000", 25, "due", "is good for 25 days"),
        ("2081-08-26T01:43:53+00:00", 0, "due", "is good for 0 days"),
        ("2081-08-26T01:43:55+00:00", -1, "ended", "has ended"),
    ],
)
def test_days_are_counted(now, left, verdict, said):
    report = certificate_report([HOST], {"kvm-1": OF_THE_LATE_CENTURY}, [], now, 30)
    (row,) = report["rows"]
    assert {**row, "text": ""} == {
        **HOST,
        "kind": "host",
        "expires": "2081-08-26T01:43:54Z",
        "days_left": left,
        "verdict": verdict,
        "text": "",
    }
    assert row["text"].startswith(f"host kvm-1: its certificate {said}")
    assert report["counts"] == {"ended": 0, "due": 0, "unknown": 0, "ok": 0, verdict: 1}


def test_what_needs_most_comes_first_and_the_page_shows_it():
    hosts = [{**HOST, "name": name} for name in ("a", "b<", "c")]
    authorities = [{"name": "root", "certificate": OF_THE_LATE_CENTURY}, {"name": "empty", "certificate": ""}]
    pems = {"a": OF_THE_LATE_CENTURY, "b<": "no certificate"}
    report = certificate_report(hosts, pems, authorities, "2026-11-22T14:30:00+00:00", 30)
    assert [(row["kind"], row["name"], row["verdict"]) for row in report["rows"]] == [
        ("host", "b<", "unknown"),
        ("host", "c", "unknown"),
        ("authority", "root", "ok"),
        ("host", "a", "ok"),
    ]
    shown = certificate_page(report, "All & sundry")
    assert "<title>All &amp; sundry</title>" in shown
    assert "<td>b&lt;</td><td>zone-1</td><td></td><td></td><td>unknown</td>" in shown
    assert "0 have ended, 0 end soon, 2 are not known, 2 are good" in shown
