"""Random zone trees, and zones built of trees and read back, without starting Ansible."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from contract.catalogue import load
from contract.fleet import converge
from contract.world import KEY, SECRET, Tasks
from hypothesis import strategies as st

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.tree_text import tree_text
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_entries import zone_entries
from ansible_collections.cloudstack.cloud.plugins.plugin_utils.zone_layout import zone_layout
from cloudstack_simulator import Simulator

HOST = {"username": "root", "password": "not-a-real-one"}
WORD = st.text(alphabet="abcXYZ09-_ äß{}%:#'\"", min_size=1, max_size=12).map(lambda text: f"n{text}n")
STATE = st.sampled_from(["enabled", "disabled"])
TAGS = st.lists(st.sampled_from(["fast", "ssd", "gold"]), unique=True, max_size=2)


@contextmanager
def empty_cloud() -> Iterator[Tasks]:
    """A cloud on which nothing has been built."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        yield Tasks(simulator, server.url)
    assert simulator.defects == [], "the simulator itself failed"


def entries(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """What the role zone gives to converge."""
    return zone_entries(zone_layout(tree, HOST))["all"]


def build(tasks: Tasks, tree: dict[str, Any]) -> None:
    """Build a zone, one thing after the other."""
    for entry in entries(tree):
        for kind, options in entry.items():
            tasks.run(kind, options)


def differences(tasks: Tasks, tree: dict[str, Any]) -> list[dict[str, Any]]:
    """What a check run of the role would change; it writes nothing."""
    found = converge(tasks, entries(tree), check=True)
    assert tasks.writes == 0
    return [row for row in found["resources"] if row["changed"]]


def exported(tasks: Tasks, name: str) -> dict[str, Any]:
    """What the module export returns."""
    return load("run").work_with(tasks.client, load("export.work").export_work, {"zone": name}, False)


def text_of(found: dict[str, Any]) -> str:
    """The file that the role export writes."""
    return tree_text(found["variables"], found["notes"])


def _named(draw: Any, most: int) -> list[str]:
    return draw(st.lists(WORD, max_size=most, unique_by=str.casefold))


@st.composite
def zone_trees(draw: Any) -> dict[str, Any]:
    """A random zone: of any kind, with names of any kind, empty or with a few of everything, in any state."""
    kind = draw(st.sampled_from(["Basic", "Advanced", "Edge"]))
    names = iter(f"{name} {number}" for number, name in enumerate(draw(st.lists(WORD, min_size=40, max_size=40))))
    pods = [_pod(draw, names, number, kind) for number in range(draw(st.integers(0, 2)))]
    clusters = [cluster for pod in pods for cluster in pod["clusters"]]
    carried = ["Management", "Guest"] if kind == "Basic" else ["Management", "Guest", "Public", "Storage"]
    tree: dict[str, Any] = {
        "name": next(names),
        "network_type": "Basic" if kind == "Basic" else "Advanced",
        "is_edge": kind == "Edge",
        "securitygroups_enabled": kind == "Basic",
        "dns1": "192.0.2.53",
        "local_storage_enabled": draw(st.booleans()),
        "state": "enabled" if clusters and draw(st.booleans()) else "disabled",
        "physical_networks": [{"name": next(names), "traffic_types": [{"traffic_type": one} for one in carried]}],
        "pods": pods,
        "secondary_storage": [
            {"name": next(names), "url": f"nfs://10.0.2.5/secondary/{number}"}
            for number in range(draw(st.integers(0, 2)))
        ],
    }
    if kind == "Advanced":
        tree["guest_cidr_address"] = "10.1.1.0/24"
        tree["public_ip_ranges"] = [
            _range(f"198.51.100.{10 * number + 10}") for number in range(draw(st.integers(0, 3)))
        ]
    if clusters and all(cluster["hosts"] for cluster in clusters):
        tree["primary_storage"] = [_pool(draw, next(names), "zone")] if draw(st.booleans()) else []
    return tree


def _range(start: str) -> dict[str, str]:
    base = start.rsplit(".", 1)[0]
    return {"start_ip": start, "gateway": f"{base}.1", "netmask": "255.255.255.0", "vlan": "51"}


def _pod(draw: Any, names: Iterator[str], number: int, kind: str) -> dict[str, Any]:
    pod: dict[str, Any] = {"name": next(names), "state": draw(STATE)}
    base = f"10.0.{number + 10}"
    if kind != "Edge":
        pod.update(_range(f"{base}.10"), end_ip=f"{base}.60")
        del pod["vlan"]
        pod["management_ip_ranges"] = [{"start_ip": f"{base}.100"}] if draw(st.booleans()) else []
    if kind == "Basic":
        pod["guest_ip_ranges"] = [{**_range(f"10.0.{number + 50}.10"), "vlan": "untagged"}]
    pod["clusters"] = [_cluster(draw, names, f"{number}-{inner}") for inner in range(draw(st.integers(0, 2)))]
    return pod


def _cluster(draw: Any, names: Iterator[str], place: str) -> dict[str, Any]:
    hosts = [
        {
            "name": next(names),
            "url": f"http://sim/{place}/{number}",
            "host_tags": draw(TAGS),
            "allocation_state": "enabled"
            if number == 0
            else draw(st.sampled_from(["enabled", "disabled", "maintenance"])),
        }
        for number in range(draw(st.integers(0, 2)))
    ]
    pools = [_pool(draw, next(names), place)] if hosts and draw(st.booleans()) else []
    return {
        "name": next(names),
        "hypervisor": "Simulator",
        "state": draw(STATE),
        "hosts": hosts,
        "primary_storage": pools,
    }


def _pool(draw: Any, name: str, place: str) -> dict[str, Any]:
    return {
        "name": name,
        "storage_url": f"nfs://10.0.2.5/primary/{place}",
        "storage_tags": draw(TAGS),
        "allocation_state": draw(st.sampled_from(["enabled", "disabled", "maintenance"])),
    }
