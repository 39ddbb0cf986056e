# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From the flat lists of a zone to the entries of the module converge, in steps between which the role waits."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

Layout = Mapping[str, Any]
Entry = dict[str, dict[str, Any]]

OF_THE_LAYOUT = ("path", "cluster_path", "traffic_types", "providers")
"""What the layout says to others than the module of the thing."""


def zone_entries(layout: Layout) -> dict[str, list[Entry]]:
    """The entries that build a zone.

    :param layout: what ``zone_layout`` gives. Its entries may hold secrets, and so do these.
    :return: ``hosts``: the zone up to its hosts; ``storage``: what needs hosts that are up; ``opening``: the state of
      the zone, for which everything else must be there; ``all``: the three of them.
    """
    steps = {"hosts": list(_hosts(layout)), "storage": list(_storage(layout)), "opening": [_opening(layout)]}
    return {**steps, "all": [entry for step in steps.values() for entry in step]}


def _hosts(layout: Layout) -> Iterator[Entry]:
    if layout.get("region"):
        yield {"region": layout["region"]}
    yield {"zone": layout["zone"]}
    for network in layout["physical_networks"]:
        yield _within(layout, "physical_network", network, without=("vlan", "state"))
    for traffic in layout["traffic_types"]:
        yield _within(layout, "traffic_type", traffic)
    for network in layout["physical_networks"]:
        yield _within(layout, "physical_network", _enabled(network))
    for kind, of_kind in (
        ("network", layout["guest_networks"]),
        ("pod", layout["pods"]),
        ("management_ip_range", layout["management_ip_ranges"]),
        ("vlan_ip_range", [{"for_virtual_network": True, **one} for one in layout["public_ip_ranges"]]),
        ("storage_ip_range", layout["storage_ip_ranges"]),
        ("vlan_ip_range", [{"for_virtual_network": False, **one} for one in layout["guest_ip_ranges"]]),
        ("cluster", layout["clusters"].values()),
        ("host", layout["hosts"].values()),
    ):
        yield from (_within(layout, kind, one) for one in of_kind)


def _storage(layout: Layout) -> Iterator[Entry]:
    yield from (_within(layout, "storage_pool", one) for one in layout["storage_pools"].values())
    yield from (_within(layout, "image_store", one) for one in layout["image_stores"].values())


def _opening(layout: Layout) -> Entry:
    return {"zone": {"name": layout["zone"]["name"], "state": "enabled" if layout["enabled"] else "disabled"}}


def _enabled(network: Mapping[str, Any]) -> dict[str, Any]:
    """The physical network once more: it is enabled when its traffic types are there."""
    providers = network["providers"]
    return {
        "name": network["name"],
        "state": network.get("state", "enabled"),
        "nsps_enabled": providers["enabled"],
        "nsps_disabled": providers["disabled"],
        **({"vlan": network["vlan"]} if "vlan" in network else {}),
    }


def _within(layout: Layout, kind: str, options: Mapping[str, Any], without: tuple[str, ...] = ()) -> Entry:
    left_out = (*OF_THE_LAYOUT, *without)
    return {kind: {"zone": layout["zone"]["name"], **{key: options[key] for key in options if key not in left_out}}}
