"""What goes with a record when it goes: by kind, the kinds that cannot be without it and the field that names it."""

from __future__ import annotations

_OWNED = (
    "autoscalepolicy",
    "autoscalevmprofile",
    "condition",
    "hsmprofile",
    "kmskey",
    "remoteaccessvpn",
    "sslcert",
    "vpnuser",
)

DEPENDENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "account": (*((kind, "_accountid") for kind in _OWNED), ("networkpermission", "accountid")),
    "gpucard": (("vgpuprofile", "gpucardid"),),
    "host": (("unmanagedinstance", "hostid"),),
    "hsmprofile": (("kmskey", "hsmprofileid"),),
    "loadbalancerrule": (("autoscalevmgroup", "lbruleid"), ("stickinesspolicy", "lbruleid")),
    "network": (
        ("applicationloadbalancer", "networkid"),
        ("applicationloadbalancer", "sourceipaddressnetworkid"),
        ("internalloadbalancervm", "_networkid"),
        ("ipv4subnetforguestnetwork", "networkid"),
        ("networkpermission", "networkid"),
        ("routingfirewallrule", "networkid"),
        ("ipv6firewallrule", "networkid"),
    ),
    "publicipaddress": (("remoteaccessvpn", "publicipid"),),
    "virtualmachine": (("backupschedule", "virtualmachineid"),),
    "vpc": (("privategateway", "vpcid"),),
    "vpngateway": (("vpnconnection", "s2svpngatewayid"),),
    "vpncustomergateway": (("vpnconnection", "s2scustomergatewayid"),),
    "webhook": (("webhookfilter", "webhookid"),),
    "zone": (
        ("autoscalevmprofile", "zoneid"),
        ("backup", "zoneid"),
        ("backupoffering", "zoneid"),
        ("backuprepository", "zoneid"),
        ("kmskey", "zoneid"),
        ("kubernetessupportedversion", "zoneid"),
        ("zoneipv4subnet", "zoneid"),
    ),
    "zoneipv4subnet": (("ipv4subnetforguestnetwork", "parentid"),),
}
