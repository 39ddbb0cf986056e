"""The examples of the filters that need no role run as they stand."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from docgen.catalog import ROOT, literals

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook

SHOWN = {
    "ids_by_name": None,
    "from_marvin": "['zone-1']",
    "from_former": "{'ip_address': '192.0.2.7', 'tags': [{'key': 'role', 'value': 'web'}]}",
    "migrated": "- cloudstack.cloud.zone:",
    "draining": "[]",
    "rolling_update": "0",
    "certificate_report": "0",
    "certificate_page": "<!DOCTYPE html>",
    "site_shutdown": "The zone takes nothing new up",
    "site_startup": "The zone is in service",
    "evacuation": "[]",
    "housekeeping": "[]",
    "system_vm_faults": "[]",
    "router_faults": "[]",
    "capacity_report": "ok",
    "capacity_csv": "zone,pod,cluster,name,used,total,unit,percent,verdict",
    "capacity_page": "<!DOCTYPE html>",
    "tree_text": "---\nzone_tree:\n  name: zone-1\n  dns1: 192.0.2.53\n",
    "zone_removal": "['zone zone-1']",
    "drift_report": "{'differs': 0, 'fixed': 0, 'missing': 0, 'surplus': 0}",
    "drift_text": "The zone zone-1 is as its tree says.\n",
    "drift_page": "<!DOCTYPE html>",
    "topology_page": "<!DOCTYPE html>",
    "topology_mermaid": 'flowchart LR   subgraph z0["Zone zone-1"]   end   subgraph z1["Zone zone-2"]   end',
}


def test_the_examples_show_what_they_say(run_playbook: Any, simulator: Any) -> None:
    build(simulator, plan("zones=2"))
    tasks = {name: yaml.safe_load(literals(ROOT / "plugins" / "filter" / f"{name}.py")["EXAMPLES"]) for name in SHOWN}
    plays = [{"hosts": "localhost", "gather_facts": False, "tasks": listed} for listed in tasks.values()]
    run = run_playbook(plays)
    assert run.rc == 0, run.stdout + run.stderr
    shown = [run.task(listed[-1]["name"]).msg for listed in tasks.values()]
    assert shown == [found or simulator.store.first("zone", name="zone-1")["id"] for found in SHOWN.values()]
