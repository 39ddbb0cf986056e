# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a check run cannot ask the server about, because it stands in something that only the real run creates."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

Layout = Mapping[str, Any]
There = Mapping[str, Sequence[str]]


def zone_pending(layout: Layout, there: There) -> list[str]:
    """Tell in words what would be created or set up inside of what is not there yet.

    :param layout: what ``zone_layout`` gives.
    :param there: by kind (``zone``, ``physical_networks``, ``guest_networks``, ``pods``) the names that exist,
      of ``clusters`` the paths (pod/cluster); a kind that is missing has none.
    """
    return [*_networks(layout, there), *_pods(layout, there), *_storage(layout, there), *_enabling(layout, there)]


def _misses(there: There, kind: str, name: Any) -> bool:
    return name is not None and name not in there.get(kind, ())


def _zone_missing(layout: Layout, there: There) -> bool:
    return _misses(there, "zone", layout["zone"]["name"])


def _networks(layout: Layout, there: There) -> Iterator[str]:
    for network in layout["physical_networks"]:
        name = network["name"]
        if _zone_missing(layout, there):
            yield f"physical network {name}"
        if _misses(there, "physical_networks", name):
            carried = ", ".join(traffic["traffic_type"] for traffic in network["traffic_types"])
            yield f"traffic types of {name}: {carried}"
            yield f"providers of {name}: {', '.join(network['providers']['enabled'])}"
            yield f"{network.get('state', 'enabled')} physical network {name}"
    for network in layout["guest_networks"]:
        if _zone_missing(layout, there) or _misses(there, "physical_networks", network.get("physical_network")):
            yield f"guest network {network['name']}"
    for one in layout["public_ip_ranges"]:
        if _misses(there, "physical_networks", one["physical_network"]):
            yield f"public addresses {_span(one)}"


def _pods(layout: Layout, there: There) -> Iterator[str]:
    if _zone_missing(layout, there):
        yield from (f"pod {pod['name']}" for pod in layout["pods"])
    for what in ("management", "storage", "guest"):
        for one in layout[f"{what}_ip_ranges"]:
            if _misses(there, "pods", one["pod"]) or _misses(there, "guest_networks", one.get("network")):
                yield f"{what} addresses {_span(one)} in pod {one['pod']}"
    for cluster in layout["clusters"].values():
        if _misses(there, "pods", cluster["pod"]):
            yield f"cluster {cluster['name']} in pod {cluster['pod']}"
    for host in layout["hosts"].values():
        if _misses(there, "clusters", host["cluster_path"]):
            yield f"host {host['name']} in cluster {host['cluster']}"


def _storage(layout: Layout, there: There) -> Iterator[str]:
    for pool in layout["storage_pools"].values():
        if pool.get("cluster"):
            if _misses(there, "clusters", pool["cluster_path"]):
                yield f"primary storage {pool['name']} in cluster {pool['cluster']}"
        elif _zone_missing(layout, there):
            yield f"primary storage {pool['name']} of the zone"
    if _zone_missing(layout, there):
        yield from (f"secondary storage {name}" for name in layout["image_stores"])


def _enabling(layout: Layout, there: There) -> Iterator[str]:
    if _zone_missing(layout, there) and layout["enabled"]:
        yield f"enabled zone {layout['zone']['name']}"


def _span(one: Mapping[str, Any]) -> str:
    start = one.get("start_ip") or one.get("start_ipv6")
    end = one.get("end_ip") or one.get("end_ipv6") or start
    return f"{start} to {end}"
