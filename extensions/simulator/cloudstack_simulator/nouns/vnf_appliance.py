"""Instances that are network appliances. Modelled on the API's description: no deployment of one is recorded."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import deploying, instances, networks, offerings, owners, publicips
from ..registry import Submitted, command, job, undo
from ..store import Record
from . import firewall, instance_deploy
from .vnf_template import TYPE

ANYWHERE = ["0.0.0.0/0"]
PORTS = {"ssh-password": ("ssh_port", "22"), "ssh-key": ("ssh_port", "22"), "http": ("http_port", "80"),
         "https": ("https_port", "443")}  # fmt: skip
"""By access method: the detail of the template that names the port, and the port without it."""


@command("deployVnfAppliance")
def prepare(ctx: Context) -> Submitted:
    """Check that the template is an appliance's and that each NIC it requires has a network; then deploy."""
    template = deploying.image_of(ctx, ctx.record("zone", "zoneid"))
    if template.get("templatetype") != TYPE:
        raise errors.invalid(f"The template {template['name']} is not a VNF template")
    asked = ctx.get("iptonetworklist") or ctx.get("networkids") or ()
    required = [nic for nic in template.get("vnfnics", ()) if nic["required"]]
    if len(asked) < len(required):
        raise errors.invalid(f"The template requires {len(required)} VNF nics, and {len(asked)} networks are given")
    return instance_deploy.deploy(ctx)


@job("deployVnfAppliance")
def deployed(ctx: Context) -> dict[str, Any]:
    """Start the appliance, and make its management reachable where that is asked for."""
    answer = instance_deploy.deployed(ctx)
    if ctx.get("vnfconfiguremanagement"):
        _open(ctx, ctx.store.need(instances.KIND, ctx.instance))
    return answer


@undo("deployVnfAppliance")
def not_deployed(ctx: Context) -> None:
    """What a deployment that failed leaves: an instance in Error."""
    instance_deploy.not_deployed(ctx)


def _open(ctx: Context, instance: Record) -> None:
    template = ctx.store.need("template", instance["templateid"])
    managing = {str(nic["deviceid"]) for nic in template.get("vnfnics", ()) if nic["management"]}
    for nic in instances.nics_of(ctx.store, instance):
        network = ctx.store.need("network", nic["networkid"])
        offering = networks.offering_of(ctx.store, network)
        if nic["deviceid"] in managing and offerings.has(offering, "StaticNat") and not network.get("vpcid"):
            address = publicips.take(
                ctx.store,
                instance["zoneid"],
                owners.copied(instance),
                ctx.now(),
                associatednetworkid=network["id"],
                isstaticnat=True,
                virtualmachineid=instance["id"],
                vmipaddress=nic["ipaddress"],
                _nicid=nic["id"],
                fordisplay=True,
            )
            for port in _ports(template):
                fields = {"protocol": "tcp", "startport": port, "endport": port}
                rule = firewall.add_ingress(ctx, address, network, fields, ctx.get("vnfcidrlist") or ANYWHERE)
                rule["state"] = "Active"


def _ports(template: Record) -> list[int]:
    details = template.get("vnfdetails", {})
    methods = [method.strip() for method in str(details.get("access_methods", "")).split(",")]
    named = [PORTS[method] for method in methods if method in PORTS]
    return sorted({int(details.get(detail, port)) for detail, port in named})
