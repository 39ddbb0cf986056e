"""Virtual routers: one for a network, or one for a VPC with all its tiers."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..shape import compact, pick, stable_uuid
from ..store import Record, Store
from . import marks, networks, owners, placement
from .guestips import pick_address

SIZE = {"cpunumber": 1, "cpuspeed": 500, "memory": 256}
OFFERING = {
    "serviceofferingid": "428aa621-671c-41e1-aa0e-892628504f74",
    "serviceofferingname": "System Offering For Software Router",
}
CONTROL_NETMASK = "255.255.0.0"


def new_name(store: Store) -> str:
    """The next router name; routers and instances are numbered together."""
    return f"r-{store.number('virtualmachine')}-VM"


def of_network(store: Store, network: Record) -> list[Record]:
    """The routers that serve a network: its own, or its VPC's."""
    if network.get("vpcid"):
        return store.where("router", vpcid=network["vpcid"])
    return store.where("router", _networkid=network["id"])


def _system_template(store: Store) -> Record:
    return next(template for template in store.all("template") if template["templatetype"] == "SYSTEM")


def _start(ctx: Context, zone_id: str, fields: dict[str, Any]) -> Record:
    store = ctx.store
    template = _system_template(store)
    host = placement.choose_host(store, zone_id, template["hypervisor"], SIZE, {})
    if host is None:
        raise errors.ApiError(errors.INSUFFICIENT_CAPACITY, "No host has the capacity for the virtual router")
    router = {
        "name": new_name(store),
        "zoneid": zone_id,
        "podid": host["podid"],
        "hostid": host["id"],
        "templateid": template["id"],
        "created": ctx.now(),
        "state": "Running",
        **fields,
    }
    return store.add("router", router)


def ensure(ctx: Context, network: Record) -> None:
    """Start the network's router when it has none."""
    if of_network(ctx.store, network):
        return
    shared = network["type"] == "Shared"
    owner = owners.system_account(ctx.store) if shared else owners.account_of(ctx.store, network)
    fields = {
        **owners.of(network),
        "account": owner["name"],
        "_accountid": owner["id"],
        "_networkid": network["id"],
        "_mac": addresses.mac(network["_number"], ctx.store.number("mac")),
    }
    if not shared and network.get("projectid"):
        del fields["account"]
    if shared:
        network["_routerip"] = network.get("_routerip") or pick_address(ctx.store, network).get("ipaddress")
    _start(ctx, network["zoneid"], fields)


def start_for_vpc(ctx: Context, vpc: Record) -> Record:
    """Start the router of a VPC."""
    return _start(ctx, vpc["zoneid"], {**owners.copied(vpc), "vpcid": vpc["id"]})


def control(router: Record) -> dict[str, Any]:
    """A machine's side of the control network: its address, which only a running machine shows."""
    number = router["_number"]
    address = f"169.254.{number // 250 % 250 + 1}.{number % 250 + 2}"
    return {
        "address": address,
        "mac": f"0e:00:{bytes(int(part) for part in address.split('.')).hex(':')}",
        "networkid": networks.system_network_id(router["zoneid"], "Control"),
        "up": router["state"] == "Running",
    }


def _public(store: Store, router: Record) -> dict[str, Any] | None:
    field = {"vpcid": router["vpcid"]} if router.get("vpcid") else {"associatednetworkid": router["_networkid"]}
    address = store.first("publicipaddress", issourcenat=True, **field)
    if address is None:
        return None
    vlan = store.need("vlaniprange", address["vlanid"])
    return {"address": address, "vlan": vlan, "mac": addresses.mac(0x1E0000 + vlan["_number"], address["_number"])}


def _guest_nic(store: Store, router: Record, network: Record) -> dict[str, Any]:
    uri = networks.broadcast_uri(store, network)
    shared = network["type"] == "Shared"
    netmask = network.get("netmask") or next(
        (vlan["netmask"] for vlan in store.where("vlaniprange", networkid=network["id"])), None
    )
    return {
        "id": stable_uuid("nic", router["id"], network["id"]),
        "networkid": network["id"],
        "networkname": network["name"],
        **compact(netmask=netmask, gateway=network.get("gateway") if shared else None),
        **compact(ipaddress=network.get("_routerip") or network.get("gateway")),
        **compact(isolationuri=uri if uri != "vlan://untagged" else None, broadcasturi=uri),
        "traffictype": "Guest",
        "type": network["type"],
        "isdefault": shared,
        "macaddress": router["_mac"],
        "mtu": network["privatemtu"],
        "enabled": True,
    }


def link_local(inner: dict[str, Any]) -> dict[str, Any]:
    """The flat fields of a machine's side of the control network."""
    if not inner["up"]:
        return {"linklocalnetworkid": inner["networkid"]}
    return {
        "linklocalip": inner["address"],
        "linklocalmacaddress": inner["mac"],
        "linklocalnetmask": CONTROL_NETMASK,
        "linklocalnetworkid": inner["networkid"],
    }


def control_nic(router: Record, inner: dict[str, Any]) -> dict[str, Any]:
    """The NIC in the control network."""
    up = inner["up"]
    return {
        "id": stable_uuid("nic", router["id"], "control"),
        "networkid": inner["networkid"],
        **compact(
            netmask=CONTROL_NETMASK if up else None,
            gateway="169.254.0.1" if up else None,
            ipaddress=inner["address"] if up else None,
        ),
        "traffictype": "Control",
        "isdefault": False,
        **compact(macaddress=inner["mac"] if up else None),
        "enabled": True,
    }


def _public_nic(router: Record, public: dict[str, Any]) -> dict[str, Any]:
    address, vlan = public["address"], public["vlan"]
    return {
        "id": stable_uuid("nic", router["id"], "public"),
        "networkid": address["networkid"],
        "netmask": vlan["netmask"],
        "gateway": vlan["gateway"],
        "ipaddress": address["ipaddress"],
        "isolationuri": vlan["vlan"],
        "broadcasturi": vlan["vlan"],
        "traffictype": "Public",
        "isdefault": True,
        "macaddress": public["mac"],
        "mtu": 1500,
        "enabled": True,
    }


def _nic_parts(store: Store, router: Record) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The flat NIC fields of a router's answer, and its NICs."""
    network = store.get("network", router.get("_networkid"))
    inner, public = control(router), _public(store, router)
    guest = _guest_nic(store, router, network) if network else None
    flat = link_local(inner)
    if public:
        flat.update(
            gateway=public["vlan"]["gateway"],
            publicip=public["address"]["ipaddress"],
            publicmacaddress=public["mac"],
            publicnetmask=public["vlan"]["netmask"],
            publicnetworkid=public["address"]["networkid"],
        )
    if guest:
        flat.update(
            guestipaddress=guest.get("ipaddress"),
            guestmacaddress=guest["macaddress"],
            guestnetmask=guest.get("netmask"),
            guestnetworkid=guest["networkid"],
            guestnetworkname=guest["networkname"],
            networkdomain=network and network.get("networkdomain"),
        )
    nics = [*([guest] if guest else []), control_nic(router, inner)]
    return compact(**flat), nics + ([_public_nic(router, public)] if public else [])


def _offering(store: Store, router: Record) -> dict[str, Any]:
    chosen = store.get("serviceoffering", router.get("_offeringid"))
    return {"serviceofferingid": chosen["id"], "serviceofferingname": chosen["name"]} if chosen else OFFERING


def view(store: Store, router: Record) -> dict[str, Any]:
    """A router as the API shows it."""
    zone, pod = store.need("zone", router["zoneid"]), store.get("pod", router["podid"])
    host, vpc = store.get("host", router.get("hostid")), store.get("vpc", router.get("vpcid"))
    template = store.need("template", router["templateid"])
    flat, nics = _nic_parts(store, router)
    return {
        "id": router["id"],
        "zoneid": zone["id"],
        "zonename": zone["name"],
        **pick(zone, "dns1", "dns2"),
        "name": router["name"],
        **compact(podid=router["podid"], podname=pod and pod["name"]),
        **compact(hostid=host and host["id"], hostname=host and host["name"]),
        **({"hostcontrolstate": "Enabled", "hypervisor": template["hypervisor"]} if host else {}),
        **flat,
        "templateid": template["id"],
        "templatename": template["name"],
        "created": router["created"],
        "state": router["state"],
        **owners.of(router),
        **_offering(store, router),
        "isredundantrouter": False,
        "redundantstate": "UNKNOWN",
        "version": "4.10.0",
        "scriptsversion": stable_uuid("scripts", router["id"], router["created"]),
        **compact(vpcid=vpc and vpc["id"], vpcname=vpc and vpc["name"]),
        "role": "VIRTUAL_ROUTER",
        "nic": nics,
        "requiresupgrade": router.get("requiresupgrade", False),
        "healthchecksfailed": False,
        "softwareversion": "4.23.0.0",
        "arch": "x86_64",
        "hasannotations": marks.annotated(store, router["id"]),
    }
