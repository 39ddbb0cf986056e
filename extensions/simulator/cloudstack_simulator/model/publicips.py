"""Public addresses: the pool of a zone's ranges, who holds which, and what they are used for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import addresses, errors
from ..context import Context
from ..shape import compact, pick, stable_uuid, tags_of
from ..store import Record, Store
from . import marks, owners, quarantine

KIND = "publicipaddress"
FREE = "freeipaddress"
PORTABLE = "portableiprange"
RULE_KINDS = ("firewallrule", "portforwardingrule", "loadbalancerrule")


def ranges(store: Store, zone_id: str) -> list[Record]:
    """The zone's ranges of public addresses."""
    return store.where("vlaniprange", zoneid=zone_id, forvirtualnetwork=True)


def address_id(vlan: Record, address: str) -> str:
    """The id that an address of a range has, held or free."""
    return stable_uuid("publicip", vlan["id"], address)


def _taken(store: Store, vlan: Record) -> set[str]:
    return {record["ipaddress"] for record in store.where(KIND, vlanid=vlan["id"])}


def free(store: Store, zone_id: str) -> Iterator[tuple[Record, str]]:
    """The free addresses of a zone, as (range, address), lowest first."""
    for vlan in ranges(store, zone_id):
        if not vlan.get("startip"):
            continue
        taken = _taken(store, vlan)
        for address in addresses.span(vlan["startip"], vlan.get("endip")):
            if address not in taken:
                yield vlan, address


def _usable(vlan: Record, account: Record | None) -> bool:
    if vlan.get("forsystemvms"):
        return account is None
    dedicated = vlan.get("_accountid")
    return dedicated is None or account is None or dedicated == account["id"]


def take(
    store: Store, zone_id: str, owner: dict[str, Any], now: str, wanted: str | None = None, **fields: Any
) -> Record:
    """Take a free address of a zone (a wanted one, or the lowest) and return its record.

    owner: an owner stamp; fields: further fields of the record. ApiError when the wanted address, or any, is not
    to be had.
    """
    account = store.get("account", owner["_accountid"])
    for vlan, address in free(store, zone_id):
        kept = quarantine.keeps_from(store, address, account, now)
        if kept and wanted == address:
            raise errors.invalid(f"Failed to allocate public IP [{address}] as it is in quarantine.")
        if not kept and _usable(vlan, account) and wanted in (None, address):
            held = {**owner, "state": "Allocated", "allocated": now, **fields}
            store.remove(FREE, address_id(vlan, address))
            return store.add(KIND, {**_blank(vlan, address), **held})
    if wanted is not None:
        raise errors.invalid(f"The IP address {wanted} is not a free public address of the zone")
    zone = store.need("zone", zone_id)
    raise errors.ApiError(errors.INSUFFICIENT_CAPACITY, f"The zone {zone['name']} has no free public IP address")


def take_portable(store: Store, zone_id: str, owner: dict[str, Any], now: str, **fields: Any) -> Record:
    """Take the lowest free address of the portable ranges; it is carried as the zone's own ones are.

    ApiError when there is none.
    """
    carried = ranges(store, zone_id)
    for held in store.all(PORTABLE) if carried else ():
        for address in addresses.span(held["startip"], held["endip"]):
            if not store.first(KIND, vlanid=held["id"], ipaddress=address):
                vlan = {**carried[0], "id": held["id"]}
                more = {"isportable": True, "state": "Allocated", "allocated": now, **fields}
                return store.add(KIND, {**_blank(vlan, address), **owner, **more})
    raise errors.ApiError(errors.INSUFFICIENT_CAPACITY, "There is no free portable IP address in the region")


def portable_state(store: Store, held: Record, address: str) -> dict[str, Any]:
    """An address of a portable range as its range shows it."""
    taken = store.first(KIND, vlanid=held["id"], ipaddress=address)
    return {"ipaddress": address, "state": taken["state"] if taken else "Free"}


def _blank(vlan: Record, address: str) -> Record:
    return {
        "id": address_id(vlan, address),
        "ipaddress": address,
        "zoneid": vlan["zoneid"],
        "vlanid": vlan["id"],
        "physicalnetworkid": vlan["physicalnetworkid"],
        "networkid": vlan["networkid"],
        "issourcenat": False,
        "isstaticnat": False,
        "state": "Free",
        "fordisplay": True,
        "forvirtualnetwork": True,
    }


def source_nat_of(store: Store, network: Record) -> Record | None:
    """The source NAT address of a network (of its VPC for a tier), or None."""
    if network.get("vpcid"):
        return store.first(KIND, vpcid=network["vpcid"], issourcenat=True)
    return store.first(KIND, associatednetworkid=network["id"], issourcenat=True)


def take_source_nat(ctx: Context, network: Record, wanted: str | None = None) -> Record:
    """Give a network its source NAT address, or change it to a wanted one."""
    held = source_nat_of(ctx.store, network)
    if held and wanted in (None, held["ipaddress"]):
        return held
    chosen = wanted and ctx.store.first(KIND, associatednetworkid=network["id"], ipaddress=wanted)
    if not chosen:
        owner = owners.copied(network)
        chosen = take(ctx.store, network["zoneid"], owner, ctx.now(), wanted, associatednetworkid=network["id"])
    if held:
        held["issourcenat"] = False
    chosen["issourcenat"] = True
    return chosen


def has_rules(store: Store, record: Record) -> bool:
    """Whether firewall, port forwarding or load balancing rules use an address."""
    return any(store.first(kind, ipaddressid=record["id"]) for kind in RULE_KINDS)


def release(store: Store, record: Record) -> None:
    """Give an address back to the pool, with the rules on it."""
    for kind in RULE_KINDS:
        for rule in store.where(kind, ipaddressid=record["id"]):
            store.remove(kind, rule["id"])
    marks.forget(store, record["id"])
    store.remove(KIND, record["id"])


def _static_nat(store: Store, record: Record) -> dict[str, Any]:
    instance = store.get("virtualmachine", record.get("virtualmachineid"))
    if instance is None:
        return {}
    return {
        "virtualmachineid": instance["id"],
        "virtualmachinetype": "User",
        "vmipaddress": record["vmipaddress"],
        "virtualmachinename": instance["name"],
        "virtualmachinedisplayname": instance["displayname"],
    }


def view(store: Store, record: Record) -> dict[str, Any]:
    """A public address as the API shows it."""
    zone = store.need("zone", record["zoneid"])
    network = store.get("network", record.get("associatednetworkid"))
    vpc = store.get("vpc", record.get("vpcid"))
    kind = PORTABLE if record.get("isportable") else "vlaniprange"
    vlan = store.need(kind, record["vlanid"])
    return {
        **pick(record, "id", "ipaddress", "allocated"),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "issourcenat": record["issourcenat"],
        **owners.of(record),
        "forvirtualnetwork": record["forvirtualnetwork"],
        "vlanid": vlan["id"],
        "vlanname": vlan["vlan"],
        "isstaticnat": record["isstaticnat"],
        "issystem": record.get("issystem", False),
        **_static_nat(store, record),
        **compact(
            associatednetworkid=network and network["id"],
            associatednetworkname=network and network["name"],
        ),
        "networkid": record["networkid"],
        "state": record["state"],
        "physicalnetworkid": record["physicalnetworkid"],
        **compact(vpcid=vpc and vpc["id"], vpcname=vpc and vpc["name"]),
        "tags": tags_of(store, record["id"]),
        "isportable": record.get("isportable", False),
        "fordisplay": record["fordisplay"],
        "hasrules": has_rules(store, record),
        "forsystemvms": record.get("forsystemvms", False),
        "forprovider": False,
        "hasannotations": marks.annotated(store, record["id"]),
    }


def free_records(store: Store, zone_ids: list[str]) -> list[Record]:
    """Records of the free addresses of zones; they are kept under a kind of their own, so that their ids are known."""
    return [
        store.get(FREE, address_id(vlan, address)) or store.add(FREE, _blank(vlan, address))
        for zone_id in zone_ids
        for vlan, address in free(store, zone_id)
    ]
