"""The page on the control port, in a real browser where the machine has one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from callers import ZONE, call

from cloudstack_simulator import Simulator
from cloudstack_simulator.populate import Plan, build
from helpers.browser import rendered

HOSTILE = "<b onclick=alert(1)>zone</b>"


@pytest.fixture(scope="module")
def page() -> Iterator[tuple[Simulator, str]]:
    """A cloud with something to show, and the address of its page."""
    simulator = Simulator(api_key="key", secret_key="secret")
    build(simulator, Plan(zones=2, hosts=1, networks=2, instances=3))
    simulator.faults.add(kind="503", command="listUsers")
    with simulator.serve() as server, simulator.serve_control() as control:
        assert call(server.url, "createZone", name=HOSTILE, **ZONE).status_code == 200
        assert call(server.url, "listZones", id="nonsense").status_code == 431
        yield simulator, f"{control.origin}/"


def cells(document: str, section: str) -> list[list[str]]:
    """The rows of a section's table, as texts."""
    table = re.search(rf'<div id="{section}">(.*?)</div>', document, re.S)
    assert table, f"no section {section}"
    rows = re.findall(r"<tr>(.*?)</tr>", table[1], re.S)
    return [[html.unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)] for row in rows][1:]


def test_the_page_shows_the_cloud(
    page: tuple[Simulator, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator, url = page
    document = rendered(url, tmp_path)
    with capsys.disabled():
        how = "without a browser: only what the page is made of is checked" if document is None else "in a browser"
        print(f"\nthe status page, {how}", end="")
    if document is None:
        assert 'fetch("/simulator/status")' in requests.get(url, timeout=10).text
        return
    assert cells(document, "zones") == [
        ["zone-1", "Advanced", "Enabled"],
        ["zone-2", "Advanced", "Enabled"],
        [HOSTILE, "Advanced", "Disabled"],
    ]
    assert "<b onclick" not in document, "names are texts, never markup"
    hosts = simulator.store.all("host")
    assert [row[0] for row in cells(document, "hosts")] == [host["name"] for host in hosts]
    instances = cells(document, "instances")
    assert [(row[1], row[3]) for row in instances] == [("zone-1", "Running")] * 2 + [("zone-2", "Running")]
    assert cells(document, "calls") == [["listZones", "431", ""], ["createZone", "200", "yes"]]
    assert "3 zones" in document
    assert "2 calls, 1 of them writes" in document
    assert "1 faults waiting" in document


def test_what_the_page_is_made_of(page: tuple[Simulator, str]) -> None:
    simulator, url = page
    answer = requests.get(url, timeout=10)
    assert answer.headers["Content-Type"] == "text/html; charset=UTF-8"
    assert "http" not in re.sub(r"<!DOCTYPE html>", "", answer.text), "it loads nothing from elsewhere"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    status = requests.get(f"{url}simulator/status", timeout=10).json()
    assert [zone["name"] for zone in status["zones"]] == ["zone-1", "zone-2", HOSTILE]
    assert (len(status["hosts"]), len(status["instances"])) == (simulator.store.count("host"), 3)
    assert [call["command"] for call in status["calls"]] == ["listZones", "createZone"]
    assert "secret" not in requests.get(f"{url}simulator/status", timeout=10).text
