"""Listing instances."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from ..context import Context
from ..model import instances, marks
from ..registry import command
from ..store import Record

FIELDS = ("zoneid", "hostid", "groupid", "templateid", "serviceofferingid", "isoid", "userid", "haenable", "displayvm",
          "hypervisor", "userdataid", "account")  # fmt: skip


def _nic_in(ctx: Context, instance: Record, test: Callable[[Record], bool]) -> bool:
    nics = instances.nics_of(ctx.store, instance)
    return any(test(ctx.store.need("network", nic["networkid"])) for nic in nics)


def _volume_on(ctx: Context, instance: Record, pool_id: str) -> bool:
    return ctx.store.first("volume", virtualmachineid=instance["id"], storageid=pool_id) is not None


def _host_field(ctx: Context, instance: Record, field: str) -> Any:
    return (ctx.store.get("host", instance.get("hostid")) or {}).get(field)


def _in_state(instance: Record, wanted: str) -> bool:
    if wanted.lower() == "present":
        return instance["state"] not in ("Destroyed", "Expunging")
    return instance["state"].lower() == wanted.lower()


CHECKS: dict[str, Callable[[Context, Record, Any], bool]] = {
    "state": lambda _ctx, instance, wanted: _in_state(instance, wanted),
    "networkid": lambda ctx, instance, wanted: _nic_in(ctx, instance, lambda network: network["id"] == wanted),
    "vpcid": lambda ctx, instance, wanted: _nic_in(ctx, instance, lambda network: network.get("vpcid") == wanted),
    "forvirtualnetwork": lambda ctx, instance, wanted: _nic_in(
        ctx, instance, lambda network: (network["type"] == "Isolated") == wanted
    ),
    "tags": lambda ctx, instance, wanted: marks.has_tags(ctx.store, instance["id"], wanted),
    "affinitygroupid": lambda _ctx, instance, wanted: wanted in instance["_affinity"],
    "securitygroupid": lambda _ctx, instance, wanted: wanted in instance["_securitygroups"],
    "keypair": lambda _ctx, instance, wanted: wanted in instance["_keypairs"],
    "podid": lambda ctx, instance, wanted: _host_field(ctx, instance, "podid") == wanted,
    "clusterid": lambda ctx, instance, wanted: _host_field(ctx, instance, "clusterid") == wanted,
    "storageid": _volume_on,
    "leased": lambda _ctx, instance, wanted: ("leaseduration" in instance) == wanted,
    "backupofferingid": lambda _ctx, instance, wanted: instance.get("backupofferingid") == wanted,
    "autoscalevmgroupid": lambda _ctx, instance, wanted: instance.get("autoscalevmgroupid") == wanted,
    "arch": lambda _ctx, _instance, wanted: wanted.lower() == "x86_64",
}


def _chosen(ctx: Context, found: list[Record]) -> list[Record]:
    for name, check in CHECKS.items():
        if name in ctx.params:
            found = [instance for instance in found if check(ctx, instance, ctx.params[name])]
    return found


def _matches_keyword(instance: Record, keyword: str) -> bool:
    names = (instance["name"], instance["displayname"], instance["instancename"], instance["state"])
    return any(keyword.lower() in str(name).lower() for name in names)


def _listed(ctx: Context) -> list[Record]:
    ctx.records(instances.KIND, "ids")
    with ctx.store.still():
        found = _chosen(ctx, ctx.owned(ctx.store.all(instances.KIND)))
    if not ctx.caller.is_admin:
        found = [instance for instance in found if instance["state"] not in ("Destroyed", "Expunging")]
    if "keyword" in ctx.params:
        found = [instance for instance in found if _matches_keyword(instance, ctx.params["keyword"])]
    return found


def _page(ctx: Context, view: Callable[[Record], dict[str, Any]]) -> dict[str, Any]:
    found = _listed(ctx)
    ctx.params.pop("keyword", None)
    return ctx.list(found, view, FIELDS)


@command("listVirtualMachines")
def list_instances(ctx: Context) -> dict[str, Any]:
    """List instances; destroyed ones too until they are expunged, for administrators."""
    restricted, data = not ctx.caller.is_admin, ctx.get("userdata", False)
    return _page(ctx, lambda instance: instances.view(ctx, instance, restricted=restricted, userdata=data))


def _metrics(ctx: Context, instance: Record) -> dict[str, Any]:
    shown = instances.view(ctx, instance)
    shown.pop("domainpath", None)
    collected = "networkkbsread" in shown
    figures = {
        "cputotal": f"{instance['cpunumber'] * instance['cpuspeed'] / 1000:.1f} Ghz",
        "memorytotal": f"{instance['memory'] / 1024:.2f} GiB",
    }
    if collected:
        figures.update(
            networkread=f"{shown['networkkbsread'] / 1024:.2f} MiB",
            networkwrite=f"{shown['networkkbswrite'] / 1024:.2f} MiB",
            diskread=f"{shown['diskkbsread'] / 1024:.2f} MiB",
            diskwrite=f"{shown['diskkbswrite'] / 1024:.2f} MiB",
            diskiopstotal=shown["diskioread"] + shown["diskiowrite"],
        )
    return {**figures, **shown}


@command("listVirtualMachinesMetrics")
def list_metrics(ctx: Context) -> dict[str, Any]:
    """List instances with figures made for people."""
    return _page(ctx, lambda instance: _metrics(ctx, instance))


@command("getVirtualMachineUserData")
def get_user_data(ctx: Context) -> dict[str, Any]:
    """The user data of one instance, base64 encoded."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    data = {"virtualmachineid": instance["id"], "userdata": instance.get("_userdata", "")}
    return {"virtualmachineuserdata": data}


@command("createConsoleEndpoint")
def create_console_endpoint(ctx: Context) -> dict[str, Any]:
    """The console of an instance: the first who asks the zone's console proxy is too early."""
    instance = ctx.record(instances.KIND, "virtualmachineid")
    proxy = ctx.store.first("systemvm", zoneid=instance["zoneid"], systemvmtype="consoleproxy", state="Running")
    if proxy is None or not proxy.get("_asked"):
        if proxy is not None:
            proxy["_asked"] = True
        text = "Server Internal Error: Console access will be ready in a few minutes. Please try it again later."
        return {"consoleendpoint": {"success": False, "details": text}}
    token, host = secrets.token_urlsafe(48), proxy["publicip"]
    page = f"http://{host}/resource/noVNC/vnc.html?autoconnect=true&show_dot=true&port=8080&token={token}"
    socket = {"token": token, "host": host, "port": "8080", "path": "websockify"}
    return {"consoleendpoint": {"success": True, "url": page, "websocket": socket}}
