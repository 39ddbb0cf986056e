"""The playbooks `cloud` and `upgrade`, from bare machines to an instance, with stand-ins for what cannot be had here.

MariaDB, apt, the management servers' order and the API calls are real; CloudStack's packages and exportfs are
stand-ins, and the hypervisor is the simulator's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from helpers.collection import ROOT
from helpers.mariadb import Server
from helpers.runs import well
from helpers.site import LOG, Site, status

pytestmark = pytest.mark.playbook

SIMULATED = "CentOS 5.6 (64-bit) no GUI (Simulator)"
EXPORTFS = "#!/bin/sh\ncat /etc/exports.d/*.exports > /var/lib/nfs/etab\n"
PARTS = ("database", "management", "nfs")
ENOUGH = {"memory": dict.fromkeys(PARTS, 1), **{word: {part: {} for part in PARTS} for word in ("disk", "ports")}}
NAMES = ["ms1.example.com", "ms2.example.com"]
SECRETS = {
    "vault_database_password": "db-5ecret",
    "vault_management_secret": "ms-5ecret",
    "vault_database_secret": "dk-5ecret",
    "vault_admin_password": "admin-5ecret",
    "vault_host_password": "host-5ecret",
}


def example() -> dict[str, Any]:
    """The variables of the example's inventory, with what the simulator has in the place of KVM."""
    inventory = yaml.safe_load((ROOT / "examples" / "cloud" / "inventory.yml").read_text(encoding="utf-8"))
    variables = inventory["all"]["vars"]
    cluster = variables["zone_tree"]["pods"][0]["clusters"][0]
    cluster["hypervisor"] = "Simulator"
    cluster["hosts"] = [{"name": "cloud1", "url": "http://sim/zone-1/cloud1"}]
    variables["instances_profile"]["template"] = SIMULATED
    return variables


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two management servers, of which the first has the databases and the storage."""
    folder = tmp_path_factory.mktemp("cloud")
    made = Site(folder, NAMES)
    server = Server(folder / "mariadb")
    server.start()
    first = made.machines[NAMES[0]]
    first.write("/usr/sbin/exportfs", EXPORTFS)
    first.run("sh", "-c", "chmod +x /usr/sbin/exportfs; mkdir -p /etc/exports.d /var/lib/nfs; touch /var/lib/nfs/etab")
    for machine in made.machines.values():
        machine.write("/etc/cloudstack-stand-in", "database=127.0.0.1\n")
    database = server.variables()
    for own in ("database_setup_program", "database_backup_keys"):
        del database[own]
    held = json.loads(made.inventory.read_text(encoding="utf-8"))
    groups = {"database": NAMES[:1], "management": NAMES, "nfs": NAMES[:1]}
    held["all"]["children"] = {group: {"hosts": {key: {} for key in names}} for group, names in groups.items()}
    held["all"]["vars"] = {
        **example(),
        **SECRETS,
        **database,
        "database_user_hosts": ["localhost", "127.0.0.1"],
        "database_setup_host": "127.0.0.1",
        "database_setup_from": "localhost",
        "bootstrap_api_url": f"http://127.0.0.1:{made.port}/client/api",
        "bootstrap_config_file": str(folder / ".cloudstack.ini"),
        "bootstrap_cmk_file": "",
        "bootstrap_wait_interval": 1,
        "nfs_server_packages": [],
        "nfs_server_restart_command": "true",
        "zone_wait_interval": 1,
        "zone_wait_timeout": 60,
        "cloud_preflight_limits": ENOUGH,
    }
    made.inventory.write_text(json.dumps(held), encoding="utf-8")
    for name in (
        "management_server_database_password",
        "management_server_secret",
        "management_server_database_secret",
    ):
        del made.variables[name]
    yield made
    server.stop()
    made.end()


def test_the_preflight_names_all_that_is_missing_and_changes_nothing(site):
    limits = {"memory": {"management": 10**9}, "disk": {"database": {"/var/lib/mysql": 10**6}}, "java": 99}
    run = site.run_file("cloudstack.cloud.cloud", cloud_preflight_limits=limits, cloud_preflight_names=["no.invalid"])
    assert (run.rc, run.changed) == (2, 0)
    told = run.failures[-1].result["msg"]
    for name in NAMES:
        assert any(one.startswith(f"{name}: there are") and "MiB of memory" in one for one in told)
        assert f"{name}: the name no.invalid does not resolve: write it into /etc/hosts, or into the DNS" in told
    assert any("/var/lib/mysql has" in one for one in told)
    assert not site.machines[NAMES[0]].has("/etc/cloudstack")


def test_from_bare_machines_to_an_instance_and_to_the_next_version(site):
    first, second = (site.machines[name] for name in NAMES)
    told = well(site.run_file("cloudstack.cloud.cloud", "--check"))
    assert not first.has("/etc/cloudstack")
    assert told.changed > 0

    done = well(site.run_file("cloudstack.cloud.cloud"))
    assert status(f"http://127.0.0.2:{site.port}") == 401
    assert first.read(LOG).splitlines()[0] == "databases with schema"
    assert "with schema" not in second.read(LOG)
    cloud = json.loads(first.read("/var/lib/cloudstack-stand-in/cloud"))
    assert [one["name"] for one in cloud["kinds"]["virtualmachine"]] == ["first-1"]
    shown = done.stdout + json.dumps([task.result for task in done.tasks])
    assert [secret for secret in SECRETS.values() if secret in shown] == []
    again = well(site.run_file("cloudstack.cloud.cloud"))
    assert {task.task for task in again.tasks if task.changed} == set()

    for machine in (first, second):
        machine.write(LOG, "")
    wish = {"management_server_version": "4.23.1.0"}
    upgraded = well(site.run_file("cloudstack.cloud.upgrade", **wish))
    order = [
        (task.host, task.task.rpartition(" : ")[2])
        for task in upgraded.tasks
        if task.outcome == "ok" and task.task.rpartition(" : ")[2] in ("Make a backup", "Wait until the API answers")
    ]
    assert order[0] == (NAMES[0], "Make a backup")
    assert order[1:] == [(name, "Wait until the API answers") for name in NAMES]
    for machine in (first, second):
        assert "Version: 4.23.1.0" in machine.run("dpkg", "-s", "cloudstack-management")
        assert machine.read(LOG).splitlines()[0] == "cloudstack-management stop"
        assert machine.read(LOG).splitlines()[-1] == "cloudstack-management start"
    once_more = well(site.run_file("cloudstack.cloud.upgrade", **wish))
    assert {task.task for task in once_more.tasks if task.changed} == set()
