"""What is left when the job of a creation fails: nothing."""

from __future__ import annotations

from ..context import Context
from ..model import publicips
from ..registry import undo

KINDS = {
    "createFirewallRule": "firewallrule",
    "createEgressFirewallRule": "firewallrule",
    "createPortForwardingRule": "portforwardingrule",
    "createLoadBalancerRule": "loadbalancerrule",
    "createLBStickinessPolicy": "stickinesspolicy",
    "createAffinityGroup": "affinitygroup",
    "createVolume": "volume",
    "createSnapshot": "snapshot",
    "createSnapshotFromVMSnapshot": "snapshot",
    "createVMSnapshot": "vmsnapshot",
    "createTemplate": "template",
    "createVPC": "vpc",
    "createNetworkACLList": "networkacllist",
    "createNetworkACL": "networkacl",
    "createStaticRoute": "staticroute",
    "createVpnGateway": "vpngateway",
    "createVpnConnection": "vpnconnection",
    "createPrivateGateway": "privategateway",
    "createLoadBalancer": "applicationloadbalancer",
    "createRemoteAccessVpn": "remoteaccessvpn",
    "createRoutingFirewallRule": "routingfirewallrule",
    "createIpv6FirewallRule": "ipv6firewallrule",
    "addVpnUser": "vpnuser",
    "createVpnCustomerGateway": "vpncustomergateway",
    "createCondition": "condition",
    "createAutoScalePolicy": "autoscalepolicy",
    "createAutoScaleVmProfile": "autoscalevmprofile",
    "createAutoScaleVmGroup": "autoscalevmgroup",
    "createBucket": "bucket",
    "addIpToNic": "nicsecondaryip",
}


@undo(*KINDS)
def forget(ctx: Context) -> None:
    """Remove what the command had made before its job, with the firewall rule that came with it."""
    record = ctx.store.remove(KINDS[ctx.command.name], ctx.instance)
    if record is None:
        return
    ctx.store.remove("firewallrule", record.get("_firewallid"))
    nic = ctx.store.get("nic", record.get("nicid"))
    if nic is not None:
        nic["_secondary"] = [held for held in nic["_secondary"] if held["id"] != record["id"]]


@undo("associateIpAddress")
def give_back(ctx: Context) -> None:
    """An address that could not be put to use goes back to the pool."""
    address = ctx.store.get(publicips.KIND, ctx.instance)
    if address is not None:
        publicips.release(ctx.store, address)
