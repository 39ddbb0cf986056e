"""The clouds and fleets that are measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import playbook_run
import yaml

from cloudstack_simulator import Simulator

API_KEY, SECRET_KEY = "bench-key", "bench-secret"

RERUN = Path(__file__).with_name("rerun.yml")
INSTANCE = {
    "zone": "zone-1",
    "template": "CentOS 5.6 (64-bit) no GUI (Simulator)",
    "service_offering": "Small Instance",
}
OFFERING = "DefaultIsolatedNetworkOfferingWithSourceNatService"
NETWORKS = 5
CHECK = """
import json, resource, sys, time
from ansible.plugins.loader import init_plugin_loader
init_plugin_loader()
from ansible_collections.cloudstack.cloud.plugins.module_utils.fleet.converge import CONVERGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import execute
started = time.monotonic()
options = {name: option.get("default") for name, option in CONVERGE.arguments()["argument_spec"].items()}
result = execute(CONVERGE.work, {**options, "resources": json.load(sys.stdin)}, False)
assert not result["changed"] and not result.get("failed"), result.get("msg")
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, time.monotonic() - started]))
"""


class Cloud:
    """A simulator and what reaches it."""

    def __init__(self, simulator: Simulator, url: str) -> None:
        self.simulator = simulator
        self.environment = {"CLOUDSTACK_ENDPOINT": url, "CLOUDSTACK_KEY": API_KEY, "CLOUDSTACK_SECRET": SECRET_KEY}


def bring_up_tasks() -> list[dict[str, Any]]:
    """The tasks of the bring-up."""
    play: dict[str, Any] = yaml.safe_load(RERUN.read_text(encoding="utf-8"))[0]
    return list(play["tasks"])


def bring_up_entries() -> list[dict[str, Any]]:
    """The bring-up as entries of a converge task."""
    modules = [(name, given) for task in bring_up_tasks() for name, given in task.items() if name != "name"]
    return [{name.rsplit(".", 1)[1]: options} for name, options in modules]


def instances(prefix: str, count: int, network: str = "web-net") -> list[dict[str, Any]]:
    """Entries for so many instances."""
    return [
        {"instance": {**INSTANCE, "name": f"{prefix}{number:03}", "networks": [network]}} for number in range(count)
    ]


def add_hosts(simulator: Simulator, count: int) -> None:
    """Add room for some fifteen small instances a host."""
    ids = {"zoneid": _id(simulator, "zones"), "podid": _id(simulator, "pods"), "clusterid": _id(simulator, "clusters")}
    have = len(_list(simulator, "hosts"))
    for number in range(have, have + count):
        _ask(
            simulator,
            "addHost",
            hypervisor="Simulator",
            username="",
            password="",
            url=f"http://sim/more/{number}",
            **ids,
        )


def thousand(simulator: Simulator) -> list[dict[str, Any]]:
    """Deploy a thousand instances in five networks; returns the entries that ask for them."""
    add_hosts(simulator, 70)
    zone = _id(simulator, "zones")
    ids = {
        "zoneid": zone,
        "templateid": _named(_list(simulator, "templates", templatefilter="executable"), INSTANCE["template"]),
        "serviceofferingid": _named(_list(simulator, "serviceofferings"), INSTANCE["service_offering"]),
    }
    offering = _named(_list(simulator, "networkofferings"), OFFERING)
    entries = []
    for number in range(NETWORKS):
        name = f"fleet-{number}"
        _ask(simulator, "createNetwork", zoneid=zone, name=name, displaytext=name, networkofferingid=offering)
        network = _named(_list(simulator, "networks"), name)
        for entry in instances(f"node-{number}-", 1000 // NETWORKS, name):
            _ask(simulator, "deployVirtualMachine", name=entry["instance"]["name"], networkids=network, **ids)
            entries.append(entry)
    running = [one for one in _list(simulator, "virtualmachines", pagesize=-1) if one["state"] == "Running"]
    if len(running) < len(entries):
        raise RuntimeError(f"only {len(running)} instances run")
    return entries


def memory_of_check(cloud: Cloud, entries: list[dict[str, Any]], scratch: Path) -> tuple[int, float]:
    """Check entries in a process of its own; returns its peak of resident memory in MB, and the seconds of the work."""
    scratch.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", CHECK],
        input=json.dumps(entries),
        env=playbook_run.ansible_environment(scratch, cloud.environment),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    megabytes, seconds = json.loads(run.stdout)
    return megabytes, seconds


def _ask(simulator: Simulator, command: str, **params: Any) -> dict[str, Any]:
    status, body = simulator.request(command, **params)
    answer: dict[str, Any] = next(iter(body.values()))
    if status != 200:
        raise RuntimeError(f"{command}: {answer}")
    return answer


def _list(simulator: Simulator, kind: str, **params: Any) -> list[dict[str, Any]]:
    command = {
        "zones": "listZones",
        "pods": "listPods",
        "clusters": "listClusters",
        "hosts": "listHosts",
        "networks": "listNetworks",
        "templates": "listTemplates",
        "serviceofferings": "listServiceOfferings",
        "networkofferings": "listNetworkOfferings",
        "virtualmachines": "listVirtualMachines",
    }[kind]
    answer = _ask(simulator, command, **params)
    return next((value for value in answer.values() if isinstance(value, list)), [])


def _id(simulator: Simulator, kind: str) -> str:
    return str(_list(simulator, kind)[0]["id"])


def _named(rows: list[dict[str, Any]], name: str) -> str:
    return next(str(row["id"]) for row in rows if row["name"] == name)
