"""The role `local_storage` in a machine of an overlay, with a zone of the simulator; systemctl is a stand-in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playbook_run import PlaybookRun

from helpers import kvm_host
from helpers.machine import Machine
from helpers.runs import well

pytestmark = pytest.mark.playbook

ROLE = "cloudstack.cloud.local_storage : "
PROPERTIES = "/etc/cloudstack/agent/agent.properties"
SECRET = "keystore-5ecret"
Run = Callable[..., PlaybookRun]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A host whose agent runs, and was told of nothing yet."""
    (tmp_path / "shared").mkdir()
    made = Machine("kvm1", tmp_path / "machine", tmp_path / "shared")
    try:
        made.write("/usr/local/sbin/systemctl", kvm_host.SYSTEMCTL, 0o755)
        made.write("/var/lib/units/cloudstack-agent.service", "")
        made.write("/var/log/stand-ins", "")
        yield made
    finally:
        made.end()


@pytest.fixture
def run_role(machine: Machine, tmp_path: Path, run_playbook: Any) -> Run:
    """Runs the role on the machine; the API is reached from the controller."""
    held = {"ansible_connection": "local", "ansible_python_interpreter": str(machine.python)}
    inventory = tmp_path / "inventory.yml"
    inventory.write_text(json.dumps({"all": {"hosts": {"kvm1": held}}}), encoding="utf-8")
    task = {"name": "Run the role", "ansible.builtin.include_role": {"name": "cloudstack.cloud.local_storage"}}

    def run(*pools: Any, check: bool = False, zone: str = "zone-1", **more: Any) -> PlaybookRun:
        entries = [one if isinstance(one, dict) else {"path": one} for one in pools]
        wish = {"local_storage_pools": entries, "local_storage_free": 0, "local_storage_wait_timeout": 20, **more}
        if zone:
            wish["local_storage_zone"] = zone
        play = [{"hosts": "kvm1", "gather_facts": False, "tasks": [task]}]
        env = {"ANSIBLE_REMOTE_TMP": str(tmp_path / "shared"), "ANSIBLE_PIPELINING": "1"}
        return run_playbook(play, wish, check=check, diff=True, options=["--inventory", str(inventory)], env=env)

    return run


def made(simulator: Any, command: str, **params: Any) -> dict[str, Any]:
    """What a command makes, in the simulator itself."""
    status, body = simulator.request(command, **params)
    assert status == 200, body
    (answer,) = body.values()
    (thing,) = (value for value in answer.values() if isinstance(value, (dict, list)))
    return thing[0] if isinstance(thing, list) else thing


def zone_with_a_host(simulator: Any) -> str:
    """Make a zone that does not allow local storage any more; return the id of the pool that its host has."""
    zone = made(
        simulator, "createZone", name="zone-1", networktype="Advanced", dns1="192.0.2.53", internaldns1="10.0.0.53",
        localstorageenabled=True,
    )  # fmt: skip
    place: dict[str, Any] = {"zoneid": zone["id"]}
    place["podid"] = made(
        simulator, "createPod", name="pod-1", startip="10.0.1.10", endip="10.0.1.90", gateway="10.0.1.1",
        netmask="255.255.255.0", **place,
    )["id"]  # fmt: skip
    cluster = made(
        simulator, "addCluster", clustername="c1", clustertype="CloudManaged", hypervisor="Simulator", **place
    )
    access = {"username": "root", "password": "none", "hypervisor": "Simulator", "url": "http://sim/kvm1"}
    made(simulator, "addHost", clusterid=cluster["id"], **access, **place)
    made(simulator, "updateZone", id=zone["id"], localstorageenabled=False)
    return str(made(simulator, "listStoragePools", zoneid=zone["id"])["id"])


def changes(run: PlaybookRun) -> list[str]:
    names = [task.task.rpartition(" : ")[2] for task in run.tasks if task.changed]
    return [name for name in dict.fromkeys(names) if name != "Tell which properties of the agent differ"]


def restarts(machine: Machine) -> int:
    return machine.read("/var/log/stand-ins").count("systemctl restart cloudstack-agent.service")


def test_a_folder_becomes_a_pool(machine, run_role, simulator):
    pool = zone_with_a_host(simulator)
    held = f"guid=a-guid\nworkers=8\nlocal.storage.uuid={pool}\nkeystore.passphrase={SECRET}\n"
    machine.write(PROPERTIES, f"{held}local.storage.path=/srv/a/\n", 0o640)
    before = simulator.writes
    refused = run_role("/srv/a")
    assert "There is no service offering with storage_type local for zone zone-1" in refused.failures[-1].msg
    wish: dict[str, Any] = {
        "local_storage_for": ["instances", "data_disks", "system_vms"],
        "local_storage_service_offerings": [{"name": "Local", "cpu_number": 1, "cpu_speed": 500, "memory": 512}],
        "local_storage_disk_offerings": [{"name": "Local", "disk_size": 5}],
    }
    machine.write("/run/libvirt/qemu/i-2-3-VM.xml", "<domstatus/>")
    refused = run_role("/srv/a", **wish)
    assert "on this host run i-2-3-VM" in refused.failures[-1].msg
    assert (simulator.writes - before, machine.has("/srv/a"), restarts(machine)) == (0, False, 0)

    machine.run("rm", "/run/libvirt/qemu/i-2-3-VM.xml")
    told = well(run_role("/srv/a", check=True, **wish))
    assert (simulator.writes - before, machine.has("/srv/a"), restarts(machine)) == (0, False, 0)
    done = well(run_role("/srv/a", **wish))
    assert changes(told) == changes(done)
    assert set(changes(done)) == {
        "Have the zone allow local storage",
        "Have system VMs and virtual routers on local storage",
        "Have the offerings",
        "Have the folders",
        "Have a folder for what the role must remember",
        "Have the properties of the agent in its file",
        "Restart the agent for its properties",
    }
    assert machine.read(PROPERTIES) == f"{held}local.storage.path=/srv/a\n"
    assert machine.run("stat", "-c", "%a %U", "/srv/a") == "711 root\n"
    assert (simulator.writes - before, restarts(machine)) == (4, 1)
    assert SECRET not in done.stdout + json.dumps([task.result for task in done.tasks])
    again = well(run_role("/srv/a", **wish))
    assert (changes(again), simulator.writes - before, restarts(machine)) == ([], 4, 1)

    machine.write("/etc/libvirt/storage/b.xml", "<pool>\n <uuid>1-2</uuid>\n <path>/srv/b</path>\n</pool>\n")
    odd = [{"path": "/srv/a", "mount": "/mnt"}, "/srv/b", "/run/c", {"path": "/srv/d", "free": 10**6}]
    refused = run_role(*odd, check=True)
    said = refused.failures[-1].msg
    for part in (
        "/srv/a is to lie on the file system at /mnt",
        "libvirt has a pool of its own in /srv/b, with the id 1-2",
        "/run/c lies on a tmpfs at /run",
        "/srv/d needs 1000000 GiB",
    ):
        assert part in said
    late = run_role("/srv/a", "/srv/d", local_storage_wait_timeout=1)
    assert "after 1 seconds" in late.failures[-1].msg
    assert "why the agent made no pool of /srv/a, /srv/d" in late.failures[-1].msg
    assert restarts(machine) == 2


def test_a_host_that_is_not_added_yet_is_told_of_its_folders_without_a_restart(machine, run_role):
    refused = run_role("/srv/a", zone="")
    assert f"There is no {PROPERTIES}: have the agent first" in refused.failures[-1].msg
    machine.write(PROPERTIES, "guid=\n#local.storage.path=/var/lib/libvirt/images/\nlocal.storage.uuid=\n")
    machine.run("rm", "/var/lib/units/cloudstack-agent.service")
    done = well(run_role("/srv/a", "/srv/b", zone=""))
    held = dict(line.split("=") for line in machine.read(PROPERTIES).splitlines() if not line.startswith("#"))
    assert held["local.storage.path"] == "/srv/a,/srv/b"
    assert len(set(held["local.storage.uuid"].split(","))) == 2
    assert ("Have the folders" in changes(done), restarts(machine)) == (True, 0)
