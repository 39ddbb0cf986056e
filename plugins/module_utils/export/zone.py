# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A zone as the tree that the role zone takes: what the API tells of it, and notes on what it does not tell."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ..client import Client
from ..errors import NotFound
from ..lifecycle import Record
from ..resources.cluster import CLUSTER
from ..resources.domain import DOMAIN_REF
from ..resources.host import HOST
from ..resources.image_store import IMAGE_STORE
from ..resources.management_ip_range import MANAGEMENT_IP_RANGE
from ..resources.network import NETWORK
from ..resources.network_service_provider import NETWORK_SERVICE_PROVIDER
from ..resources.physical_network import PHYSICAL_NETWORK
from ..resources.pod import POD
from ..resources.storage_ip_range import STORAGE_IP_RANGE
from ..resources.storage_pool import STORAGE_POOL
from ..resources.traffic_type import TRAFFIC_TYPE
from ..resources.vlan_ip_range import VLAN_IP_RANGE
from ..resources.zone import ZONE
from ..spec import Resource
from .words import IDS, Branch, by_address, by_name, filled, lifted, noted, refuse_twins, untold

IN_A_POD = ("zone", "pod")
OF_RANGES = (*IN_A_POD, "network", "for_virtual_network", "provider")
OF_ITS_NETWORK = ("gateway", "netmask")
SIZES = ("capacity_bytes", "capacity_iops")
"""What storage is measured to have; only of managed storage it is what somebody wished."""

ADDRESSES = ("start_ip", "end_ip", "start_ipv6", "end_ipv6")
"""What a shared network is made with, and shows as an address range only."""

BRANCHES: Mapping[str, Branch] = {
    "the zone": Branch(ZONE),
    "physical networks": Branch(PHYSICAL_NETWORK, ("zone",)),
    "traffic types": Branch(TRAFFIC_TYPE, ("zone", "physical_network")),
    "guest networks": Branch(
        NETWORK,
        ("state",),
        (
            *("name", "display_text", "network_offering", "physical_network", "vlan", "gateway", "netmask"),
            *("gateway_ipv6", "cidr_ipv6", "network_domain"),
        ),
    ),
    "public address ranges": Branch(VLAN_IP_RANGE, OF_RANGES),
    "guest address ranges": Branch(
        VLAN_IP_RANGE, only=("network", "vlan", "start_ip", "end_ip", "gateway", "netmask"), leaves=("state",)
    ),
    "pods": Branch(POD, ("zone",)),
    "management address ranges": Branch(MANAGEMENT_IP_RANGE, IN_A_POD),
    "storage address ranges": Branch(STORAGE_IP_RANGE, IN_A_POD),
    "clusters": Branch(
        CLUSTER,
        (
            *IN_A_POD,
            *("vms_ip_address", "vms_username", "vms_password", "ovm3_cluster", "ovm3_pool", "ovm3_vip"),
            *("extension", "external_details"),
        ),
    ),
    "hosts": Branch(HOST, (*IN_A_POD, "cluster", "external_details")),
    "primary storage": Branch(STORAGE_POOL, (*IN_A_POD, "cluster", "scope")),
    "secondary storage": Branch(IMAGE_STORE, ("zone",)),
}
"""Where each kind of thing stands in a tree; what the tree has no word for is left out there."""

READS = frozenset(
    {branch.resource.list for branch in BRANCHES.values()} | {"listDomains", "listNetworkServiceProviders"}
)
"""The commands that an export of a zone sends."""

KNOWN_BY_ITS_NAME = "Simulator"
"""The hypervisor of hosts that have no address of their own: any URL will do to add one."""


class ZoneReader:
    """Reads what there is in one zone; each list once."""

    def __init__(self, client: Client, zone: Record) -> None:
        self.client = client
        self.zone = zone
        self.networks = self.listed(PHYSICAL_NETWORK)
        self.guests = [one for one in self.listed(NETWORK, listall=True) if one.get("type") == "Shared"]
        self.pods = self.listed(POD)
        self.clusters = self.listed(CLUSTER)
        self.hosts = self.listed(HOST)
        self.pools = [one for one in self.listed(STORAGE_POOL) if str(one.get("scope")).upper() != "HOST"]
        self.stores = [one for one in self.listed(IMAGE_STORE) if one.get("zoneid") == zone["id"]]
        self.vlans = self.listed(VLAN_IP_RANGE)
        self.storage_ranges = self.listed(STORAGE_IP_RANGE)
        self.names: IDS = {
            **{str(one["id"]): str(one["name"]) for one in (*self.networks, *self.guests)},
            **self._domains(),
        }

    def listed(self, resource: Resource, **params: Any) -> list[dict[str, Any]]:
        """What there is of a kind in the zone, as the API shows it."""
        asked = {**resource.list_with, resource.filters["zone"]: self.zone["id"], **params}
        return self.client.list(resource.list, asked, resource.items)

    def on(self, resource: Resource, network: Record) -> list[dict[str, Any]]:
        """What there is of a kind on a physical network."""
        return self.client.list(resource.list, {"physicalnetworkid": network["id"]}, resource.items)

    def _domains(self) -> dict[str, str]:
        """The paths of the domains to which the zone, its networks or its addresses are dedicated."""
        ids = {str(one["domainid"]) for one in (self.zone, *self.networks) if one.get("domainid")}
        rows = (self.client.list(DOMAIN_REF.list, {**DOMAIN_REF.list_with, "id": one}) for one in sorted(ids))
        return {str(row["id"]): str(row.get("path") or row["name"]) for found in rows for row in found}


def export_zone(client: Client, name: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Read a zone into a tree.

    :param name: its name or its id.
    :return: the tree, and notes with their places in it: C(at) (empty for the whole) and C(text).
    :raises NotFound: there is no such zone.
    :raises CloudError: two things have one name where the tree tells them apart by it, or the server refuses.
    """
    zones = [one for one in client.list(ZONE.list, {}) if name in (one["name"], one["id"])]
    if not zones:
        raise NotFound("zone", "zone", name)
    read = ZoneReader(client, zones[0])
    tree = filled(
        {
            **BRANCHES["the zone"].entry(read.zone, read.names),
            "physical_networks": _physical_networks(read),
            "guest_networks": _guest_networks(read),
            "public_ip_ranges": by_address(_public_range(read, one) for one in read.vlans if one["forvirtualnetwork"]),
            "pods": by_name(_pod(read, pod) for pod in read.pods),
            "primary_storage": _pools(read, None),
            "secondary_storage": by_name(_store(read, one) for one in read.stores),
        }
    )
    if read.zone.get("networktype") == "Basic":
        tree.setdefault("guest_networks", [])
    refuse_twins("hosts of the zone", read.hosts)
    found, notes = lifted(tree)
    return found, [*untold(_present(found)), *notes]


def _present(tree: Mapping[str, Any]) -> dict[str, Branch]:
    clusters = [one for pod in tree.get("pods", ()) for one in pod.get("clusters", ())]
    there = {
        "clusters": clusters,
        "hosts": [one for cluster in clusters for one in cluster.get("hosts", ())],
        "primary storage": [*tree.get("primary_storage", ()), *(one.get("primary_storage") for one in clusters)],
        "secondary storage": tree.get("secondary_storage"),
    }
    return {what: BRANCHES[what] for what, entries in there.items() if any(entries or ())}


def _physical_networks(read: ZoneReader) -> list[dict[str, Any]]:
    return by_name(_physical_network(read, one) for one in read.networks)


def _physical_network(read: ZoneReader, network: Record) -> dict[str, Any]:
    method = str(network.get("isolationmethods"))
    traffic = [BRANCHES["traffic types"].entry(one, read.names) for one in read.on(TRAFFIC_TYPE, network)]
    providers = read.on(NETWORK_SERVICE_PROVIDER, network)
    return {
        **BRANCHES["physical networks"].entry(network, read.names),
        "traffic_types": by_name((_unlike(one, "isolation_method", method) for one in traffic), "traffic_type"),
        "providers": {"enabled": sorted(str(one["name"]) for one in providers if one.get("state") == "Enabled")},
    }


def _unlike(entry: dict[str, Any], option: str, value: str) -> dict[str, Any]:
    """The entry without an option that only repeats what holds above it."""
    same = str(entry.get(option)).casefold() == value.casefold()
    return {key: entry[key] for key in entry if not (key == option and same)}


def _guest_networks(read: ZoneReader) -> list[dict[str, Any]]:
    found = []
    for network in read.guests:
        entry = BRANCHES["guest networks"].entry(network, read.names)
        if not (network.get("domain") == "ROOT" and network.get("acltype") == "Domain"):
            continue
        ranges = _of_network(read, network)
        addresses = {option: ranges[0][option] for option in ADDRESSES if ranges and ranges[0].get(option)}
        further = ", ".join(f"{one.get('start_ip')} to {one.get('end_ip')}" for one in ranges[1:])
        notes = {"name": f"it has further address ranges, for which a tree has no place: {further}"} if further else {}
        found.append(noted({**entry, **addresses}, notes))
    return by_name(found)


def _of_network(read: ZoneReader, network: Record) -> list[dict[str, Any]]:
    """The address ranges of a shared network that belong to no pod."""
    ranges = [one for one in read.vlans if one.get("networkid") == network["id"] and not one.get("podid")]
    return by_address(Branch(VLAN_IP_RANGE, OF_RANGES).entry(one, read.names) for one in ranges)


def _public_range(read: ZoneReader, one: Record) -> dict[str, Any]:
    """A range of public addresses, with those for whom it is kept."""
    entry = BRANCHES["public address ranges"].entry(one, read.names)
    if one.get("account") != "system" and one.get("domain") not in (None, "ROOT"):
        entry["domain"] = one.get("domainpath") or one["domain"]
    if one.get("account") not in (None, "system"):
        entry.update({"domain": one.get("domainpath") or one.get("domain"), "account": one["account"]})
    return filled({**entry, "project": one.get("project")})


def _pod(read: ZoneReader, pod: Record) -> dict[str, Any]:
    entry = BRANCHES["pods"].entry(pod, read.names)
    if not entry.get("start_ip"):
        entry = {key: entry[key] for key in entry if key not in OF_ITS_NETWORK}
    rows = MANAGEMENT_IP_RANGE.rows(pod) if MANAGEMENT_IP_RANGE.rows else ()
    further = [one for one in rows if one.get("startip") != entry.get("start_ip")]
    guests = [one for one in read.vlans if one.get("podid") == pod["id"] and not one["forvirtualnetwork"]]
    storage = [one for one in read.storage_ranges if one.get("podid") == pod["id"]]
    return filled(
        {
            **entry,
            "management_ip_ranges": _ranges(read, "management address ranges", further, entry),
            "storage_ip_ranges": _ranges(read, "storage address ranges", storage, entry),
            "guest_ip_ranges": _ranges(read, "guest address ranges", guests, {}),
            "clusters": by_name(_cluster(read, one) for one in read.clusters if one.get("podid") == pod["id"]),
        }
    )


def _ranges(read: ZoneReader, what: str, rows: Sequence[Record], pod: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Address ranges; gateway and netmask are not repeated where they are the pod's."""
    entries = (BRANCHES[what].entry(one, read.names) for one in rows)
    alike = [(one, all(one.get(key) == pod.get(key) for key in OF_ITS_NETWORK)) for one in entries]
    return by_address({key: one[key] for key in one if not (same and key in OF_ITS_NETWORK)} for one, same in alike)


def _cluster(read: ZoneReader, cluster: Record) -> dict[str, Any]:
    hosts = [one for one in read.hosts if one.get("clusterid") == cluster["id"]]
    return filled(
        {
            **BRANCHES["clusters"].entry(cluster, read.names),
            "hosts": by_name(_host(read, one, str(cluster.get("hypervisortype"))) for one in hosts),
            "primary_storage": _pools(read, cluster),
        }
    )


def _host(read: ZoneReader, host: Record, hypervisor: str) -> dict[str, Any]:
    """A host; the API tells its address, but not the URL that it was added with."""
    entry = _unlike(BRANCHES["hosts"].entry(host, read.names), "hypervisor", hypervisor)
    named = host.get("hypervisor") == KNOWN_BY_ITS_NAME
    url = f"http://sim/{host['name']}" if named else f"http://{host.get('ipaddress')}"
    return {"name": entry.pop("name"), "url": url, **entry}


def _pools(read: ZoneReader, cluster: Record | None) -> list[dict[str, Any]]:
    here = cluster["id"] if cluster else None
    pools = [one for one in read.pools if one.get("clusterid") == here]
    refuse_twins("primary storages of one place", pools)
    return by_name(_pool(read, one) for one in pools)


def _pool(read: ZoneReader, pool: Record) -> dict[str, Any]:
    entry = BRANCHES["primary storage"].entry(pool, read.names)
    if not entry.get("managed"):
        entry = {key: entry[key] for key in entry if key not in SIZES}
    told = {} if entry.get("storage_url") else {"name": "the API does not tell its storage_url; add it"}
    return noted(entry, told)


def _store(read: ZoneReader, store: Record) -> dict[str, Any]:
    entry = BRANCHES["secondary storage"].entry(store, read.names)
    secret = entry.get("provider") not in ("NFS", "SMB")
    return noted(entry, {"name": "the API does not tell its details; add them, secrets from a vault"} if secret else {})
