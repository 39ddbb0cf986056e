# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From the tree of a zone to flat lists, one a kind of thing, each entry with its parents and with derived values."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .address_ranges import AddressRange, TreeError, read_range, refuse_overlaps
from .zone_kinds import ZoneKind

Entry = dict[str, Any]
Layout = dict[str, Any]

BASIC_GUEST_NETWORK = "guestNetworkForZone"
BRANCHES = (
    "region",
    "state",
    "physical_networks",
    "guest_networks",
    "pods",
    "public_ip_ranges",
    "primary_storage",
    "secondary_storage",
)
"""What hangs on a zone and is not an option of the zone itself."""

IN_A_POD = ("clusters", "management_ip_ranges", "storage_ip_ranges", "guest_ip_ranges")
"""What hangs on a pod and is not an option of the pod itself."""


def zone_layout(tree: Mapping[str, Any], host: Mapping[str, Any] | None = None) -> Layout:
    """Flatten a zone tree.

    :param tree: the variable ``zone_tree`` of the role ``zone``.
    :param host: options that every host has which does not say otherwise.
    :return: ``region`` and ``zone`` (their options), the lists
      ``physical_networks``, ``traffic_types``, ``guest_networks``, ``pods``,
      ``management_ip_ranges``, ``storage_ip_ranges``, ``guest_ip_ranges``, ``public_ip_ranges``, the mappings
      ``clusters`` and ``storage_pools`` by path (pod/cluster/name), ``hosts`` and ``image_stores`` by name (their
      entries may hold secrets), and the truths ``enabled`` and ``runs_system_vms``.
    :raises TreeError: the tree contradicts itself.
    """
    kind = ZoneKind.of(tree)
    for branch in ("physical_networks", "guest_networks", "pods"):
        _by_name(branch[:-1].replace("_", " "), tree.get(branch) or ())
    pods = list(tree.get("pods") or ())
    clusters = list(_inside(pods, "clusters", "pod"))
    networks = _physical_networks(tree, kind)
    guests = _guest_networks(tree, kind)
    hosts = [
        {**(host or {}), "hypervisor": cluster["hypervisor"], **one, **_within(cluster)}
        for cluster in clusters
        for one in cluster.get("hosts") or ()
    ]
    pools = list(_storage_pools(tree, clusters))
    stores = [{**one, "provider": _provider(one)} for one in tree.get("secondary_storage") or ()]
    enabled = tree.get("state", "enabled") == "enabled"
    layout: Layout = {
        "region": dict(tree.get("region") or {}),
        "zone": {**_without(tree, BRANCHES), "network_type": kind.network_type},
        "physical_networks": networks,
        "traffic_types": [
            {**traffic, "physical_network": network["name"]}
            for network in networks
            for traffic in network["traffic_types"]
        ],
        "guest_networks": guests,
        "pods": [_without(pod, IN_A_POD) for pod in pods],
        "management_ip_ranges": list(_pod_ranges(pods, "management_ip_ranges")),
        "storage_ip_ranges": list(_pod_ranges(pods, "storage_ip_ranges")),
        "guest_ip_ranges": list(_guest_ranges(pods, guests)),
        "public_ip_ranges": _public_ranges(tree, networks),
        "clusters": _by_path("cluster", [_without(cluster, ("hosts", "primary_storage")) for cluster in clusters]),
        "hosts": _by_name("host", hosts),
        "storage_pools": _by_path("primary storage", pools),
        "image_stores": _by_name("secondary storage", stores),
        "enabled": enabled,
        "runs_system_vms": enabled and not kind.edge and bool(hosts and pools and stores),
    }
    if kind.edge:
        _refuse_pod_addresses(layout)
    _check_ranges(layout)
    return layout


def _without(source: Mapping[str, Any], names: Sequence[str]) -> Entry:
    return {key: value for key, value in source.items() if key not in names}


def _inside(parents: Sequence[Mapping[str, Any]], branch: str, link: str) -> Iterator[Entry]:
    for parent in parents:
        for one in parent.get(branch) or ():
            yield {**one, link: parent["name"]}


def _within(cluster: Entry) -> Entry:
    """The links of what stands in a cluster."""
    return {"pod": cluster["pod"], "cluster": cluster["name"], "cluster_path": _path(cluster)}


def _path(entry: Entry) -> str:
    return "/".join(entry[key] for key in ("pod", "cluster", "name") if entry.get(key))


def _by_path(what: str, entries: Sequence[Entry]) -> dict[str, Entry]:
    return _by_name(what, [{**entry, "path": _path(entry)} for entry in entries], "path")


def _by_name(what: str, entries: Sequence[Mapping[str, Any]], key: str = "name") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in entries:
        if entry[key] in found:
            raise TreeError(f"zone_tree: two entries for the {what} '{entry[key]}'; give each a name of its own.")
        found[entry[key]] = entry
    return found


def _physical_networks(tree: Mapping[str, Any], kind: ZoneKind) -> list[Entry]:
    networks = list(tree.get("physical_networks") or ())
    found = []
    for network in networks:
        traffic = network.get("traffic_types")
        if not traffic and len(networks) > 1:
            raise TreeError(
                f"zone_tree: the physical network '{network['name']}' needs traffic_types: only the single physical "
                "network of a zone carries all of them by default."
            )
        traffic = traffic or [{"traffic_type": name} for name in kind.traffic_types]
        providers = network.get("providers") or {}
        carries = frozenset(one["traffic_type"] for one in traffic)
        found.append(
            {
                "isolation_method": kind.isolation_method,
                "broadcast_domain_range": kind.broadcast_domain_range,
                **network,
                "traffic_types": traffic,
                "providers": {
                    "enabled": providers.get("enabled", kind.providers(carries)),
                    "disabled": providers.get("disabled", []),
                },
            }
        )
    return found


def _guest_networks(tree: Mapping[str, Any], kind: ZoneKind) -> list[Entry]:
    networks = tree.get("guest_networks")
    if networks is None:
        networks = [{"name": BASIC_GUEST_NETWORK}] if kind.basic else []
    return [{"network_offering": kind.shared_offering, **network} for network in networks]


def _pod_ranges(pods: Sequence[Mapping[str, Any]], branch: str) -> Iterator[Entry]:
    """The ranges of pods: gateway and netmask are the pod's where a range has none of its own."""
    for pod in pods:
        network = {key: pod[key] for key in ("gateway", "netmask") if pod.get(key)}
        for one in pod.get(branch) or ():
            yield {**network, **one, "pod": pod["name"]}


def _guest_ranges(pods: Sequence[Mapping[str, Any]], guests: Sequence[Entry]) -> Iterator[Entry]:
    for one in _inside(pods, "guest_ip_ranges", "pod"):
        if not one.get("network") and len(guests) != 1:
            raise TreeError(
                f"zone_tree: a guest_ip_range of the pod '{one['pod']}' must name its network: the zone has "
                f"{len(guests)} guest networks."
            )
        yield {"vlan": "untagged", "network": guests[0]["name"] if guests else None, **one}


def _public_ranges(tree: Mapping[str, Any], networks: Sequence[Entry]) -> list[Entry]:
    carriers = [
        network["name"]
        for network in networks
        if any(traffic["traffic_type"] == "Public" for traffic in network["traffic_types"])
    ]
    found = []
    for one in tree.get("public_ip_ranges") or ():
        if not one.get("physical_network") and len(carriers) != 1:
            raise TreeError(
                f"zone_tree.public_ip_ranges: give {one.get('start_ip') or one.get('start_ipv6')} a physical_network: "
                f"{len(carriers)} of the zone's physical networks carry Public traffic."
            )
        found.append({"vlan": "untagged", "physical_network": carriers[0] if carriers else None, **one})
    return found


def _storage_pools(tree: Mapping[str, Any], clusters: Sequence[Entry]) -> Iterator[Entry]:
    """Primary storage: of clusters first, then of the whole zone, whose hypervisor is that of the clusters."""
    for cluster in clusters:
        for one in cluster.get("primary_storage") or ():
            yield {**one, **_within(cluster)}
    hypervisors = {cluster["hypervisor"] for cluster in clusters}
    for one in tree.get("primary_storage") or ():
        if not one.get("hypervisor") and len(hypervisors) != 1:
            raise TreeError(
                f"zone_tree.primary_storage: '{one['name']}' needs a hypervisor: the zone's clusters have "
                f"{len(hypervisors)} kinds of them."
            )
        yield {"hypervisor": next(iter(hypervisors), None), **one, "scope": "zone"}


def _provider(store: Mapping[str, Any]) -> str:
    if store.get("provider"):
        return str(store["provider"])
    scheme = str(store.get("url", "")).partition("://")[0].lower()
    if scheme == "cifs":
        return "SMB"
    if scheme == "nfs":
        return "NFS"
    raise TreeError(f"zone_tree.secondary_storage: '{store['name']}' needs a provider: its URL does not tell it.")


def _refuse_pod_addresses(layout: Layout) -> None:
    pods = [pod["name"] for pod in layout["pods"] if pod.get("start_ip")]
    pods += [one["pod"] for one in layout["management_ip_ranges"]]
    if pods:
        raise TreeError(f"zone_tree: the pod '{pods[0]}' of an Edge zone takes no management addresses.")


def _check_ranges(layout: Layout) -> None:
    """Refuse ranges that make no sense, and those that overlap in one network: management, storage, or one VLAN."""
    management = [read_range(f"zone_tree: pod '{pod['name']}'", pod) for pod in layout["pods"]]
    management += _read("management_ip_range", layout["management_ip_ranges"])
    refuse_overlaps(management)
    refuse_overlaps(_read("storage_ip_range", layout["storage_ip_ranges"]))
    by_vlan: dict[str, list[AddressRange | None]] = {}
    networks = [one for one in layout["guest_networks"] if one.get("start_ip")]
    for what, ranges in (
        ("public_ip_range", layout["public_ip_ranges"]),
        ("guest_ip_range", layout["guest_ip_ranges"]),
        ("guest_network", networks),
    ):
        for one in ranges:
            by_vlan.setdefault(str(one.get("vlan", "untagged")), []).extend(_read(what, [one]))
    for together in by_vlan.values():
        refuse_overlaps(together)


def _read(what: str, ranges: Sequence[Entry]) -> list[AddressRange | None]:
    return [read_range(f"zone_tree: {what} of {_owner(one)}", one) for one in ranges]


def _owner(entry: Entry) -> str:
    if entry.get("pod"):
        return f"pod '{entry['pod']}'"
    return f"the zone ({entry['name']})" if entry.get("name") else "the zone"
