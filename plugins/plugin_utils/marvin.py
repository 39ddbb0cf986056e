# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From Marvin's description of a data centre to the tree that the role zone takes. Pure functions."""

from __future__ import annotations

import json
import re
from typing import Any, Callable, Iterable, Mapping, Sequence

from .address_ranges import TreeError

HYPERVISORS = {
    name.lower(): name for name in ("KVM", "XenServer", "VMware", "Simulator", "Hyperv", "LXC", "Ovm3", "BareMetal")
}
LABELS = {"kvm": "kvm_networklabel", "vmware": "vmware_networklabel", "xen": "xen_networklabel"}
RANGE = {"startip": "start_ip", "endip": "end_ip", "gateway": "gateway", "netmask": "netmask", "vlan": "vlan"}
ZONE = {
    "name": "name",
    "networktype": "network_type",
    "dns1": "dns1",
    "dns2": "dns2",
    "ip6dns1": "dns1_ipv6",
    "ip6dns2": "dns2_ipv6",
    "internaldns1": "internal_dns1",
    "internaldns2": "internal_dns2",
    "guestcidraddress": "guest_cidr_address",
    "domain": "network_domain",
}
FLAGS = {"securitygroupenabled": "securitygroups_enabled", "localstorageenabled": "local_storage_enabled"}


def zone_trees(described: Any) -> list[dict[str, Any]]:
    """The tree of each zone in a description; passwords are left out.

    :param described: the description, or its text, whose first lines may be comments.
    :raises TreeError: it is none.
    """
    data = _parsed(described)
    zones = data.get("zones") if isinstance(data, Mapping) else None
    if not isinstance(zones, list) or not all(isinstance(zone, Mapping) and zone.get("name") for zone in zones):
        raise TreeError("the input is no description of a data centre: it has no list of zones with names.")
    return [_zone(zone) for zone in zones]


def _parsed(described: Any) -> Any:
    if not isinstance(described, str):
        return described
    text = "\n".join(line for line in described.splitlines() if not line.lstrip().startswith("#"))
    try:
        return json.loads(text)
    except ValueError as error:
        raise TreeError(f"the input is no JSON: {error}.") from None


def _words(one: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    return {here: one[there] for there, here in words.items() if one.get(there) not in (None, "", [])}


def _truth(value: Any) -> bool:
    return str(value).strip().lower() == "true"


def _each(
    one: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> list[dict[str, Any]]:
    return [make(inner) for inner in one.get(key) or ()]


def _filled(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value not in (None, "", [], {})}


def _zone(zone: Mapping[str, Any]) -> dict[str, Any]:
    basic = str(zone.get("networktype")).lower() == "basic"
    return _filled(
        {
            **_words(zone, ZONE),
            "network_type": "Basic" if basic else "Advanced",
            **{here: _truth(zone[there]) for there, here in FLAGS.items() if zone.get(there) is not None},
            "physical_networks": _each(zone, "physical_networks", _physical),
            "public_ip_ranges": _each(zone, "ipranges", lambda one: _words(one, RANGE)),
            "pods": _each(zone, "pods", _pod),
            "primary_storage": [_pool(one) for one in zone.get("primaryStorages") or ()],
            "secondary_storage": list(_stores(zone.get("secondaryStorages") or (), str(zone["name"]))),
            "details": {one["key"]: one["value"] for one in zone.get("details") or () if isinstance(one, Mapping)}
            if isinstance(zone.get("details"), list)
            else zone.get("details"),
        }
    )


def _physical(network: Mapping[str, Any]) -> dict[str, Any]:
    methods = network.get("isolationmethods") or ()
    scope = str(network.get("broadcastdomainrange") or "").upper()
    return _filled(
        {
            **_words(network, {"name": "name", "vlan": "vlan"}),
            "isolation_method": methods[0] if methods else None,
            "broadcast_domain_range": None if str(methods[:1]) == "['L3']" else scope,
            "tags": network.get("tags"),
            "traffic_types": _each(network, "traffictypes", _traffic),
            "providers": {"enabled": [one["name"] for one in network.get("providers") or ()]},
        }
    )


def _traffic(traffic: Mapping[str, Any]) -> dict[str, Any]:
    labels = {LABELS[kind]: traffic[kind] for kind in LABELS if traffic.get(kind)}
    return {"traffic_type": traffic.get("typ") or traffic.get("traffictype"), **labels}


def _pod(pod: Mapping[str, Any]) -> dict[str, Any]:
    return _filled(
        {
            **_words(pod, {"name": "name", **{key: RANGE[key] for key in ("startip", "endip", "gateway", "netmask")}}),
            "guest_ip_ranges": _each(pod, "guestIpRanges", lambda one: _words(one, RANGE)),
            "clusters": _each(pod, "clusters", _cluster),
        }
    )


def _cluster(cluster: Mapping[str, Any]) -> dict[str, Any]:
    hypervisor = str(cluster.get("hypervisor") or "")
    return _filled(
        {
            "name": cluster.get("clustername"),
            "hypervisor": HYPERVISORS.get(hypervisor.lower(), hypervisor),
            **({"cluster_type": "ExternalManaged"} if cluster.get("clustertype") == "ExternalManaged" else {}),
            "hosts": _each(cluster, "hosts", _host),
            "primary_storage": _each(cluster, "primaryStorages", _pool),
        }
    )


def _host(host: Mapping[str, Any]) -> dict[str, Any]:
    url = str(host.get("url") or "")
    tags = str(host.get("hosttags") or "").split(",")
    return _filled(
        {
            "name": _host_name(url),
            "url": url,
            "username": host.get("username"),
            "host_tags": [tag.strip() for tag in tags if tag.strip()],
        }
    )


def _host_name(url: str) -> str:
    """A name for a host, which has none in the description: what its URL says behind the scheme."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", url.partition("://")[2] or url).strip("-")


def _pool(pool: Mapping[str, Any]) -> dict[str, Any]:
    tags = str(pool.get("tags") or "").split(",")
    return _filled(
        {
            "name": pool.get("name"),
            "storage_url": pool.get("url"),
            "storage_tags": [tag.strip() for tag in tags if tag.strip()],
            **_words(pool, {"hypervisor": "hypervisor"}),
        }
    )


def _stores(stores: Sequence[Mapping[str, Any]], zone: str) -> Iterable[dict[str, Any]]:
    """Secondary storage; names are unique in the whole cloud, so one without a name is called after the zone."""
    for number, store in enumerate(stores, start=1):
        details = store.get("details") or {}
        yield _filled(
            {
                "name": store.get("name") or f"{zone}-secondary-{number}",
                "url": store.get("url"),
                "provider": store.get("provider"),
                "details": {key: value for key, value in dict(details).items() if "secret" not in key.lower()},
            }
        )
