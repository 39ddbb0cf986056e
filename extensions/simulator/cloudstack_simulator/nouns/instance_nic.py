"""NICs of instances and their addresses."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import deploying, guest, guestips, instances, networks, owners
from ..registry import Submitted, command, job
from ..shape import pick
from ..store import Record


def _answer(ctx: Context, instance: Record, of_job: bool) -> dict[str, Any]:
    return {"virtualmachine": instances.view(ctx, instance, brief=True, job=of_job)}


def _instance(ctx: Context) -> Record:
    return ctx.store.need(instances.KIND, ctx.instance)


@command("addNicToVirtualMachine")
def prepare_add(ctx: Context) -> Submitted:
    """Check that the instance may join the network."""
    instance, network = ctx.record(instances.KIND, "virtualmachineid"), ctx.record("network", "networkid")
    if network["zoneid"] != instance["zoneid"]:
        raise errors.invalid(f"The network {network['name']} is in another zone than the instance")
    if not networks.usable_by(ctx.store, network, owners.account_of(ctx.store, instance)):
        raise errors.ApiError(errors.ACCOUNT, f"The instance's account may not use the network {network['name']}")
    if ctx.store.first("nic", virtualmachineid=instance["id"], networkid=network["id"]):
        raise errors.invalid(f"{instances.described(instance)} is already in the network {network['name']}")
    deploying.refuse_taken(ctx, instance["name"], [network], instance)
    return Submitted(instance["id"])


@job("addNicToVirtualMachine")
def add(ctx: Context) -> dict[str, Any]:
    """Put the instance into one more network."""
    instance, network = _instance(ctx), ctx.record("network", "networkid")
    place = len(instances.nics_of(ctx.store, instance))
    nic = guest.add_nic(ctx.store, instance, network, place, **ctx.given("ipaddress", "macaddress"))
    if ctx.get("dhcpoptions"):
        nic["_dhcpoptions"] = ctx.params["dhcpoptions"]
    if instance["state"] == "Running":
        guest.implement(ctx, network)
    return _answer(ctx, instance, True)


def _own_nic(ctx: Context, instance: Record) -> Record:
    nic = ctx.record("nic", "nicid")
    if nic["virtualmachineid"] != instance["id"]:
        raise errors.invalid(f"The NIC {nic['id']} is not one of {instances.described(instance)}")
    return nic


@command("removeNicFromVirtualMachine", "updateDefaultNicForVirtualMachine")
def prepare_own(ctx: Context) -> Submitted:
    """Check that the NIC is the instance's."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    nic = _own_nic(ctx, instance)
    if nic["isdefault"]:
        raise errors.invalid(f"The NIC {nic['id']} is the default NIC of {instances.described(instance)}")
    return Submitted(instance["id"])


@job("removeNicFromVirtualMachine")
def remove(ctx: Context) -> dict[str, Any]:
    """Take the instance out of a network."""
    instance, nic = _instance(ctx), ctx.record("nic", "nicid")
    if ctx.store.first("publicipaddress", _nicid=nic["id"]) or _forwarded(ctx, instance, nic):
        raise errors.invalid(f"The NIC {nic['id']} still has port forwarding or static NAT")
    ctx.store.remove("nic", nic["id"])
    for place, held in enumerate(instances.nics_of(ctx.store, instance)):
        held["deviceid"] = str(place)
    return _answer(ctx, instance, False)


def _forwarded(ctx: Context, instance: Record, nic: Record) -> bool:
    return bool(ctx.store.first("portforwardingrule", virtualmachineid=instance["id"], networkid=nic["networkid"]))


@job("updateDefaultNicForVirtualMachine")
def set_default(ctx: Context) -> dict[str, Any]:
    """Make another NIC the default one; the two exchange their device ids."""
    instance, nic = _instance(ctx), ctx.record("nic", "nicid")
    old = instances.default_nic(ctx.store, instance)
    if old is not None:
        old["isdefault"] = False
        old["deviceid"], nic["deviceid"] = nic["deviceid"], old["deviceid"]
    nic["isdefault"] = True
    return _answer(ctx, instance, False)


@command("updateVmNicIp")
def prepare_address(ctx: Context) -> Submitted:
    """Check the wanted address."""
    nic = ctx.record("nic", "nicid")
    network = ctx.store.need("network", nic["networkid"])
    if network["type"] == "Isolated":
        instance = ctx.store.need(instances.KIND, nic["virtualmachineid"])
        if instance["state"] != "Stopped":
            raise errors.invalid(f"{instances.described(instance)} must be stopped before its address is changed")
    if ctx.get("ipaddress") != nic.get("ipaddress"):
        guestips.pick_address(ctx.store, network, ctx.get("ipaddress"))
    return Submitted(nic["virtualmachineid"])


@job("updateVmNicIp")
def set_address(ctx: Context) -> dict[str, Any]:
    """Give a NIC another address."""
    nic = ctx.record("nic", "nicid")
    if ctx.get("ipaddress") != nic.get("ipaddress"):
        network = ctx.store.need("network", nic["networkid"])
        nic.update(guestips.pick_address(ctx.store, network, ctx.get("ipaddress")))
    return _answer(ctx, _instance(ctx), True)


@command("addIpToNic")
def add_address(ctx: Context) -> Submitted:
    """Give a NIC a secondary address."""
    nic = ctx.record("nic", "nicid")
    network = ctx.store.need("network", nic["networkid"])
    address = guestips.pick_address(ctx.store, network, ctx.get("ipaddress"))["ipaddress"]
    held = ctx.store.add("nicsecondaryip", {"ipaddress": address, "nicid": nic["id"], "networkid": network["id"]})
    nic["_secondary"].append(pick(held, "id", "ipaddress"))
    return Submitted(held["id"])


@job("addIpToNic")
def address_added(ctx: Context) -> dict[str, Any]:
    """Show the secondary address."""
    held = ctx.store.need("nicsecondaryip", ctx.instance)
    return {"nicsecondaryip": pick(held, "id", "ipaddress", "nicid", "networkid")}


@command("removeIpFromNic")
def prepare_removal(ctx: Context) -> Submitted:
    """Check that no static NAT uses the secondary address."""
    held = ctx.record("nicsecondaryip")
    for address in ctx.store.where("publicipaddress", _nicid=held["nicid"]):
        if address.get("vmipaddress") == held["ipaddress"]:
            raise errors.invalid(f"The address {held['ipaddress']} has static NAT with {address['ipaddress']}")
    return Submitted(held["id"])


@job("removeIpFromNic")
def remove_address(ctx: Context) -> dict[str, Any]:
    """Take a secondary address off its NIC."""
    held = ctx.record("nicsecondaryip")
    nic = ctx.store.get("nic", held["nicid"])
    if nic is not None:
        nic["_secondary"] = [entry for entry in nic["_secondary"] if entry["id"] != held["id"]]
    ctx.store.remove("nicsecondaryip", held["id"])
    return {"success": True}


@command("listNics")
def list_nics(ctx: Context) -> dict[str, Any]:
    """The NICs of one instance."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    chosen = [nic for nic in instances.nics_of(ctx.store, instance) if nic["id"] == ctx.get("nicid", nic["id"])]

    def show(nic: Record) -> dict[str, Any]:
        shown = guest.nic_view(ctx.store, nic, instance["state"] == "Running", secondary=False)
        for name in ("publicipid", "publicip"):
            shown.pop(name, None)
        return {**shown, "virtualmachineid": instance["id"]}

    return ctx.list(chosen, show, ("networkid",))
