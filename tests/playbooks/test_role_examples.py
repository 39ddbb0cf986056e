"""What the roles' READMEs and examples/site.yml show is run as it stands there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from helpers.collection import ROOT
from helpers.zones import QUICK

pytestmark = pytest.mark.playbook

SIMULATED = "CentOS 5.6 (64-bit) no GUI (Simulator)"


def shown(role: str) -> dict[str, Any]:
    """The first play of the first YAML block in the README of a role."""
    text = (ROOT / "roles" / role / "README.md").read_text(encoding="utf-8")
    return yaml.safe_load(re.search(r"```yaml\n(.*?)```", text, re.DOTALL).group(1))[0]


def test_the_readmes_build_a_zone_and_a_fleet(cloud, simulator, run_playbook):
    zone, fleet = shown("zone"), shown("instances")
    zone["module_defaults"]["group/cloudstack.cloud.all"]["api_url"] = cloud.url
    secrets = {
        "vault_api_key": cloud.environment["CLOUDSTACK_KEY"],
        "vault_api_secret": cloud.environment["CLOUDSTACK_SECRET"],
        "vault_zone_host_password": "none",
    }
    zone["vars"]["zone_tree"]["pods"][0]["clusters"][0]["hypervisor"] = "Simulator"
    waits = {name: value for name, value in QUICK.items() if "wait" in name}
    built = run_playbook([zone], {**secrets, **waits}, env=dict.fromkeys(cloud.environment, ""))
    assert built.rc == 0, built.stdout + built.stderr

    fleet["vars"]["instances_profile"]["template"] = SIMULATED
    deployed = run_playbook([fleet])
    assert deployed.rc == 0, deployed.stdout + deployed.stderr
    assert sorted(one["name"] for one in simulator.dump()["kinds"]["virtualmachine"]) == ["web-01", "web-02"]


def test_the_site_example(cloud, simulator, run_playbook):
    key, secret = cloud.environment["CLOUDSTACK_KEY"], cloud.environment["CLOUDSTACK_SECRET"]
    access = {"site_api_url": cloud.url, "site_api_key": key, "site_api_secret": secret}
    run = run_playbook(ROOT / "examples" / "site.yml", {**access, **QUICK}, env=dict.fromkeys(cloud.environment, ""))
    assert run.rc == 0, run.stdout + run.stderr
    assert len(simulator.dump()["kinds"]["virtualmachine"]) == 3
