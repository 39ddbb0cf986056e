"""Network appliances: what their deployment demands, and what it opens."""

from __future__ import annotations

import pytest
from places import Site, shows

NICS = {
    "vnfnics[0].deviceid": "0", "vnfnics[0].name": "inside", "vnfnics[1].deviceid": "1", "vnfnics[1].name": "outside",
    "vnfnics[1].management": "false", "vnfdetails[0].access_methods": "ssh-password,http",
}  # fmt: skip


@pytest.fixture
def site() -> Site:
    return Site()


def gateway(site: Site) -> str:
    """A template of an appliance with two NICs: its id, as soon as it is ready."""
    made = site.ok("registerVnfTemplate", name="gate", format="VHD", hypervisor="Simulator", zoneid=site.zone,
                   ostypeid=site.ok("listOsTypes")["ostype"][0]["id"],
                   url="http://mirror.example.com/g.vhd", **NICS)["template"][0]["id"]  # fmt: skip
    for _ in range(10):
        if site.one("listVnfTemplates", templatefilter="self", id=made)["isready"]:
            return str(made)
    raise AssertionError("the template does not become ready")


def test_an_appliance_needs_its_networks_and_its_template(site: Site) -> None:
    inside, outside = (site.network(name)["id"] for name in ("inside", "outside"))
    asked = {"zoneid": site.zone, "serviceofferingid": site.service(), "name": "gate", "networkids": inside}
    assert "not a VNF template" in site.no("deployVnfAppliance", **asked, templateid=site.template())
    template = gateway(site)
    assert "VNF nics" in site.no("deployVnfAppliance", **asked, templateid=template)
    assert site.none("listVirtualMachines")
    asked["networkids"] = f"{inside},{outside}"
    made = site.ok("deployVnfAppliance", **asked, templateid=template)["virtualmachine"]
    shows(made, state="Running", vnfdetails={"access_methods": "ssh-password,http"})
    assert [nic["name"] for nic in made["vnfnics"]] == ["inside", "outside"]
    assert site.none("listFirewallRules")


def test_the_management_of_an_appliance_is_opened(site: Site) -> None:
    networks = ",".join(site.network(name)["id"] for name in ("inside", "outside"))
    made = site.ok("deployVnfAppliance", zoneid=site.zone, serviceofferingid=site.service(), name="gate",
                   networkids=networks, templateid=gateway(site), vnfconfiguremanagement="true",
                   vnfcidrlist="192.0.2.0/24")["virtualmachine"]  # fmt: skip
    address = site.one("listPublicIpAddresses", isstaticnat="true")
    shows(address, virtualmachineid=made["id"], associatednetworkname="inside")
    rules = site.ok("listFirewallRules", ipaddressid=address["id"])["firewallrule"]
    assert sorted((rule["startport"], rule["cidrlist"]) for rule in rules) == [
        (22, "192.0.2.0/24"),
        (80, "192.0.2.0/24"),
    ]
