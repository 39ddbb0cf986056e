"""The playbook `certificates` tells how long certificates of hosts are good, and renews those that end soon."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from cloudstack_simulator.populate import build, plan
from helpers.authority import Authority
from helpers.certificates import OF_THE_LATE_CENTURY
from helpers.runs import well

pytestmark = pytest.mark.playbook
BOOK = "cloudstack.cloud.certificates"
SHOWN = "How long they are good is shown"


@pytest.fixture
def wanted(simulator: Any, tmp_path: Any) -> dict[str, Any]:
    """Three hosts: the certificate of one ends tomorrow, that of the next in decades, and the last has none."""
    build(simulator, plan("zones=1,hosts=3"))
    for number, host in enumerate(simulator.store.where("host", type="Routing"), start=1):
        host["name"] = f"h{number}"
    Authority(tmp_path, "authority").context("h1")
    (tmp_path / "server-h1-1.pem").rename(tmp_path / "h1.crt")
    (tmp_path / "h2.crt").write_text(OF_THE_LATE_CENTURY, encoding="utf-8")
    simulator.clear_calls()
    return {
        "certificates_hypervisors": ["Simulator"],
        "certificates_file": f"{tmp_path}/{{{{ certificates_host }}}}.crt",
        "certificates_become": False,
        "certificates_json_file": str(tmp_path / "report.json"),
        "certificates_text_file": str(tmp_path / "report.txt"),
        "certificates_html_file": str(tmp_path / "report.html"),
        "ansible_connection": "local",
        "ansible_python_interpreter": sys.executable,
    }


def test_certificates_are_told_and_renewed(wanted, simulator, run_playbook, tmp_path):
    told = run_playbook(BOOK, wanted)
    assert (told.rc, simulator.writes) == (2, 0), told.stdout + told.stderr
    assert told.failures[-1].msg == (
        "host h1: its certificate is good for 0 days "
        f"({json.loads((tmp_path / 'report.json').read_text())['rows'][0]['expires'][:10]}). "
        "host h3: its certificate could not be read."
    )
    assert "<td>h1</td><td>zone-1</td>" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert len((tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()) == 4
    renew = {**wanted, "certificates_renew": True, "certificates_fail": False}
    assert (well(run_playbook(BOOK, renew, check=True)).changed, simulator.writes) == (1, 0)
    done = well(run_playbook(BOOK, renew))
    ids = {host["id"]: host["name"] for host in simulator.store.where("host", type="Routing")}
    assert [ids[call.params["hostid"]] for call in simulator.calls if call.write] == ["h1"], done.stdout
    (tmp_path / "h1.crt").write_text(OF_THE_LATE_CENTURY, encoding="utf-8")
    (tmp_path / "h3.crt").write_text(OF_THE_LATE_CENTURY, encoding="utf-8")
    simulator.clear_calls()
    assert (well(run_playbook(BOOK, {**renew, "certificates_fail": True})).rc, simulator.writes) == (0, 0)
