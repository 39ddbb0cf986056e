"""The networks under examples/ come up as described, stay so, tell their drift, and go away without a trace."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.collection import ROOT
from helpers.zones import example

pytestmark = pytest.mark.playbook

EXAMPLES = ROOT / "examples" / "networks"
STATE = {
    "three-tier": "shop_state",
    "routed": "routed_state",
    "security-groups": "groups_state",
    "vpn-pair": "sites_state",
}
ZONE = {"security-groups": "advanced-security-groups"}
"""The zones of the examples that are not in the one of examples/zones/advanced.yml."""

KINDS = (
    "vpc",
    "network",
    "networkacllist",
    "networkacl",
    "router",
    "publicipaddress",
    "networkoffering",
    "zoneipv4subnet",
    "ipv4subnetforguestnetwork",
    "loadbalancerrule",
    "applicationloadbalancer",
    "vpncustomergateway",
    "vpngateway",
    "vpnconnection",
    "internalloadbalancervm",
    "tag",
    "securitygroup",
)


MADE: dict[str, dict[str, dict[str, Any]]] = {
    "three-tier": {
        "network shop-web": {"vpc": "shop", "acl": "web"},
        "lb_rule shop": {"public_port": 80, "network": "shop-web"},
        "lb_rule_member shop": {"vms": ["shop-web-1", "shop-web-2"]},
        "lb_internal shop-app": {"source_ip": "10.20.2.200"},
        "lb_internal_member shop-app": {"vms": ["shop-app-1", "shop-app-2"]},
    },
    "vpn-pair": {
        "vpn_gateway north": {"vpc": "north"},
        "vpn_connection south north": {"passive": False},
        "vpn_connection north south": {"passive": True},
    },
}
"""Some of what the difference of a first run must show."""


@pytest.fixture
def cloud_of(simulator: Any, run_playbook: Any) -> Any:
    """Builds the zone that an example is for."""

    def build(name: str) -> None:
        built = run_playbook("cloudstack.cloud.zone", example(ZONE.get(name, "advanced")))
        assert built.rc == 0, built.stdout + built.stderr
        simulator.clear_calls()

    return build


def held(simulator: Any) -> dict[str, list[str]]:
    """The ids of what the examples make, without the group that every account gets by itself."""
    kinds = simulator.dump()["kinds"]
    return {
        kind: sorted(str(one["id"]) for one in kinds.get(kind, []) if one.get("name") != "default") for kind in KINDS
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yml")))
def test_an_example_goes_up_and_down(name: str, cloud_of: Any, simulator: Any, run_playbook: Any) -> None:
    cloud_of(name)
    path, fresh = EXAMPLES / f"{name}.yml", held(simulator)

    told = run_playbook(path, check=True, diff=True)
    assert (told.rc, told.changed, simulator.writes) == (0, 1, 0), told.stdout + told.stderr
    first = run_playbook(path, diff=True)
    assert (first.rc, first.changed) == (0, 1), first.stdout + first.stderr
    assert first.tasks[-1].diff == told.tasks[-1].diff, "the run did something else than check mode told"
    after = first.tasks[-1].diff["after"]
    for title, shown in MADE.get(name, {}).items():
        assert {key: after[title].get(key) for key in shown} == shown, title

    simulator.clear_calls()
    again = run_playbook(path, diff=True)
    assert (again.rc, again.changed, simulator.writes) == (0, 0, 0), again.stdout + again.stderr
    assert [task.task for task in again.tasks if task.diff] == []

    down = {STATE[name]: "absent"}
    told = run_playbook(path, down, check=True, diff=True)
    assert (told.rc, told.changed, simulator.writes) == (0, 1, 0), told.stdout + told.stderr
    gone = run_playbook(path, down, diff=True)
    assert (gone.rc, gone.changed) == (0, 1), gone.stdout + gone.stderr
    assert gone.tasks[-1].diff == told.tasks[-1].diff, "the removal did something else than check mode told"
    assert held(simulator) == fresh
    simulator.clear_calls()
    assert run_playbook(path, down).changed == 0
    assert simulator.writes == 0


def test_what_drifts_is_told_and_put_right(cloud_of: Any, simulator: Any, run_playbook: Any) -> None:
    cloud_of("three-tier")
    path = EXAMPLES / "three-tier.yml"
    assert run_playbook(path).rc == 0
    rule = next(one for one in simulator.store.all("networkacl") if one.get("startport") == "3306")
    rule["_cidrs"] = ["0.0.0.0/0"]
    simulator.clear_calls()
    told = run_playbook(path, check=True, diff=True)
    assert (told.changed, simulator.writes) == (1, 0)
    done = run_playbook(path, diff=True)
    assert (done.changed, simulator.writes) == (1, 1)
    assert told.tasks[-1].diff == done.tasks[-1].diff
    assert "10.20.2.0/24" in str(done.tasks[-1].diff)
    assert rule["_cidrs"] == ["10.20.2.0/24"]
