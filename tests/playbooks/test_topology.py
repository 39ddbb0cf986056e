"""The playbook `topology` draws a cloud of four and of 400 hosts; a real browser lays the page out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan
from helpers.browser import rendered

pytestmark = pytest.mark.playbook

MEASURE = """
<script>
const outside = [...document.querySelectorAll("svg text")].filter(text => {
  const inner = text.getBBox(), whole = text.ownerSVGElement.viewBox.baseVal;
  return inner.x < 0 || inner.x + inner.width > whole.width || inner.y + inner.height > whole.height + 1;
}).map(text => text.textContent);
document.body.dataset.found = JSON.stringify({
  outside, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  high: document.documentElement.scrollHeight, pictures: document.querySelectorAll("svg").length});
</script>
"""
"""What a browser is asked about the page: texts that stick out of their picture, and how wide and high it is."""


def measured(page: Path, folder: Path, width: int) -> dict[str, Any] | None:
    """What the browser says of a page; None without a browser."""
    asked = folder / f"asked-{width}.html"
    asked.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    document = rendered(asked.as_uri(), folder / f"browser-{width}", width)
    if document is None:
        return None
    found = re.search(r'data-found="(.*?)"', document)
    assert found, document[-500:]
    told: dict[str, Any] = json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&"))
    return told


@pytest.mark.parametrize(
    ("size", "high"),
    [("zones=1,hosts=4,networks=2,instances=6", 1500), ("zones=1,hosts=400,networks=30,instances=300", 3000)],
)
def test_a_cloud_is_drawn(
    size: str, high: int, run_playbook: Any, simulator: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(simulator, plan(size))
    page, chart = tmp_path / "cloud.html", tmp_path / "cloud.md"
    variables = {"topology_file": str(page), "topology_mermaid_file": str(chart)}
    simulator.clear_calls()
    assert run_playbook("cloudstack.cloud.topology", variables, check=True).rc == 0
    assert not page.exists()
    first = run_playbook("cloudstack.cloud.topology", variables)
    assert (first.rc, first.changed, simulator.writes) == (0, 2, 0), first.stdout + first.stderr
    assert run_playbook("cloudstack.cloud.topology", variables).changed == 0
    hosts = simulator.store.count("host")
    assert len(re.findall(r"<title>[\w.-]+: Up</title>", page.read_text(encoding="utf-8"))) == hosts
    assert chart.read_text(encoding="utf-8").startswith("flowchart LR\n")
    found = {width: measured(page, tmp_path, width) for width in (1200, 600)}
    with capsys.disabled():
        print("\nthe page of a cloud,", "in a browser" if found[1200] else "without a browser: not laid out", end="")
    for seen in (one for one in found.values() if one):
        assert (seen["outside"], seen["wide"]) == ([], 0)
        assert seen["pictures"] > 5
        assert seen["high"] < high


def test_a_zone_that_does_not_exist_is_named(run_playbook: Any, simulator: Any) -> None:
    build(simulator, plan("zones=2"))
    run = run_playbook("cloudstack.cloud.topology", {"topology_zones": ["zone-9"]})
    assert run.rc == 2
    assert run.failures[0].msg == "topology_zones: there is no zone zone-9. There are zone-1, zone-2."
