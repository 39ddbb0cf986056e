"""Whole clouds on request: zones that are ready for work, and as many networks and instances as are wanted."""

from __future__ import annotations

import copy
import itertools
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import addresses
from .jobs import AtOnce
from .model import publicips
from .store import Record, Store

if TYPE_CHECKING:
    from .simulator import Simulator

MOST_ZONES = 50
PUBLIC_ADDRESSES = 4000
PER_HOST = 64
SIZE = {"cpunumber": 1, "cpuspeed": 500, "memory": 128}
OFFERING = "Populated"
ISOLATED = "DefaultIsolatedNetworkOfferingWithSourceNatService"
ELEMENTS = {
    "VirtualRouter": "configureVirtualRouterElement",
    "VpcVirtualRouter": "configureVirtualRouterElement",
    "InternalLbVm": "configureInternalLoadBalancerElement",
}
LISTS = {
    "VirtualRouter": "listVirtualRouterElements",
    "VpcVirtualRouter": "listVirtualRouterElements",
    "InternalLbVm": "listInternalLoadBalancerElements",
}


@dataclass(frozen=True)
class Plan:
    """How many of each: `hosts` in every zone at least, `networks` and `instances` spread over the zones."""

    zones: int = 1
    hosts: int = 2
    networks: int = 0
    instances: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.zones <= MOST_ZONES or self.hosts < 1 or self.networks < 0 or self.instances < 0:
            raise ValueError(f"1 to {MOST_ZONES} zones, at least one host in each, and no negative numbers")
        if self.instances and not self.networks:
            raise ValueError("instances need networks")
        if self.networks > self.zones * PUBLIC_ADDRESSES:
            raise ValueError(f"a zone has public addresses for {PUBLIC_ADDRESSES} networks")
        if self.networks and self.instances > self.networks * 250:
            raise ValueError("a network has room for 250 instances")


def plan(text: str) -> Plan:
    """The plan that a text such as `zones=2,networks=10` says; ValueError when it says none."""
    given: dict[str, int] = {}
    for part in text.split(","):
        name, equals, number = part.partition("=")
        if name.strip() not in Plan.__dataclass_fields__ or not equals or not number.strip().isdigit():
            raise ValueError(f"{part!r} is not one of zones=N, hosts=N, networks=N, instances=N")
        given[name.strip()] = int(number)
    return Plan(**given)


def build(simulator: Simulator, wanted: Plan) -> None:
    """Build the cloud by the API, then copy what one network and one instance became as often as is wanted."""
    Builder(simulator, wanted).build()


class Builder:
    """Builds one plan in a simulator, at once and unobserved: no call is recorded, no fault strikes."""

    def __init__(self, simulator: Simulator, wanted: Plan) -> None:
        self._simulator = simulator
        self._wanted = wanted
        self._store: Store = simulator.store

    def build(self) -> None:
        """Build everything."""
        with self._simulator.unobserved():
            policy, self._simulator.jobs.policy = self._simulator.jobs.policy, AtOnce()
            try:
                shares = zip(
                    _shares(self._wanted.networks, self._wanted.zones),
                    _shares(self._wanted.instances, self._wanted.zones),
                )
                for number, (networks, instances) in enumerate(shares, start=1):
                    self._zone(number, networks, instances)
            finally:
                self._simulator.jobs.policy = policy

    def _ask(self, command: str, **params: Any) -> dict[str, Any]:
        """The content of an answer, or a job's result; RuntimeError when the simulator refuses its own builder."""
        status, body = self._simulator.request(command, **params)
        content = next(iter(body.values()))
        if status == 200 and "jobid" in content:
            job = self._store.need("job", content["jobid"])
            status, content = (530 if job["jobresultcode"] else 200), job["jobresult"]
            self._store.remove("job", job["id"])
        if status != 200:
            raise RuntimeError(f"{command}: {content['errortext']}")
        return content

    def _zone(self, number: int, networks: int, instances: int) -> None:
        zone = self._ask("createZone", name=f"zone-{number}", dns1="192.0.2.53", internaldns1="192.0.2.54",
                         networktype="Advanced", guestcidraddress="10.1.1.0/24")["zone"]["id"]  # fmt: skip
        self._physical_network(zone, number, networks)
        base = f"172.16.{number}"
        pod = self._ask("createPod", zoneid=zone, name="pod-1", startip=f"{base}.10", endip=f"{base}.100",
                        gateway=f"{base}.1", netmask="255.255.255.0")["pod"]["id"]  # fmt: skip
        cluster = self._ask("addCluster", zoneid=zone, podid=pod, clustername="cluster-1", clustertype="CloudManaged",
                            hypervisor="Simulator")["cluster"][0]["id"]  # fmt: skip
        place = {"zoneid": zone, "podid": pod, "clusterid": cluster}
        for host in range(max(self._wanted.hosts, -(-instances // PER_HOST) + 1)):
            url = f"http://sim/{number}/h{host}"
            self._ask("addHost", **place, hypervisor="Simulator", url=url, username="root", password="-")
        server = f"nfs://192.0.2.{number}"
        self._ask("createStoragePool", **place, name="primary-1", url=f"{server}/primary")
        self._ask("addImageStore", name=f"secondary-{number}", provider="NFS", zoneid=zone, url=f"{server}/secondary")
        self._ask("updateZone", id=zone, allocationstate="Enabled")
        if networks:
            self._fill(self._store.need("zone", zone), networks, instances)

    def _physical_network(self, zone: str, number: int, networks: int) -> None:
        physical = self._ask("createPhysicalNetwork", zoneid=zone, name="physical-1", isolationmethods="VLAN",
                             broadcastdomainrange="ZONE")["physicalnetwork"]["id"]  # fmt: skip
        for kind in ("Management", "Guest", "Public"):
            self._ask("addTrafficType", physicalnetworkid=physical, traffictype=kind)
        listed = self._ask("listNetworkServiceProviders", physicalnetworkid=physical)["networkserviceprovider"]
        for provider in listed:
            if provider["name"] in ELEMENTS:
                elements = self._ask(LISTS[provider["name"]], nspid=provider["id"])
                element = next(value[0]["id"] for value in elements.values() if isinstance(value, list))
                self._ask(ELEMENTS[provider["name"]], id=element, enabled="true")
                self._ask("updateNetworkServiceProvider", id=provider["id"], state="Enabled")
        last = min(100 + max(networks, 100), 4094)
        self._ask("updatePhysicalNetwork", id=physical, state="Enabled", vlan=f"100-{last}")
        base = f"10.{100 + number}"
        self._ask("createVlanIpRange", zoneid=zone, forvirtualnetwork="true", vlan="50", startip=f"{base}.0.10",
                  endip=f"{base}.15.250", gateway=f"{base}.0.1", netmask="255.255.240.0",
                  physicalnetworkid=physical)  # fmt: skip

    def _fill(self, zone: Record, networks: int, instances: int) -> None:
        network, instance = self._sample(zone)
        shares = _shares(instances, networks)
        first = _Grown(self._store, network, instance)
        first.grow(shares[0])
        for number, count in enumerate(shares[1:], start=2):
            first.like(number).grow(count)
        first.forget_sample()

    def _sample(self, zone: Record) -> tuple[Record, Record]:
        """A network and an instance in it, made by the API."""
        offering = self._store.first("serviceoffering", name=OFFERING)
        if offering is None:
            made = self._ask("createServiceOffering", name=OFFERING, displaytext="1 CPU, 128 MB", **SIZE)
            offering = made["serviceoffering"]
        isolated = self._store.first("networkoffering", name=ISOLATED)
        assert isolated is not None
        network = self._ask("createNetwork", name="network-1", zoneid=zone["id"], networkofferingid=isolated["id"])
        template = next(t for t in self._store.all("template") if t.get("templatetype") == "BUILTIN")
        made = self._ask("deployVirtualMachine", name="instance", zoneid=zone["id"], templateid=template["id"],
                         serviceofferingid=offering["id"], networkids=network["network"]["id"])  # fmt: skip
        instance = self._store.need("virtualmachine", made["virtualmachine"]["id"])
        return self._store.need("network", network["network"]["id"]), instance


class _Grown:
    """A network with the instance that the others in it are copied from."""

    def __init__(self, store: Store, network: Record, instance: Record) -> None:
        self._store = store
        self._network = network
        self._sample = instance
        self._nic = store.first("nic", virtualmachineid=instance["id"]) or {}
        self._volume = store.first("volume", virtualmachineid=instance["id"]) or {}
        self._router = store.first("router", _networkid=network["id"]) or {}
        self._address = publicips.source_nat_of(store, network) or {}
        self._hosts = itertools.cycle([host["id"] for host in store.where("host", zoneid=network["zoneid"])])
        self._free = publicips.free(store, network["zoneid"])

    def like(self, number: int) -> _Grown:
        """Another network like this one, with a VLAN, a public address and a router of its own."""
        twin = copy.copy(self)
        name = f"network-{number}"
        vlan = str(int(self._network["vlan"]) + number - 1)
        twin._network = _copy(self._store, "network", self._network, name=name, displaytext=name, vlan=vlan)
        held, address = next(self._free)
        fields = {"id": publicips.address_id(held, address), "ipaddress": address, "vlanid": held["id"]}
        _copy(self._store, publicips.KIND, self._address, **fields, associatednetworkid=twin._network["id"])
        router = _copy(self._store, "router", self._router, _networkid=twin._network["id"])
        router["name"] = f"r-{router['_number']}-VM"
        return twin

    def grow(self, count: int) -> None:
        """Add so many instances."""
        network = self._network
        hosts = addresses.guest_hosts(network["cidr"], network["gateway"])
        free = (address for address in hosts if address != self._nic["ipaddress"])
        for number, address in enumerate(itertools.islice(free, count), start=1):
            self._add(f"{network['name']}-vm-{number}", address)

    def _add(self, name: str, address: str) -> None:
        store = self._store
        instance = _copy(store, "virtualmachine", self._sample, name=name, displayname=name, hostid=next(self._hosts))
        instance["_lasthostid"] = instance["hostid"]
        prefix, _number, suffix = self._sample["instancename"].rsplit("-", 2)
        instance["instancename"] = f"{prefix}-{instance['_number']}-{suffix}"
        mac = addresses.mac(self._network["_number"], store.number("mac"))
        of_it = {"virtualmachineid": instance["id"]}
        _copy(store, "nic", self._nic, **of_it, networkid=self._network["id"], ipaddress=address, macaddress=mac)
        volume = _copy(store, "volume", self._volume, **of_it, _instancenumber=instance["_number"])
        volume.update(name=f"ROOT-{instance['_number']}", path=volume["id"])

    def forget_sample(self) -> None:
        """Remove the instance that was copied; what it brought up stays."""
        for kind, record in (("nic", self._nic), ("volume", self._volume), ("virtualmachine", self._sample)):
            self._store.remove(kind, record["id"])


def _copy(store: Store, kind: str, record: Record, **changes: Any) -> Record:
    made = {**copy.deepcopy(record), "id": str(uuid.uuid4()), **changes}
    del made["_number"]
    return store.add(kind, made)


def _shares(total: int, parts: int) -> list[int]:
    """A number cut into equal parts, the first ones one larger."""
    return [total // parts + (place < total % parts) for place in range(parts)]
