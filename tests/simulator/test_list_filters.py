"""A filter that a list command has leaves out what does not fit: what fits is there, what does not is not."""

from __future__ import annotations

from typing import Any

import pytest
from places import Site
from test_refused_values import PERSON, SERVICES

NOTHING: dict[str, Any] = {}


@pytest.fixture(scope="module")
def site() -> Site:
    place = Site()
    network = place.network()
    place.instance(network)
    place.ok("createAccount", **PERSON, username="ann")
    place.ok("createNetworkOffering", **SERVICES, tags="fast")
    root = place.one("listVolumes", type="ROOT", listall="true")["id"]
    place.ok("createSnapshot", volumeid=root)
    vpc = place.one("listVPCOfferings", name="Default VPC offering")["id"]
    place.ok("createVPC", name="v", displaytext="v", cidr="10.3.0.0/16", zoneid=place.zone, vpcofferingid=vpc)
    return place


FILTERS: list[tuple[str, dict[str, Any], str, str]] = [
    ("listAccounts", {"listall": "true"}, "apikeyaccess=inherit", "apikeyaccess=disabled"),
    ("listHosts", {"type": "Routing"}, "version=4.23.0.0-SNAPSHOT", "version=4.22"),
    ("listHosts", {"type": "Routing"}, "outofbandmanagementpowerstate=Disabled", "outofbandmanagementpowerstate=On"),
    ("listNetworkOfferings", {"name": "n"}, "tags=fast", "tags=slow"),
    ("listNetworkOfferings", {"name": "n"}, "istagged=true", "istagged=false"),
    ("listNetworkOfferings", {"name": "n"}, "sourcenatsupported=false", "sourcenatsupported=true"),
    ("listSnapshots", NOTHING, "snapshottype=MANUAL", "snapshottype=RECURRING"),
    ("listUsers", {"username": "ann", "listall": "true"}, "usersource=native", "usersource=ldap"),
    ("listVPCs", NOTHING, "supportedservices=Dhcp", "supportedservices=SecurityGroup"),
    ("listTemplates", {"templatefilter": "executable"}, "isvnf=false", "isvnf=true"),
    ("listTemplates", {"templatefilter": "executable"}, "forcks=false", "forcks=true"),
    ("listVirtualMachines", NOTHING, "leased=false", "leased=true"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "always", "fits", "does_not"), FILTERS)
def test_a_filter_leaves_out_what_does_not_fit(
    site: Site, command: str, always: dict[str, Any], fits: str, does_not: str
) -> None:
    every = site.ok(command, **always)
    assert every["count"] >= 1
    assert site.ok(command, **always, **dict([fits.split("=")])) == every
    assert site.none(command, **always, **dict([does_not.split("=")]))
