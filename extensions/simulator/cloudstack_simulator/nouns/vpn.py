"""Static routes and site-to-site VPN gateways of VPCs."""

from __future__ import annotations

from typing import Any

from .. import addresses, errors
from ..context import Context
from ..model import ids, marks, owners, publicips
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

ROUTE = "staticroute"
GATEWAY = "vpngateway"
CUSTOMER = "vpncustomergateway"
POLICY_FIELDS = ("gateway", "cidrlist", "ipsecpsk", "ikepolicy", "esppolicy", "ikelifetime", "esplifetime", "dpd",
                 "forceencap", "splitconnections", "ikeversion")  # fmt: skip
DEFAULTS = {"ikelifetime": 86400, "esplifetime": 3600, "dpd": False, "forceencap": False, "splitconnections": False,
            "ikeversion": "ike"}  # fmt: skip


def _route_view(ctx: Context, route: Record) -> dict[str, Any]:
    shown = pick(route, "id", "state", "vpcid", "nexthop", "vpcgatewayid", "cidr")
    gateway = ctx.store.get("privategateway", route.get("vpcgatewayid"))
    return {
        **shown,
        **({"vpcgatewayip": gateway["gateway"]} if gateway else {}),
        **owners.of(route),
        "tags": tags_of(ctx.store, route["id"]),
    }


@command("createStaticRoute")
def create_route(ctx: Context) -> Submitted:
    """Add a route to a VPC, over a private gateway of it or to a next hop."""
    gateway = ctx.maybe("privategateway", "gatewayid")
    if gateway is None and "vpcid" not in ctx.params:
        raise errors.invalid("One of vpcId or gatewayId must be specified")
    vpc = ctx.store.need("vpc", gateway["vpcid"]) if gateway else ctx.record("vpc", "vpcid")
    if not addresses.is_cidr(ctx.params["cidr"]):
        raise errors.invalid(f"Invalid format for cidr {ctx.params['cidr']}")
    if addresses.overlap(ctx.params["cidr"], vpc["cidr"]):
        raise errors.invalid("CIDR should be outside of VPC CIDR of the VPC")
    for route in ctx.store.where(ROUTE, vpcid=vpc["id"]):
        if addresses.overlap(ctx.params["cidr"], route["cidr"]):
            raise errors.ApiError(errors.NETWORK_RULE_CONFLICT, f"New static route cidr conflicts with {route['cidr']}")
    leads = {"vpcgatewayid": gateway["id"], "nexthop": gateway["gateway"]} if gateway else ctx.given("nexthop")
    record = {**ctx.given("cidr"), **leads, "vpcid": vpc["id"], "state": "Active", **owners.copied(vpc)}
    return Submitted(ctx.store.add(ROUTE, record)["id"])


@job("createStaticRoute")
def route_created(ctx: Context) -> dict[str, Any]:
    """Show the route."""
    return {"staticroute": _route_view(ctx, ctx.store.need(ROUTE, ctx.instance))}


@job("deleteStaticRoute")
def delete_route(ctx: Context) -> dict[str, Any]:
    """Remove a route."""
    route = ctx.record(ROUTE)
    marks.forget(ctx.store, route["id"])
    ctx.store.remove(ROUTE, route["id"])
    return {"success": True}


@command("listStaticRoutes")
def list_routes(ctx: Context) -> dict[str, Any]:
    """List routes."""
    found = ctx.owned(ctx.store.all(ROUTE))
    if "gatewayid" in ctx.params:
        found = [route for route in found if route.get("vpcgatewayid") == ctx.params["gatewayid"]]
    return ctx.list(found, lambda route: _route_view(ctx, route), ("vpcid", "state"), key=ROUTE)


def _gateway_view(ctx: Context, gateway: Record) -> dict[str, Any]:
    vpc = ctx.store.need("vpc", gateway["vpcid"])
    address = ctx.store.need(publicips.KIND, gateway["_addressid"])
    return {
        "id": gateway["id"],
        "publicip": address["ipaddress"],
        "vpcid": vpc["id"],
        "vpcname": vpc["name"],
        **owners.of(gateway),
        "fordisplay": gateway["fordisplay"],
    }


@command("createVpnGateway")
def create_gateway(ctx: Context) -> Submitted:
    """Give a VPC its VPN gateway, on its source NAT address unless another is named."""
    vpc = ctx.record("vpc", "vpcid")
    if ctx.store.first(GATEWAY, vpcid=vpc["id"]):
        raise errors.invalid(f"The VPN gateway of VPC {vpc['name']} already existed!")
    address = ctx.maybe(publicips.KIND, "ipaddressid") or ctx.store.first(
        publicips.KIND, vpcid=vpc["id"], issourcenat=True
    )
    if address is None:
        raise errors.internal(f"Cannot found source nat ip of vpc {vpc['name']}")
    fields = {"vpcid": vpc["id"], "_addressid": address["id"], "fordisplay": ctx.get("fordisplay", True)}
    return Submitted(ctx.store.add(GATEWAY, {**fields, **owners.copied(vpc)})["id"])


@job("createVpnGateway")
def gateway_created(ctx: Context) -> dict[str, Any]:
    """Show the gateway."""
    return {"vpngateway": _gateway_view(ctx, ctx.store.need(GATEWAY, ctx.instance))}


@job("updateVpnGateway")
def update_gateway(ctx: Context) -> dict[str, Any]:
    """Change whether users see a gateway, or its id."""
    gateway = ctx.record(GATEWAY)
    gateway.update(ctx.given("fordisplay"))
    ids.rename(ctx, gateway)
    return {"vpngateway": _gateway_view(ctx, gateway)}


@job("deleteVpnGateway")
def delete_gateway(ctx: Context) -> dict[str, Any]:
    """Remove a gateway."""
    ctx.store.remove(GATEWAY, ctx.record(GATEWAY)["id"])
    return {"success": True}


@command("listVpnGateways")
def list_gateways(ctx: Context) -> dict[str, Any]:
    """List VPN gateways."""
    found = ctx.owned(ctx.store.all(GATEWAY))
    return ctx.list(found, lambda gateway: _gateway_view(ctx, gateway), ("vpcid", "fordisplay"))


def _customer_view(ctx: Context, gateway: Record) -> dict[str, Any]:
    return {
        **pick(gateway, "id", "name", *POLICY_FIELDS[:-2]),
        **owners.of(gateway),
        **pick(gateway, "splitconnections", "ikeversion"),
        "hasannotations": marks.annotated(ctx.store, gateway["id"]),
    }


def _check_customer(ctx: Context) -> None:
    if not addresses.is_ipv4(ctx.params["gateway"]):
        raise errors.invalid(f"The customer gateway ip {ctx.params['gateway']} is invalid!")
    for cidr in ctx.params["cidrlist"].split(","):
        if not addresses.is_cidr(cidr.strip()):
            raise errors.invalid(f"The CIDR list {ctx.params['cidrlist']} of the customer gateway holds no valid CIDR")


@command("createVpnCustomerGateway")
def create_customer(ctx: Context) -> Submitted:
    """Note the far end of VPN connections."""
    _check_customer(ctx)
    owner = ctx.owner()
    name = ctx.get("name") or f"VPN-{ctx.params['gateway']}"
    if ctx.store.first(CUSTOMER, name=name, _accountid=owner.account["id"]):
        raise errors.invalid(f"The customer gateway with name {name} already existed!")
    record = {**DEFAULTS, **ctx.given(*POLICY_FIELDS), "name": name, **owners.stamp(owner)}
    return Submitted(ctx.store.add(CUSTOMER, record)["id"])


@job("createVpnCustomerGateway")
def customer_created(ctx: Context) -> dict[str, Any]:
    """Show the far end."""
    return {"vpncustomergateway": _customer_view(ctx, ctx.store.need(CUSTOMER, ctx.instance))}


@job("updateVpnCustomerGateway")
def update_customer(ctx: Context) -> dict[str, Any]:
    """Change the far end."""
    _check_customer(ctx)
    gateway = ctx.record(CUSTOMER)
    gateway.update(ctx.given("name", *POLICY_FIELDS))
    return {"vpncustomergateway": _customer_view(ctx, gateway)}


@job("deleteVpnCustomerGateway")
def delete_customer(ctx: Context) -> dict[str, Any]:
    """Forget the far end."""
    ctx.store.remove(CUSTOMER, ctx.record(CUSTOMER)["id"])
    return {"success": True}


@command("listVpnCustomerGateways")
def list_customers(ctx: Context) -> dict[str, Any]:
    """List the far ends."""
    return ctx.list(ctx.owned(ctx.store.all(CUSTOMER)), lambda held: _customer_view(ctx, held))
