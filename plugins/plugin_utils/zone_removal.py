# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From what a zone holds to the steps that take it down, in the order that the server demands. Pure functions."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Iterable, Iterator, Mapping, Sequence

Record = Mapping[str, Any]
Held = Mapping[str, Sequence[Record]]
"""What was read, by kind, as the API shows it."""

TENANTS = ("instance", "volume_snapshot", "volume", "network", "vpc", "template", "iso")
"""Kinds that tenants have, in the order in which they can go."""

OWN_IMAGES = ("SYSTEM", "BUILTIN", "ROUTING")
"""Images that the cloud has for itself, and brings to each zone."""


def zone_removal(zone: Record, read: Iterable[Record], tenants: bool = False) -> dict[str, Any]:
    """What must go before a zone can go.

    :param zone: the zone, with C(name).
    :param read: the results of the module api for the lists of what is in the zone, each with the C(kind) in C(item).
    :param tenants: whether the things of tenants go, too.
    :return: C(tenants): what the tenants have, as lines to read; C(listed): everything that goes, likewise;
      C(system_vms): what the closed zone does not need any more, and what goes first; C(steps): what follows, each with
      C(name), C(resources) for the module converge, C(lines) to read, and C(may_stay), whether it is no harm when the
      server keeps the things.
    """
    held = _by_kind(read)
    machines = held.get("system_vm", [])
    steps = [*(_of_tenants(zone, held) if tenants else ()), *_infrastructure(zone, held)]
    return {
        "tenants": [_line(kind, one) for kind in TENANTS for one in _tenants_things(kind, held)],
        "system_vms": machines,
        "listed": [*(_line("system_vm", one) for one in machines), *(line for step in steps for line in step["lines"])],
        "steps": steps,
    }


def _by_kind(read: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each kind, each once: what projects have is read apart, and may be read twice."""
    found: dict[str, dict[str, Record]] = {}
    for one in read:
        rows = next((rows for rows in one["response"].values() if isinstance(rows, list)), [])
        found.setdefault(one["item"]["kind"], {}).update((str(row["id"]), row) for row in rows)
    return {kind: sorted(rows.values(), key=_title) for kind, rows in found.items()}


def _title(record: Record) -> str:
    return str(record.get("name") or record.get("startip") or record.get("traffictype") or record.get("id"))


def _line(kind: str, record: Record) -> str:
    owner = record.get("account") or record.get("project")
    whose = f" of {owner} in {record.get('domainpath') or record.get('domain')}" if owner else ""
    return f"{kind.replace('_', ' ')} {_title(record)}{whose}"


def _is_shared(network: Record) -> bool:
    """Tell whether a network is the zone's own: a shared one for all accounts."""
    return network.get("type") == "Shared" and network.get("acltype") == "Domain" and network.get("domain") == "ROOT"


TENANTS_THINGS: Mapping[str, Callable[[Record], bool]] = {
    "volume": lambda one: one.get("type") != "ROOT" or not one.get("virtualmachineid"),
    "network": lambda one: not _is_shared(one),
    "template": lambda one: one.get("templatetype") not in OWN_IMAGES,
    "iso": lambda one: one.get("account") != "system" and one.get("templatetype") not in OWN_IMAGES,
}
"""Which of what is listed belongs to tenants, where that is not all of it."""


def _tenants_things(kind: str, held: Held) -> list[Record]:
    return [one for one in held.get(kind, ()) if TENANTS_THINGS.get(kind, bool)(one)]


def _step(kind: str, records: Sequence[Record], options: Callable[[Record], Record]) -> Iterator[dict[str, Any]]:
    """A step that takes away all of a kind; none where there is nothing of it."""
    if records:
        yield {
            "name": kind.replace("_", " "),
            "resources": [{kind: {"state": "absent", **options(one)}} for one in records],
            "lines": [_line(kind, one) for one in records],
            "may_stay": kind == "image_store",
        }


def _of_tenants(zone: Record, held: Held) -> Iterator[dict[str, Any]]:
    within = {"zone": zone["name"]}
    more: Mapping[str, Mapping[str, Any]] = {
        "instance": {**within, "state": "expunged"},
        "volume": within,
        "network": {**within, "force": True},
        "vpc": within,
        "template": {**within, "force": True, "template_filter": "all"},
        "iso": within,
    }
    for kind in TENANTS:
        options = more.get(kind, {})
        yield from _step(kind, _tenants_things(kind, held), partial(_tenants_options, options))


def _tenants_options(options: Record, record: Record) -> dict[str, Any]:
    return {**_named(record), **_owner(record), **options}


def _named(record: Record) -> dict[str, Any]:
    return {"id": record["id"], "name": record["name"]}


def _owner(record: Record) -> dict[str, Any]:
    if record.get("projectid"):
        return {"project": record["projectid"]}
    if record.get("account"):
        return {"domain": record["domainid"], "account": record["account"]}
    return {}


def _infrastructure(zone: Record, held: Held) -> Iterator[dict[str, Any]]:
    """From the networks up to the zone: each step needs the ones before it."""
    within = {"zone": zone["name"]}

    def named(one: Record) -> dict[str, Any]:
        return {**_named(one), **within}

    pools = [one for one in held.get("storage_pool", ()) if str(one.get("scope")).upper() != "HOST"]
    stores = [one for one in held.get("image_store", ()) if one.get("zoneid") == zone["id"]]
    public = [one for one in held.get("vlan_ip_range", ()) if one.get("forvirtualnetwork")]
    shared = [one for one in held.get("network", ()) if _is_shared(one)]
    yield from _step("network", shared, named)
    yield from _step("storage_pool", pools, lambda one: {**named(one), "force": True})
    yield from _step("image_store", stores, named)
    yield from _step("host", held.get("host", ()), lambda one: {**named(one), "force": one.get("state") != "Up"})
    yield from _step("cluster", held.get("cluster", ()), named)
    yield from _step("vlan_ip_range", public, lambda one: {"id": one["id"], **within})
    yield from _step(
        "storage_ip_range",
        held.get("storage_ip_range", ()),
        lambda one: {"id": one["id"], "pod": one["podid"], "start_ip": one["startip"], **within},
    )
    yield from _step("pod", held.get("pod", ()), named)
    yield from _step(
        "traffic_type",
        held.get("traffic_type", ()),
        lambda one: {"physical_network": one["physicalnetworkid"], "traffic_type": one["traffictype"], **within},
    )
    yield from _step("physical_network", held.get("physical_network", ()), named)
    yield from _step("zone", [zone], lambda one: {"name": one["name"]})
