"""System VMs: a zone that can run things gets its secondary storage VM and its console proxy."""

from __future__ import annotations

from typing import Any

from .. import addresses
from ..context import Context
from ..registry import background
from ..shape import pick
from ..store import Record, Store
from . import alerts, guestips, hosts, placement, publicips, zones

START, FORGET_AGENT = "start system VM", "forget the agent of a system VM"
AGENT = "agent"
SIZE = {"cpunumber": 1, "cpuspeed": 500, "memory": 512}
KINDS: dict[str, dict[str, str]] = {
    "secondarystoragevm": {
        "letter": "s",
        "title": "Secondary Storage Vm",
        "offeringid": "d029b4d8-b95f-4b12-8f42-1ed8fc48420f",
        "offeringname": "System Offering For Secondary Storage VM",
    },
    "consoleproxy": {
        "letter": "v",
        "title": "Console proxy",
        "offeringid": "b5931688-fcfd-4648-9f26-e6a4e48e01f7",
        "offeringname": "System Offering For Console Proxy",
    },
}
NETMASK = "255.255.255.0"
LINK_LOCAL_NETMASK = "255.255.0.0"


def ensure(ctx: Context, zone_id: str) -> None:
    """Begin to start the system VMs that a zone lacks, when it can run them. An Edge zone has none."""
    zone = ctx.store.need("zone", zone_id)
    if zone["type"] == "Edge" or not zones.can_run(ctx.store, zone):
        return
    for kind in KINDS:
        machine = ctx.store.first("systemvm", zoneid=zone_id, systemvmtype=kind)
        if machine is None:
            machine = _new(ctx, zone, kind)
        elif not machine.get("_wanting"):
            continue
        machine.update(state="Starting", _wanting=False)
        ctx.jobs.start_background(START, machine["id"])


@background(START)
def started(ctx: Context) -> dict[str, Any]:
    """A system VM has come up with its addresses; without a public address or a host it stops, and is tried again."""
    machine = ctx.store.get("systemvm", ctx.instance)
    if machine is None or machine["state"] != "Starting":
        return {}
    if place(ctx, machine):
        _fill_image_stores(ctx, machine)
    else:
        machine.update(state="Stopped", _wanting=True)
        zone = ctx.store.need("zone", machine["zoneid"])
        kind = KINDS[machine["systemvmtype"]]
        text = f"{kind['title']} creation failure in zone [{zone['name']}]. Error details: no address or no host for it"
        alerts.send(ctx, alerts.TYPES[machine["systemvmtype"]], text)
    return {}


def _fill_image_stores(ctx: Context, machine: Record) -> None:
    """A secondary storage VM has brought the templates of the cloud's own onto the zone's image stores."""
    if machine["systemvmtype"] == "secondarystoragevm":
        for held in zones.image_stores(ctx.store, ctx.store.need("zone", machine["zoneid"])):
            held["_templates"] = True


def place(ctx: Context, machine: Record) -> bool:
    """Run a system VM on a host of its zone, with addresses; False when it lacks a public one or a host."""
    store = ctx.store
    if not machine.get("publicip"):
        _take_public_address(ctx, machine)
    if not machine.get("publicip"):
        return False
    host = placement.choose_host(store, machine["zoneid"], machine["hypervisor"], SIZE, {})
    if host is None:
        return False
    pod = store.need("pod", host["podid"])
    number = machine["_number"]
    machine.update(state="Running", hostid=host["id"], podid=pod["id"])
    machine["privateip"] = zones.take_private_address(store, pod)
    machine["linklocalip"] = f"169.254.{number >> 8 & 255}.{number & 255}"
    machine["storageip"] = _storage_address(store, pod)
    return True


def stop(machine: Record) -> None:
    """Take a system VM off its host; its pod and its public address stay its own."""
    for name in ("hostid", "privateip", "linklocalip", "storageip"):
        machine.pop(name, None)
    machine["state"] = "Stopped"


def lose_addresses(machine: Record) -> None:
    """Take all addresses off a system VM that is being destroyed; its agent is no longer reached."""
    for name in ("gateway", "publicip", "publicnetmask", "privateip", "linklocalip", "storageip"):
        machine.pop(name, None)
    machine["_agentlost"] = True


def remove(store: Store, machine: Record) -> None:
    """Forget a system VM and give its public address back."""
    held = store.get("publicipaddress", machine.get("_publicipid"))
    if held is not None:
        publicips.release(store, held)
    store.remove("systemvm", machine["id"])


def leave_agent(ctx: Context, machine: Record) -> None:
    """Keep the agent of a secondary storage VM that ran: the server counts it as a server of the pod for a while."""
    if machine["systemvmtype"] == "secondarystoragevm" and machine.get("hostid"):
        agent = ctx.store.add(AGENT, {"podid": machine["podid"], "zoneid": machine["zoneid"]})
        ctx.jobs.start_background(FORGET_AGENT, agent["id"], patience=30)


@background(FORGET_AGENT)
def forget_agent(ctx: Context) -> dict[str, Any]:
    """The server has given an agent up."""
    ctx.store.remove(AGENT, ctx.instance)
    return {}


def view(store: Store, machine: Record) -> dict[str, Any]:
    """A system VM as the API shows it; one that does not run shows no host and no addresses of the host's network."""
    zone = store.need("zone", machine["zoneid"])
    template = store.need("template", machine["templateid"])
    kind = KINDS[machine["systemvmtype"]]
    return {
        **pick(machine, "id", "systemvmtype", "zoneid", "name", "hypervisor", "created", "state"),
        "zonename": zone["name"],
        **pick(zone, "dns1", "dns2"),
        "templateid": template["id"],
        "templatename": template["name"],
        **_running(store, machine),
        **_public(machine),
        **({"activeviewersessions": 0} if machine["systemvmtype"] == "consoleproxy" else {}),
        "isdynamicallyscalable": False,
        "serviceofferingid": machine.get("serviceofferingid", kind["offeringid"]),
        "serviceofferingname": machine.get("serviceofferingname", kind["offeringname"]),
        "arch": "x86_64",
        "hasannotations": False,
    }


def _new(ctx: Context, zone: Record, kind: str) -> Record:
    template = zones.system_template(ctx.store)
    number = ctx.store.number("virtualmachine")
    return ctx.store.add(
        "systemvm",
        {
            "name": f"{KINDS[kind]['letter']}-{number}-VM",
            "_number": number,
            "systemvmtype": kind,
            "zoneid": zone["id"],
            "hypervisor": template["hypervisor"],
            "templateid": template["id"],
            "created": ctx.now(),
            "state": "Starting",
        },
    )


def _take_public_address(ctx: Context, machine: Record) -> None:
    store = ctx.store
    account = store.first("account", name="system") or ctx.caller.account
    domain = store.need("domain", account["domainid"])
    owner = {"account": account["name"], "domainid": domain["id"], "domain": domain["name"],
             "domainpath": domain["path"], "_accountid": account["id"]}  # fmt: skip
    if next(publicips.free(store, machine["zoneid"]), None):
        held = publicips.take(store, machine["zoneid"], owner, ctx.now(), issystem=True)
        vlan = store.need("vlaniprange", held["vlanid"])
        machine.update(_publicipid=held["id"], publicip=held["ipaddress"], **_around(vlan))
        return
    for vlan in store.where("vlaniprange", zoneid=machine["zoneid"], forvirtualnetwork=False):
        if not vlan.get("startip"):
            continue
        addresses_down = reversed(list(addresses.span(vlan["startip"], vlan["endip"])))
        free = addresses.first_free(addresses_down, guestips.used(store, store.need("network", vlan["networkid"])))
        if free:
            machine.update(_guestnetworkid=vlan["networkid"], publicip=free, **_around(vlan))
            return


def _around(vlan: Record) -> dict[str, str]:
    return {"gateway": vlan["gateway"], "publicnetmask": vlan["netmask"]}


def _storage_address(store: Store, pod: Record) -> str | None:
    taken = {machine.get("storageip") for machine in store.where("systemvm", zoneid=pod["zoneid"])}
    for held in store.where("storagenetworkiprange", podid=pod["id"]):
        free = addresses.first_free(addresses.span(held["startip"], held["endip"]), {a for a in taken if a})
        if free:
            return free
    return None


def _running(store: Store, machine: Record) -> dict[str, Any]:
    pod, host = store.get("pod", machine.get("podid")), store.get("host", machine.get("hostid"))
    if pod is None:
        return {}
    answer = {"podid": pod["id"], "podname": pod["name"], "version": hosts.VERSION}
    if machine["systemvmtype"] == "secondarystoragevm":
        answer["agentstate"] = "Up" if host and not machine.get("_agentlost") else "Disconnected"
    if host is not None:
        answer |= {"hostid": host["id"], "hostname": host["name"], "hostcontrolstate": host["resourcestate"]}
    return answer | _inner_addresses(machine)


def _inner_addresses(machine: Record) -> dict[str, Any]:
    number = machine["_number"]
    answer = pick(machine, "privateip", "linklocalip", "storageip")
    if "privateip" in answer:
        answer |= {"privatemacaddress": addresses.mac(1, number), "privatenetmask": NETMASK}
    if "linklocalip" in answer:
        answer |= {"linklocalmacaddress": addresses.mac(2, number), "linklocalnetmask": LINK_LOCAL_NETMASK}
    return answer


def _public(machine: Record) -> dict[str, Any]:
    if not machine.get("publicip"):
        return {}
    return {
        **pick(machine, "gateway", "publicip", "publicnetmask"),
        "publicmacaddress": addresses.mac(3, machine["_number"]),
    }
