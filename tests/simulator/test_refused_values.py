"""Values that the server refuses: the simulator refuses them too, and nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from places import ISOLATED, Site

Given = Callable[["Place"], dict[str, Any]]


class Place(Site):
    """A zone with what the refused requests name."""

    def __init__(self) -> None:
        super().__init__()
        self.net = self.network()
        self.vm = self.instance(self.net)["id"]
        self.ip = self.address(self.net)["id"]
        vpc_offering = self.one("listVPCOfferings", name="Default VPC offering")["id"]
        self.vpc_params = {"zoneid": self.zone, "vpcofferingid": vpc_offering, "displaytext": "v", "name": "v"}
        self.vpc = self.ok("createVPC", cidr="10.3.0.0/16", **self.vpc_params)["vpc"]["id"]
        self.acl = self.ok("createNetworkACLList", name="a", vpcid=self.vpc)["networkacllist"]["id"]
        self.account = self.ok("createAccount", **PERSON, username="ann")["account"]["name"]
        self.system = self.ok("listOsTypes")["ostype"][0]["id"]

    def disk(self, name: str) -> str:
        """The id of a disk offering."""
        return self.one("listDiskOfferings", name=name)["id"]


PERSON = {"password": "p", "firstname": "f", "lastname": "l", "email": "e@example.com", "accounttype": "0"}
ZONE = {"name": "z", "dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced"}
OFFERING = {"name": "o", "displaytext": "o", "cpunumber": "1", "cpuspeed": "500", "memory": "512"}
CUSTOM = {"name": "o", "displaytext": "o", "customized": "true"}
DISK = {"name": "d", "displaytext": "d", "disksize": "1"}
BAD_DOMAIN = {"networkdomain": "a_b!"}
SERVICES = {
    "name": "n", "displaytext": "n", "guestiptype": "Isolated", "traffictype": "Guest", "supportedservices": "Dhcp",
    "serviceproviderlist[0].service": "Dhcp", "serviceproviderlist[0].provider": "VirtualRouter",
}  # fmt: skip


def network(**more: Any) -> Given:
    """A new isolated network."""
    return lambda p: {"name": "n", "zoneid": p.zone, "networkofferingid": p.offering(ISOLATED), **more}


def shared(**more: Any) -> Given:
    """A new shared network; its range is a good one unless told otherwise."""
    held = {"startip": "10.5.5.10", "endip": "10.5.5.20", "gateway": "10.5.5.1", "netmask": "255.255.255.0"}
    return lambda p: {
        **network(**{**held, "vlan": "901", **more})(p),
        "networkofferingid": p.offering("DefaultSharedNetworkOffering"),
    }


def template(**more: Any) -> Given:
    """A new template."""
    held = {
        "name": "t",
        "displaytext": "t",
        "url": "http://192.0.2.9/x.vhd",
        "format": "VHD",
        "hypervisor": "Simulator",
    }
    return lambda p: {**held, "zoneid": p.zone, "ostypeid": p.system, **more}


def rule(**more: Any) -> Given:
    """A new rule of an ACL."""
    return lambda p: {"aclid": p.acl, "protocol": "tcp", "startport": "80", "endport": "80", **more}


def ping(**more: Any) -> Given:
    """A new rule of an ACL for ICMP."""
    return lambda p: {"aclid": p.acl, "protocol": "icmp", **more}


def instance(**more: Any) -> Given:
    """A new instance."""
    return lambda p: {
        "name": "d",
        "zoneid": p.zone,
        "templateid": p.template(),
        "serviceofferingid": p.service(),
        "networkids": p.net["id"],
        **{name: value(p) if callable(value) else value for name, value in more.items()},
    }


def volume(offering: str, **more: Any) -> Given:
    """A new volume."""
    return lambda p: {"name": "v", "zoneid": p.zone, "diskofferingid": p.disk(offering), **more}


def just(**params: Any) -> Given:
    """Parameters that depend on nothing."""
    return lambda _place: params


def vpc(**more: Any) -> Given:
    """A new VPC."""
    return lambda p: {**p.vpc_params, "cidr": "10.9.0.0/16", **more}


def at_address(**more: Any) -> Given:
    """A rule on a public address."""
    return lambda p: {"ipaddressid": p.ip, **more}


REFUSED: list[tuple[str, Given, str]] = [
    ("createZone", just(**ZONE, guestcidraddress="198.51.100.0/24"), "valid guest cidr"),
    ("createZone", just(**ZONE, domain="a_b!"), "Invalid network domain"),
    ("createZone", just(**ZONE, allocationstate="weird"), "Unable to resolve Allocation State"),
    ("createZone", just(**{**ZONE, "networktype": "Basic"}, guestcidraddress="10.1.1.0/24"), "not supported for Basic"),
    ("updateZone", lambda p: {"id": p.zone, "domain": "-a"}, "Invalid network domain"),
    ("updateZone", lambda p: {"id": p.zone, "dnssearchorder": "a..b"}, "Invalid network domain"),
    ("updateZone", lambda p: {"id": p.zone, "allocationstate": "weird"}, "Unable to resolve Allocation State"),
    ("createPod", lambda p: {"zoneid": p.zone, "name": "p", "allocationstate": "weird", "gateway": "10.9.9.1",
                             "netmask": "255.255.255.0", "startip": "10.9.9.2"}, "Unable to resolve Allocation"),
    ("createAccount", just(**PERSON, username="u", **BAD_DOMAIN), "Invalid network domain"),
    ("updateAccount", lambda p: {"id": p.one("listAccounts", name="ann", listall="true")["id"], **BAD_DOMAIN},
     "Invalid network domain"),
    ("createDomain", just(name="d", **BAD_DOMAIN), "Invalid network domain"),
    ("updateDomain", lambda p: {"id": p.one("listDomains")["id"], **BAD_DOMAIN}, "Invalid network domain"),
    ("createNetwork", network(**BAD_DOMAIN), "Invalid network domain"),
    ("updateNetwork", lambda p: {"id": p.net["id"], **BAD_DOMAIN}, "Invalid network domain"),
    ("createNetwork", network(gateway="198.51.100.1", netmask="255.255.255.0"), "not RFC 1918 or 6598"),
    ("createNetwork", network(subdomainaccess="true"), "only with aclType=Domain"),
    ("createNetwork", network(account="ann"), "AccountName and domainId must be specified together"),
    ("createNetwork", shared(startip="10.5.5.20", endip="10.5.5.10"), "above the end address"),
    ("createNetwork", shared(startip="10.5.5.1"), "gateway shouldn't overlap"),
    ("createNetwork", shared(vlan="350"), "already being used for dynamic vlan allocation"),
    ("createVPC", vpc(**BAD_DOMAIN), "Invalid network domain"),
    ("createVPC", vpc(cidr="203.0.113.0/24"), "not RFC 1918 or 6598"),
    ("createVPC", vpc(account="ann"), "AccountName and domainId must be specified together"),
    ("createNetworkACL", rule(action="weird"), "Permitted actions are Allow and Deny"),
    ("createNetworkACL", rule(traffictype="weird"), "Invalid traffic type"),
    ("createNetworkACL", rule(protocol="weird"), "Invalid protocol"),
    ("createNetworkACL", rule(protocol="300"), "Invalid protocol"),
    ("createNetworkACL", rule(protocol="all"), "must be null if protocol = 'all'"),
    ("createNetworkACL", rule(number="0"), "cannot be < 1"),
    ("createNetworkACL", rule(icmptype="8"), "for ICMP protocol only"),
    ("createNetworkACL", ping(startport="8"), "when protocol is ICMP"),
    ("createNetworkACL", ping(icmptype="300", icmpcode="0"), "Invalid icmp type"),
    ("createFirewallRule", at_address(protocol="icmp", icmptype="300"), "Invalid icmp type"),
    ("createFirewallRule", at_address(protocol="icmp", icmptype="8", icmpcode="99"), "Invalid icmp code"),
    ("createLoadBalancerRule", lambda p: {"publicipid": p.ip, "name": "l", "publicport": "80", "privateport": "80",
                                          "algorithm": "source", "protocol": "weird"}, "Invalid protocol"),
    ("createServiceOffering", just(**{**OFFERING, "memory": "31"}), "between 32 and"),
    ("createServiceOffering", just(**OFFERING, storagetype="weird"), "Valid values are: local, shared"),
    ("createServiceOffering", just(**OFFERING, provisioningtype="weird"), "thin, sparse, fat"),
    ("createServiceOffering", just(**OFFERING, cachemode="weird"), "writeback"),
    ("createServiceOffering", just(**OFFERING, networkrate="-1"), "network rate"),
    ("createServiceOffering", just(**OFFERING, rootdisksize="0"), "must be greater than 0"),
    ("createServiceOffering", just(**OFFERING, customizediops="false", miniops="5", maxiops="4"), "less than or"),
    ("createServiceOffering", just(**OFFERING, issystem="true", systemvmtype="weird"), "domainrouter"),
    ("createServiceOffering", just(**CUSTOM, cpunumber="1"), "cpu and memory all should be null"),
    ("createServiceOffering", just(**CUSTOM, mincpunumber="1", maxcpunumber="2"), "all be null or all specified"),
    ("createServiceOffering", just(**CUSTOM, mincpunumber="3", maxcpunumber="2", minmemory="64", maxmemory="128",
                                   cpuspeed="500"), "mincpunumber must not be above"),
    ("createDiskOffering", just(**{**DISK, "disksize": "-1"}), "at least 1 GB"),
    ("createDiskOffering", just(**{**DISK, "disksize": "2001"}), "maximum size allowed is 2000 GB"),
    ("createDiskOffering", just(**DISK, storagetype="weird"), "Valid values are: local, shared"),
    ("createDiskOffering", just(**DISK, customizediops="false", maxiops="4"), "min IOPS must be greater than 0"),
    ("createDiskOffering", just(**DISK, hypervisorsnapshotreserve="-1"), "Hypervisor Snapshot Reserve"),
    ("createNetworkOffering", just(**SERVICES, networkmode="weird"), "NATTED, ROUTED"),
    ("createNetworkOffering", just(**SERVICES, routingmode="weird"), "Static, Dynamic"),
    ("createNetworkOffering", just(**SERVICES, internetprotocol="weird"), "DualStack"),
    ("createNetworkOffering", lambda p: {**SERVICES, "serviceofferingid": p.service()}, "cannot be used by virtual"),
    ("registerTemplate", template(format="WEIRD"), "Image format is incorrect"),
    ("registerTemplate", template(hypervisor="Weird"), "supported hypervisor type"),
    ("registerTemplate", template(url="x.vhd"), "Unsupported scheme"),
    ("registerTemplate", template(url="ftp://192.0.2.9/x.vhd"), "Unsupported scheme"),
    ("registerTemplate", template(format="QCOW2"), "Please specify a valid qcow2"),
    ("registerTemplate", template(arch="weird"), "aarch64"),
    ("registerTemplate", lambda p: template(zoneids=p.zone)(p), "cannot be specified at the same time"),
    ("registerTemplate", template(zoneid=""), "Either zoneid or zoneids is required"),
    ("registerIso", lambda p: {"name": "i", "displaytext": "i", "zoneid": p.zone, "url": "http://192.0.2.9/x.vhd"},
     "valid iso"),
    ("registerIso", lambda p: {"name": "i", "displaytext": "i", "zoneid": p.zone, "url": "http://192.0.2.9/x.iso"},
     "valid GuestOS Id"),
    ("registerTemplate", template(ostypeid=""), "Please provide a guest OS type"),
    ("deployVirtualMachine", instance(hypervisor="KVM"), "different from the hypervisor type of the template"),
    ("deployVirtualMachine", instance(macaddress="x"), "Mac address is not valid"),
    ("deployVirtualMachine", instance(boottype="weird"), "Valid values are: BIOS, UEFI"),
    ("deployVirtualMachine", instance(rootdisksize="0"), "positive number"),
    ("deployVirtualMachine", instance(rootdisksize="1"), "smaller than template size"),
    ("deployVirtualMachine", instance(rootdisksize="2001"), "maximum size allowed is 2000 GB"),
    ("deployVirtualMachine", instance(diskofferingid=lambda p: p.disk("Custom")), "requires a custom size"),
    ("deployVirtualMachine", instance(diskofferingid=lambda p: p.disk("Small"), size="7"), "not allow custom size"),
    ("deployVirtualMachine", instance(account="ann"), "AccountName and domainId must be specified together"),
    ("createVolume", volume("Small", size="7"), "does not allow custom size"),
    ("createVolume", volume("Custom", size="-1"), "at least 1 GB"),
    ("createVolume", volume("Custom", size="1025"), "out of allowed range"),
    ("createVolume", volume("Small", account="ann"), "AccountName and domainId must be specified together"),
    ("addAnnotation", just(entitytype="VM", annotation="a"), "I need to have an entity"),
]  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Place:
    return Place()


@pytest.mark.parametrize(("command", "given", "text"), REFUSED, ids=[f"{row[0]}-{row[2][:30]}" for row in REFUSED])
def test_it_is_refused_and_nothing_is_left(place: Place, command: str, given: Given, text: str) -> None:
    params = given(place)
    kinds = {kind: len(place.simulator.store.all(kind)) for kind in ("network", "volume", "virtualmachine", "template")}
    assert text in place.no(command, **params)
    assert {kind: len(place.simulator.store.all(kind)) for kind in kinds} == kinds


def test_what_is_just_within_is_accepted(place: Place) -> None:
    place.ok("createVolume", **volume("Custom", size="1024")(place))
    place.ok("createServiceOffering", **{**OFFERING, "memory": "32"})
    place.ok("createNetwork", **network(networkdomain="A-1.example.com")(place))
    place.ok("createNetwork", **network(gateway="100.64.0.1", netmask="255.255.255.0")(place))
    place.ok("createNetwork", **shared()(place))
    place.ok("createNetworkACL", **ping(icmptype="-1", icmpcode="-1")(place))
    place.ok("registerTemplate", **template(url="https://example.com/a/x.vhd.bz2")(place))
    domain = place.one("listDomains")["id"]
    made = place.ok("createNetwork", **network(account="ann", domainid=domain)(place))["network"]
    assert made["account"] == "ann"


def test_an_offering_keeps_iops_only_where_they_are_fixed(place: Place) -> None:
    given = {"miniops": "5", "maxiops": "9"}
    for number, words in enumerate(({}, {"customizediops": "true"})):
        kept = place.ok("createDiskOffering", **{**DISK, "name": f"loose-{number}"}, **given, **words)["diskoffering"]
        assert not kept.keys() & {"miniops", "maxiops"}
    fixed = place.ok("createDiskOffering", **{**DISK, "name": "fixed"}, **given, customizediops="false")
    assert (fixed["diskoffering"]["miniops"], fixed["diskoffering"]["maxiops"]) == (5, 9)


def test_the_cdrom_keeps_its_device(place: Place) -> None:
    disks = [place.ok("createVolume", **volume("Small")(place))["volume"]["id"] for _number in range(3)]
    assert "deviceId should be" in place.no("attachVolume", id=disks[0], virtualmachineid=place.vm, deviceid="3")
    attached = [place.ok("attachVolume", id=disk, virtualmachineid=place.vm)["volume"]["deviceid"] for disk in disks]
    assert attached == [1, 2, 4]
