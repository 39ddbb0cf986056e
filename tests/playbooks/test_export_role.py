"""The role `export`: files that say what is there, and that the role `zone` finds nothing to do with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cloudstack_simulator.populate import build as populate
from cloudstack_simulator.populate import plan
from helpers.zones import example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.export"
FILES = "cloudstack.cloud.export : Have a file for each"


def test_zones_are_kept_in_files_that_change_with_them(simulator: Any, run_playbook: Any, tmp_path: Path) -> None:
    assert run_playbook("cloudstack.cloud.zone", example("local-storage")).rc == 0
    folder = tmp_path / "zones"
    variables = {"export_folder": str(folder)}
    simulator.clear_calls()
    told = run_playbook(PLAYBOOK, variables, check=True, diff=True)
    assert (told.rc, folder.exists()) == (0, False), told.stdout + told.stderr
    made = run_playbook(PLAYBOOK, variables, diff=True)
    assert made.rc == 0, made.stdout + made.stderr
    assert told.task(FILES).changed
    again = run_playbook(PLAYBOOK, variables)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout
    (file,) = folder.iterdir()
    assert file.name == "fl-local.yml"
    assert 'zone_host_password: "{{ vault_zone_host_password }}"' in file.read_text(encoding="utf-8")

    checked = run_playbook("cloudstack.cloud.zone", options=["--extra-vars", f"@{file}"], check=True, diff=True)
    assert (checked.rc, checked.changed, simulator.writes) == (0, 0, 0), checked.stdout + checked.stderr

    zone = yaml.safe_load(file.read_text(encoding="utf-8"))["zone_tree"]
    assert simulator.request("updateZone", id=simulator.store.first("zone")["id"], dns2="192.0.2.54")[0] == 200
    changed = run_playbook(PLAYBOOK, variables, diff=True)
    assert {task.task for task in changed.tasks if task.changed} == {FILES}
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["zone_tree"] == {**zone, "dns2": "192.0.2.54"}


def test_zones_that_would_share_a_file_are_refused(simulator: Any, run_playbook: Any, tmp_path: Path) -> None:
    for name in ("one/two", "one-two"):
        assert simulator.request("createZone", name=name, dns1="192.0.2.53", internaldns1="10.0.0.53",
                                 networktype="Advanced")[0] == 200  # fmt: skip
    run = run_playbook(PLAYBOOK)
    assert run.rc != 0
    assert "two of the zones one-two, one/two would be written into one file" in run.failures[0].msg
    assert not (tmp_path / "zones").exists()


FLEET = {
    "instances_zone": "zone-1",
    "instances_key_pair": {"name": "web"},
    "instances_network": {"name": "web", "network_offering": "DefaultIsolatedNetworkOfferingWithSourceNatService"},
    "instances_egress": [{"start_port": 443}],
    "instances_profile": {"template": "CentOS 5.6 (64-bit) no GUI (Simulator)", "service_offering": "Small Instance"},
    "instances_fleet": [{"name": "web-%d", "count": 2}],
    "instances_public_addresses": [
        {
            "name": "web",
            "port_forwards": [{"instance": "web-1", "public_port": 2201, "private_port": 22}],
            "firewall": [{"start_port": 2201, "cidrs": ["203.0.113.0/24"]}],
        }
    ],
    "instances_after": [
        {"volume": {"name": "spare", "disk_offering": "Small"}},
        {
            "vpn_customer_gateway": {
                "name": "south",
                "gateway": "203.0.113.50",
                "cidrs": ["192.168.50.0/24"],
                "ipsec_psk": "not-a-real-one",
                "ike_policy": "aes256-sha256;modp2048",
                "esp_policy": "aes256-sha256;modp2048",
            }
        },
    ],
}
SECRETS = {"vault_ipsec_psk_south": "not-a-real-one"}
ROLE = "cloudstack.cloud.instances"


def test_what_tenants_have_is_kept_in_files_that_build_it_again(simulator, run_playbook, tmp_path) -> None:
    populate(simulator, plan("zones=1,hosts=2,networks=0,instances=0"))
    empty = simulator.dump()
    made = run_playbook(ROLE, FLEET)
    assert made.rc == 0, made.stdout + made.stderr
    tag = {"resourceids": simulator.store.first("virtualmachine", name="web-1")["id"], "resourcetype": "UserVm"}
    said = {"tags[0].key": "says", "tags[0].value": "{{ nothing }}"}
    assert simulator.request("createTags", **tag, **said)[0] == 200
    variables = {"export_folder": str(tmp_path), "export_trees": ["tenancy", "instances"]}
    simulator.clear_calls()
    read = run_playbook(PLAYBOOK, variables)
    assert (read.rc, simulator.writes) == (0, 0), read.stdout + read.stderr
    assert (tmp_path / "tenancy" / "tenants.yml").exists()
    file = tmp_path / "instances" / "zone-1.yml"
    text = file.read_text(encoding="utf-8")
    assert "value: !unsafe '{{ nothing }}'" in text
    assert "not-a-real-one" not in text

    checked = run_playbook(ROLE, options=["--extra-vars", f"@{file}"], check=True, diff=True)
    assert (checked.rc, checked.changed, simulator.writes) == (0, 0, 0), checked.stdout + checked.stderr

    simulator.load(empty)
    told = run_playbook(ROLE, SECRETS, options=["--extra-vars", f"@{file}"], check=True)
    assert told.rc == 0, told.stdout + told.stderr
    pending = told.task(f"{ROLE} : Tell what would follow in parts that are not there yet").result["msg"]
    assert {"volume", "instance web-1", "public address web"} <= set(pending)
    again = run_playbook(ROLE, SECRETS, options=["--extra-vars", f"@{file}"])
    assert again.rc == 0, again.stdout + again.stderr
    same = run_playbook(PLAYBOOK, variables)
    assert (same.rc, same.changed, file.read_text(encoding="utf-8")) == (0, 0, text)

    gone = run_playbook(ROLE, {"instances_state": "absent"}, options=["--extra-vars", f"@{file}"])
    assert gone.rc == 0, gone.stdout + gone.stderr
    left = simulator.dump()["kinds"]
    assert [left.get(kind, []) for kind in ("virtualmachine", "network", "sshkeypair")] == [
        empty["kinds"].get(kind, []) for kind in ("virtualmachine", "network", "sshkeypair")
    ]
    assert [one["name"] for one in simulator.store.where("volume", type="DATADISK")] == ["spare"]
