"""The playbooks `cloud` and `upgrade`, from bare machines to an instance, with stand-ins for what cannot be had here.

One machine is everything, with a network of its own whose address moves to a bridge; a second one is a further
management server. MariaDB, apt, ifupdown, bridges, the order of the servers and the API calls are real; packages of
CloudStack, libvirt, systemctl and exportfs are stand-ins, and the hypervisor behind the API is the simulator's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playbook_run import PlaybookRun

from helpers import kvm_host
from helpers.collection import ROOT
from helpers.machine import Machine
from helpers.mariadb import Server
from helpers.network import Network
from helpers.runs import well
from helpers.site import LOG, Site

pytestmark = pytest.mark.playbook

SIMULATED = "CentOS 5.6 (64-bit) no GUI (Simulator)"
EXPORTFS = "#!/bin/sh\ncat /etc/exports.d/*.exports > /var/lib/nfs/etab\n"
PARTS = ("database", "management", "nfs", "kvm")
ENOUGH = {"memory": dict.fromkeys(PARTS, 1), **{word: {part: {} for part in PARTS} for word in ("disk", "ports")}}
NAMES = ["cloud1.example.com", "ms2.example.com"]
ADDRESS = "10.0.0.10"
INTERFACES = f"""\
auto lo
iface lo inet loopback

auto eno1
iface eno1 inet static
    address {ADDRESS}/24
    gateway 10.0.0.1
"""
UNSEEN = "Tell what a check run cannot look into"
SEEN_LATER = {
    "Once the packages are installed",
    "Once the agent is installed",
    "Once the management server answers",
}
"""How the sentences begin with which a check run of a bare machine says what it leaves out."""
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


def changes(run: PlaybookRun) -> set[str]:
    return {task.task for task in run.tasks if task.changed}


def addresses(machine: Machine) -> dict[str, list[str]]:
    """The addresses of each interface that has one."""
    links = json.loads(machine.run("ip", "-json", "-4", "address"))
    return {one["ifname"]: [held["local"] for held in one["addr_info"]] for one in links if one["addr_info"]}


def furnish(machine: Machine, network: Network, packages: Path) -> None:
    """Give the machine that is everything a network, the stand-ins of a host, and the program of an NFS server."""
    kvm_host.equip(machine, packages)
    network.cable("eno1", "10.0.0.1/24")
    machine.write("/etc/network/interfaces", INTERFACES)
    machine.run("ifup", "--all")
    machine.write("/usr/sbin/exportfs", EXPORTFS, 0o755)
    machine.run("sh", "-c", "mkdir -p /etc/exports.d /var/lib/nfs; touch /var/lib/nfs/etab")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the machines and the controller see alike."""
    return tmp_path_factory.mktemp("cloud")


@pytest.fixture(scope="module")
def network() -> Iterator[Network]:
    made = Network()
    yield made
    made.end()


@pytest.fixture(scope="module")
def server(folder: Path, network: Network) -> Iterator[Server]:
    made = Server(folder / "mariadb", network.inside)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def site(folder: Path, network: Network, server: Server) -> Iterator[Site]:
    """The machines, the first of which has all parts."""
    packages = folder / "packages"
    kvm_host.build(packages, [name for name in kvm_host.FILES if not name.startswith("cloudstack-")])
    made = Site(folder, NAMES, network=network)
    furnish(made.machines[NAMES[0]], network, packages)
    for machine in made.machines.values():
        machine.write("/etc/cloudstack-stand-in", "database=127.0.0.1\n")
    held = json.loads(made.inventory.read_text(encoding="utf-8"))
    groups = {"database": NAMES[:1], "management": NAMES, "nfs": NAMES[:1], "kvm": NAMES[:1]}
    held["all"]["children"] = {group: {"hosts": {key: {} for key in names}} for group, names in groups.items()}
    held["all"]["hosts"][NAMES[0]].update(management_server_bind=ADDRESS, management_server_address=ADDRESS)
    api = {"bootstrap_api_url": f"http://{ADDRESS}:{made.port}/client/api"}
    held["all"]["vars"] = {**example(), **SECRETS, **of_the_test(folder, server), **api}
    made.inventory.write_text(json.dumps(held), encoding="utf-8")
    for name in (
        "management_server_database_password",
        "management_server_secret",
        "management_server_database_secret",
    ):
        del made.variables[name]
    yield made
    made.end()


@pytest.fixture(scope="module")
def runs(site: Site) -> tuple[PlaybookRun, PlaybookRun]:
    """A check run on bare machines, which leaves them as they are, and the run."""
    first = site.machines[NAMES[0]]
    told = well(site.run_file("cloudstack.cloud.cloud", "--check"))
    assert not first.has("/etc/cloudstack")
    assert addresses(first)["eno1"] == [ADDRESS]
    return told, well(site.run_file("cloudstack.cloud.cloud"))


def of_the_test(folder: Path, server: Server) -> dict[str, Any]:
    """What the test wants otherwise than the example."""
    database = server.variables()
    for own in ("database_setup_program", "database_backup_keys"):
        del database[own]
    return {
        **database,
        "database_user_hosts": ["localhost", "127.0.0.1"],
        "database_setup_host": "127.0.0.1",
        "database_setup_from": "localhost",
        "bootstrap_config_file": str(folder / ".cloudstack.ini"),
        "bootstrap_cmk_file": "",
        "bootstrap_wait_interval": 1,
        "nfs_server_packages": [],
        "nfs_server_restart_command": "true",
        "nfs_server_firewall": "ufw",
        "kvm_host_network_backend": "ifupdown",
        "kvm_host_network_replaces": ["/etc/network/interfaces"],
        "kvm_host_checks": ["name"],
        "local_storage_free": 0,
        "zone_wait_interval": 1,
        "zone_wait_timeout": 60,
        "cloud_preflight": Path("/dev/kvm").exists(),
        "cloud_preflight_limits": ENOUGH,
    }


def test_the_preflight_names_all_that_is_missing_and_changes_nothing(site):
    limits = {"memory": {"management": 10**9}, "disk": {"database": {"/var/lib/mysql": 10**6}}, "java": 99}
    wish = {"cloud_preflight": True, "cloud_preflight_limits": limits, "cloud_preflight_names": ["no.invalid"]}
    run = site.run_file("cloudstack.cloud.cloud", **wish)
    assert (run.rc, run.changed) == (2, 0)
    told = run.failures[-1].result["msg"]
    for name in NAMES:
        assert any(one.startswith(f"{name}: there are") and "MiB of memory" in one for one in told)
        assert f"{name}: the name no.invalid does not resolve: write it into /etc/hosts, or into the DNS" in told
    assert any("/var/lib/mysql has" in one for one in told)
    assert not site.machines[NAMES[0]].has("/etc/cloudstack")


def test_one_machine_becomes_a_cloud_with_an_instance(site, runs):
    first, second = (site.machines[name] for name in NAMES)
    told, done = runs
    assert changes(told) <= changes(done)
    unseen = {task.msg.split(",")[0] for task in told.tasks if task.task.endswith(UNSEEN) and task.outcome == "ok"}
    assert unseen == SEEN_LATER
    assert addresses(first) == {"lo": ["127.0.0.1"], "cloudbr0": [ADDRESS]}
    assert first.read(LOG).splitlines()[0] == "databases with schema"
    assert "with schema" not in second.read(LOG)
    assert "systemctl restart libvirtd.service" in first.read("/var/log/stand-ins")
    properties = first.read("/etc/cloudstack/agent/agent.properties")
    assert "resource=com.cloud" in properties
    assert "local.storage.path=/var/lib/cloudstack/local\n" in properties
    assert instances(first) == ["first-1"]
    shown = done.stdout + json.dumps([task.result for task in done.tasks])
    assert [secret for secret in SECRETS.values() if secret in shown] == []


@pytest.mark.usefixtures("runs")
def test_a_second_run_changes_nothing(site):
    again = well(site.run_file("cloudstack.cloud.cloud"))
    assert (changes(again), again.changed) == (set(), 0)
    assert instances(site.machines[NAMES[0]]) == ["first-1"]


def instances(machine: Machine) -> list[str]:
    """The names of the instances in the cloud behind the machine's API."""
    cloud = json.loads(machine.read("/var/lib/cloudstack-stand-in/cloud"))
    return sorted(one["name"] for one in cloud["kinds"]["virtualmachine"])


@pytest.mark.usefixtures("runs")
def test_an_upgrade_waits_for_jobs_and_takes_servers_and_agents_along(site, server):
    machines = [site.machines[name] for name in NAMES]
    for machine in machines:
        machine.write(LOG, "")
    wish = {"management_server_version": "4.23.1.0"}
    server.query("INSERT INTO cloud.async_job VALUES (1, 0, UTC_TIMESTAMP())")
    refused = site.run_file("cloudstack.cloud.upgrade", **wish)
    assert "1 jobs are open" in refused.failures[-1].msg
    assert {machine.read(LOG) for machine in machines} == {""}, "nothing was stopped"
    server.query("UPDATE cloud.async_job SET job_status = 1")

    upgraded = well(site.run_file("cloudstack.cloud.upgrade", **wish))
    steps = ("Make a backup", "Wait until the API answers", "Remember which version was started")
    order = [
        (task.host, task.task.rpartition(" : ")[2])
        for task in upgraded.tasks
        if task.outcome == "ok" and task.task.rpartition(" : ")[2] in steps
    ]
    assert order == [(NAMES[0], steps[0]), *((name, steps[1]) for name in NAMES), (NAMES[0], steps[2])]
    for machine in machines:
        assert "Version: 4.23.1.0" in machine.run("dpkg", "-s", "cloudstack-management")
        calls = [line for line in machine.read(LOG).splitlines() if line.startswith("cloudstack-management ")]
        assert (calls[0], calls[-1]) == ("cloudstack-management stop", "cloudstack-management start")
    assert "Version: 4.23.1.0" in machines[0].run("dpkg", "-s", "cloudstack-agent")
    assert machines[0].read(LOG).splitlines()[-2:] == ["cloudstack-agent stop", "cloudstack-agent start"]
    once_more = well(site.run_file("cloudstack.cloud.upgrade", **wish))
    assert changes(once_more) == set()
