"""The job templates of the patterns, run as AWX runs them: no prompt, exit codes, what they hand on, plain output."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.collection import ROOT
from helpers.jobs import Job, launched
from helpers.patterns import injected

pytestmark = pytest.mark.playbook

SECRET = "host-5ecret"
TREE = (ROOT / "examples" / "zones" / "advanced.yml").read_text(encoding="utf-8")
ZONE = "\n".join(line[2:] for line in TREE.partition("zone_tree:\n")[2].splitlines())
FLEET = {
    "deployment_zone": "fl-adv",
    "deployment_name": "web",
    "deployment_count": 2,
    "deployment_template": "CentOS 5.6 (64-bit) no GUI (Simulator)",
    "deployment_service_offering": "Small Instance",
    "deployment_network": "",
    "deployment_network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService",
    "deployment_key_pair": "",
}


class Controller:
    """Launches job templates on a cloud."""

    def __init__(self, cloud: Any, folder: Path) -> None:
        named = {"api_url": "CLOUDSTACK_ENDPOINT", "api_key": "CLOUDSTACK_KEY", "api_secret": "CLOUDSTACK_SECRET"}
        self.environment = injected({name: cloud.environment[variable] for name, variable in named.items()})
        self.folder = folder

    def launch(self, name: str, **answers: Any) -> Job:
        job = launched(name, answers, self.environment, self.folder)
        assert "\x1b[" not in job.stdout
        assert self.environment["CLOUDSTACK_SECRET"] not in job.stdout
        return job


@pytest.fixture
def controller(cloud: Any, tmp_path: Path) -> Controller:
    return Controller(cloud, tmp_path)


def test_from_a_zone_to_its_reports(controller: Controller, simulator: Any) -> None:
    built = controller.launch("zone_bring_up", zone_tree_yaml=ZONE, zone_password=SECRET, zone_wait_timeout=60)
    assert built.rc == 0, built.stdout
    assert SECRET not in built.stdout
    zone = simulator.dump()["kinds"]["zone"][0]
    assert built.stats["zones_built"] == {
        "fl-adv": {"id": zone["id"], "state": "Enabled", "hosts": ["fl-adv-h0", "fl-adv-h1"]}
    }

    deployed = controller.launch("instance_deployment", **FLEET)
    assert deployed.rc == 0, deployed.stdout
    assert sorted(deployed.stats["instances_deployed"]) == ["web-01", "web-02"]
    simulator.clear_calls()
    again = controller.launch("instance_deployment", **FLEET)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout

    drifted = controller.launch("drift_report", zone_tree_yaml=ZONE.replace("dns2: 8.8.4.4", "dns2: 192.0.2.54"))
    assert (drifted.rc, simulator.writes) == (2, 0), drifted.stdout
    assert drifted.stats["drift"]["counts"]["differs"] == 1
    assert '"      dns2: 8.8.4.4 -> 192.0.2.54"' in drifted.stdout

    drained = controller.launch("host_maintenance", maintenance_zone="fl-adv", maintenance_host_names="fl-adv-h0\n")
    assert drained.rc == 0, drained.stdout
    assert drained.stats["maintenance_hosts"] == ["fl-adv-h0"]

    report = controller.launch("capacity_report", capacity_warning=1, capacity_fail_on="warning")
    assert report.rc == 2, report.stdout
    assert report.stats["capacity_worst"] == "warning"

    refused = controller.launch("instance_deployment", **{**FLEET, "deployment_count": "two"})
    assert refused.rc == 2
    assert "deployment_count" in refused.stdout
