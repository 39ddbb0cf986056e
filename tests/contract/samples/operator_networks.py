"""The samples of what an operator sets aside for networks, and for whom."""

from __future__ import annotations

from typing import Any

from contract.samples.common import ZONE

ROOT = {"domain": "ROOT", "account": "admin"}
PUBLIC = {**ZONE, "physical_network": "physical-1", "for_virtual_network": True, "netmask": "255.255.255.0"}
LATTER = {"start_ip": "192.0.2.10", "end_ip": "192.0.2.20", "gateway": "192.0.2.1"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("vlan_ip_range", {**PUBLIC, "vlan": "61", **LATTER}),
    ("ipv4_subnet", {**ZONE, "subnet": "172.31.0.0/20"}),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "guest_vlan_range": {
        "create": {**ZONE, "physical_network": "physical-1", "vlan_range": "390-392", **ROOT},
        "changes": [],
    },
    "portable_ip_range": {
        "create": {
            "region": 1,
            "start_ip": "203.0.113.10",
            "end_ip": "203.0.113.20",
            "gateway": "203.0.113.1",
            "netmask": "255.255.255.0",
            "vlan": "70",
        },
        "changes": [],
        "fixed": {"end_ip": "203.0.113.30", "vlan": "71", "netmask": "255.255.255.128"},
    },
    "ipv4_subnet": {
        "create": {**ZONE, "subnet": "172.30.0.0/20"},
        "changes": [{"domain": "ROOT"}, {"account": "admin"}, {"domain": "", "account": ""}],
    },
    "ipv4_guest_subnet": {
        "create": {**ZONE, "parent": "172.31.0.0/20", "subnet": "172.31.1.0/26"},
        "changes": [],
    },
    "ipv6_prefix": {"create": {**ZONE, "prefix": "2001:db8::/52"}, "changes": []},
    "asn_range": {
        "create": {**ZONE, "start_asn": 65000, "end_asn": 65010},
        "changes": [],
        "fixed": {"end_asn": 65020},
    },
    "bgp_peer": {
        "create": {
            **ZONE,
            "ip_address": "192.0.2.1",
            "ip6_address": "2001:db8::1",
            "as_number": 65100,
            "password": "not-a-real-one",
            "details": {"EBGP_MultiHop": "2"},
        },
        "changes": [
            {"as_number": 65101},
            {"ip6_address": "2001:db8::2"},
            {"details": {"EBGP_MultiHop": "3"}},
            {"details": {}},
            {"domain": "ROOT"},
            {"account": "admin"},
            {"domain": "", "account": ""},
        ],
    },
    **{
        f"dedication.{kind}": {
            "create": {"type": kind, **place, "domain": "ROOT"},
            "changes": [{"account": "admin"}],
        }
        for kind, place in {
            "zone": ZONE,
            "pod": {**ZONE, "pod": "pod-1"},
            "cluster": {**ZONE, "cluster": "cluster-1"},
            "host": {**ZONE, "host": "host-1"},
            "public_ip_range": {**ZONE, "public_ip_range": "192.0.2.10"},
        }.items()
    },
}
