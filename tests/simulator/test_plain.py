"""Nouns of which only the surface is recorded, made of one line each."""

from __future__ import annotations

import pytest
from places import Site, shows

from cloudstack_simulator import registry
from cloudstack_simulator.model.plain import Plain

RULE = {"gslbdomainname": "one.example.com", "gslbservicetype": "tcp", "regionid": 1}
NOUN = "GlobalLoadBalancerRule"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site that also knows rules for the whole world and the DNS zones of the recorded surface, during the test."""
    for table in ("_COMMANDS", "_JOBS"):
        monkeypatch.setattr(registry, table, dict(getattr(registry, table)))
    Plain("globalloadbalancerrule").simulate(
        lists=f"list{NOUN}s", creates=f"create{NOUN}", updates=f"update{NOUN}", deletes=f"delete{NOUN}"
    )
    Plain("gpudevice").simulate(creates="createGpuDevice", lists="listGpuDevices")
    return Site()


def test_a_record_lives_as_its_parameters_say(site: Site) -> None:
    made = site.ok(f"create{NOUN}", name="world", description="all of it", **RULE)["globalloadbalancerrule"]
    shows(made, name="world", regionid=1, gslbdomainname="one.example.com", account="admin")
    shows(site.one(f"list{NOUN}s", id=made["id"]), description="all of it", domainid=made["domainid"])
    site.ok(f"update{NOUN}", id=made["id"], description="half of it")
    shows(site.one(f"list{NOUN}s", regionid=1), description="half of it", name="world")
    assert site.ok(f"list{NOUN}s", regionid=2) == {}
    site.ok(f"delete{NOUN}", id=made["id"])
    assert site.ok(f"list{NOUN}s") == {}
    assert "value" in site.no(f"delete{NOUN}", id=made["id"])


def test_a_command_that_is_answered_elsewhere_is_not_taken_over(site: Site) -> None:
    with pytest.raises(ValueError, match="answered twice"):
        Plain("zone").simulate(lists="listZones")
