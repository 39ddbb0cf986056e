"""What the guides show is run as it stands there."""

from __future__ import annotations

import re

import pytest
import yaml

from helpers.collection import ROOT

pytestmark = pytest.mark.playbook


def test_local_storage(simulator, run_playbook):
    text = (ROOT / "docs" / "guides" / "storage.md").read_text(encoding="utf-8")
    tasks = yaml.safe_load(re.search(r"```yaml\n(.*?)```", text, re.DOTALL).group(1))
    place = {"name": "zone-1", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}
    zone = {"name": "Have a zone", "cloudstack.cloud.zone": place}
    for changes in (2, 0):
        run = run_playbook([{"hosts": "localhost", "gather_facts": False, "tasks": [zone, *tasks]}])
        assert run.rc == 0, run.stdout + run.stderr
        assert len([task for task in run.tasks[1:] if task.changed]) == changes
    offering = simulator.request("listServiceOfferings", name="Small, local")[1]["listserviceofferingsresponse"]
    assert offering["serviceoffering"][0]["storagetype"] == "local"
