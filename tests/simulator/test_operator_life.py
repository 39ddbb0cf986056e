"""How what an operator sets aside behaves: whom it is kept for, and what of it is told."""

from __future__ import annotations

import pytest
from places import Site, shows


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_peer_is_kept_for_an_owner_and_given_back(site: Site) -> None:
    peer = site.ok("createBgpPeer", zoneid=site.zone, asnumber=65100, ipaddress="10.9.9.9")["bgppeer"]
    domain = site.one("listDomains")
    kept = site.ok("dedicateBgpPeer", id=peer["id"], domainid=domain["id"], account="admin")["bgppeer"]
    shows(kept, account="admin", domain="ROOT", domainid=domain["id"])
    assert site.one("listBgpPeers", isdedicated="true")["id"] == peer["id"]
    assert "account" not in site.ok("releaseBgpPeer", id=peer["id"])["bgppeer"]
    assert site.none("listBgpPeers", isdedicated="true")


def test_a_kept_range_of_vlans_shows_internal_numbers(site: Site) -> None:
    network = site.one("listPhysicalNetworks", zoneid=site.zone)
    first = str(network["vlan"]).split("-")[0]
    kept = {"physicalnetworkid": network["id"], "vlanrange": f"{first}-{first}"}
    site.ok("dedicateGuestVlanRange", **kept, domainid=site.one("listDomains")["id"], account="admin")
    held = site.one("listDedicatedGuestVlanRanges", physicalnetworkid=network["id"], zoneid=site.zone)
    assert isinstance(held["physicalnetworkid"], int)
    assert isinstance(held["zoneid"], int)
    assert "already dedicated" in site.no(
        "dedicateGuestVlanRange", **kept, domainid=held["domainid"], account=held["account"]
    )
