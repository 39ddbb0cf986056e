"""Ten thousand instances in a thousand networks. The times are printed; only a generous ceiling is asserted."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from callers import PACKAGE, call

from cloudstack_simulator import Simulator
from cloudstack_simulator.populate import Plan, build, plan
from cloudstack_simulator.server import Server

NETWORKS, INSTANCES, PAGE, CLIENTS = 1000, 10_000, 500, 32
BUILD_CEILING, PAGE_CEILING, MEMORY_CEILING = 60.0, 5.0, 600.0


@pytest.fixture(scope="module")
def large() -> Iterator[tuple[Server, float]]:
    """A served cloud of that size, and the seconds that it took to build."""
    simulator = Simulator(api_key="key", secret_key="secret", strict=True)
    begun = time.perf_counter()
    build(simulator, plan(f"zones=2,networks={NETWORKS},instances={INSTANCES}"))
    took = time.perf_counter() - begun
    with simulator.serve() as server:
        yield server, took
    assert simulator.defects == []


def report(capsys: pytest.CaptureFixture[str], what: str, measured: float, unit: str) -> None:
    with capsys.disabled():
        print(f"\n{what}: {measured:.1f} {unit}", end="")


def test_it_is_built_fast(large: tuple[Server, float], capsys: pytest.CaptureFixture[str]) -> None:
    server, took = large
    report(capsys, f"{INSTANCES} instances in {NETWORKS} networks built in", took, "s")
    store = server.simulator.store
    assert (store.count("virtualmachine"), store.count("network")) == (INSTANCES, NETWORKS)
    assert server.simulator.calls == [], "the builder's own calls are not recorded"
    assert took < BUILD_CEILING


def test_everything_in_it_is_whole(large: tuple[Server, float]) -> None:
    store = large[0].simulator.store
    nics = store.all("nic")
    assert len({(nic["networkid"], nic["ipaddress"]) for nic in nics}) == len(nics) == INSTANCES
    assert len({nic["macaddress"] for nic in nics}) == INSTANCES
    assert len({i["instancename"] for i in store.all("virtualmachine")}) == INSTANCES
    assert len({(n["zoneid"], n["vlan"]) for n in store.all("network")}) == NETWORKS
    assert {nic["virtualmachineid"] for nic in nics} == {i["id"] for i in store.all("virtualmachine")}
    assert {volume["virtualmachineid"] for volume in store.all("volume")} == {
        i["id"] for i in store.all("virtualmachine")
    }
    sources = [address for address in store.all("publicipaddress") if address["issourcenat"]]
    assert len({address["ipaddress"] + address["vlanid"] for address in sources}) == NETWORKS
    assert store.count("router") == NETWORKS


def test_a_page_of_instances_comes_fast(large: tuple[Server, float], capsys: pytest.CaptureFixture[str]) -> None:
    simulator, seen, times = large[0].simulator, set(), []
    for page in range(1, INSTANCES // PAGE + 1):
        begun = time.perf_counter()
        status, body = simulator.request("listVirtualMachines", page=page, pagesize=PAGE)
        times.append(time.perf_counter() - begun)
        answer = body["listvirtualmachinesresponse"]
        assert (status, answer["count"], len(answer["virtualmachine"])) == (200, INSTANCES, PAGE)
        seen |= {instance["id"] for instance in answer["virtualmachine"]}
    report(capsys, f"a page of {PAGE} of {INSTANCES} instances, median", sorted(times)[len(times) // 2] * 1000, "ms")
    assert len(seen) == INSTANCES
    assert max(times) < PAGE_CEILING


def test_what_was_copied_lives_like_what_was_made(large: tuple[Server, float]) -> None:
    simulator = large[0].simulator
    (network,) = simulator.store.where("network", name="network-7")[:1]
    instance = simulator.store.where("nic", networkid=network["id"])[0]["virtualmachineid"]
    job = simulator.request("stopVirtualMachine", id=instance)[1]["stopvirtualmachineresponse"]["jobid"]
    for _ in range(3):
        done = simulator.request("queryAsyncJobResult", jobid=job)[1]["queryasyncjobresultresponse"]
    assert done["jobresult"]["virtualmachine"]["state"] == "Stopped"
    shown = simulator.request("listNetworks", id=network["id"])[1]["listnetworksresponse"]["network"][0]
    assert (shown["name"], shown["state"]) == ("network-7", "Implemented")


def test_many_clients_at_once(large: tuple[Server, float], capsys: pytest.CaptureFixture[str]) -> None:
    server = large[0]
    before = server.simulator.store.count("instancegroup")

    def work(client: int) -> list[int]:
        statuses = []
        for turn in range(5):
            name = f"group-{client}-{turn}"
            statuses.append(call(server.url, "createInstanceGroup", name=name).status_code)
            statuses.append(call(server.url, "listVirtualMachines", page=client + 1, pagesize=20).status_code)
            statuses.append(call(server.url, "listZones").status_code)
        return statuses

    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = [status for client in pool.map(work, range(CLIENTS)) for status in client]
    report(capsys, f"{len(statuses)} calls of {CLIENTS} clients", time.perf_counter() - begun, "s")
    assert set(statuses) == {200}
    assert server.simulator.store.count("instancegroup") - before == CLIENTS * 5


def test_it_fits_into_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a process of its own, with the state written to a file too."""
    code = (
        "import json, resource, sys\n"
        "from cloudstack_simulator import Simulator\n"
        "from cloudstack_simulator.populate import build, plan\n"
        "cloud = Simulator(api_key='k', secret_key='s', state_file=sys.argv[1])\n"
        f"build(cloud, plan('zones=2,networks={NETWORKS},instances={INSTANCES}'))\n"
        "cloud.request('listVirtualMachines', page=1, pagesize=500)\n"
        "print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))\n"
    )
    state = tmp_path / "cloud.json"
    run = subprocess.run([sys.executable, "-c", code, str(state)], capture_output=True, text=True, timeout=300,
                         env={"PYTHONPATH": str(PACKAGE)}, check=True)  # fmt: skip
    used = json.loads(run.stdout)
    report(capsys, "memory at that size", used, "MiB")
    assert used < MEMORY_CEILING
    restored = Simulator(api_key="k", secret_key="s", state_file=state)
    assert restored.store.count("virtualmachine") == INSTANCES


@pytest.mark.parametrize("text", ["", "zones", "zones=0", "zones=x", "moons=1", "instances=5", "networks=999999",
                                  "networks=1,instances=251", "zones=51"])  # fmt: skip
def test_a_plan_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        plan(text)


def test_a_small_plan(tmp_path: Path) -> None:
    simulator = Simulator(api_key="key", secret_key="secret", strict=True, state_file=tmp_path / "cloud.json")
    build(simulator, Plan(zones=2, hosts=3, networks=3, instances=7))
    store = simulator.store
    assert [store.count(kind) for kind in ("zone", "host", "network", "virtualmachine")] == [2, 6, 3, 7]
    assert all(zone["allocationstate"] == "Enabled" for zone in store.all("zone"))
    saved = json.loads((tmp_path / "cloud.json").read_text(encoding="utf-8"))
    assert saved == json.loads(json.dumps(simulator.dump())), "it is saved once it stands"
    with simulator.serve() as server:
        assert call(server.url, "listVirtualMachines").json()["listvirtualmachinesresponse"]["count"] == 7
        assert requests.get(server.url, timeout=10).status_code == 401
