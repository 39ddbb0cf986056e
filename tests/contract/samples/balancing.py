"""The samples of load balancing and VPNs, and what they need."""

from __future__ import annotations

from typing import Any

from contract.samples.common import TEMPLATE, ZONE

ADDRESS = "198.51.100.80"
PEM_ONE = """-----BEGIN CERTIFICATE-----
MIIBFzCByqADAgECAhQF8BnKJmYvXl0mYb9W0y9c3p2aFzAFBgMrZXAwEDEOMAwG
-----END CERTIFICATE-----
"""
PEM_TWO = PEM_ONE.replace("MIIBFz", "MIIBGz")

TIER = {**ZONE, "vpc": "edge-vpc", "network": "inner-tier"}
INNER_LB = "DefaultIsolatedNetworkOfferingForVpcNetworksWithInternalLB"
POLICIES = {"ike_policy": "aes256-sha256;modp2048", "esp_policy": "aes256-sha256;modp2048"}
BRANCH = {"name": "branch", "gateway": "203.0.113.7", "cidrs": ["192.168.40.0/24"], "ipsec_psk": "not-a-real-one"}
MACHINE = {"template": TEMPLATE, "service_offering": "Small Instance"}

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("ip_address", {**ZONE, "network": "web-net", "ip_address": ADDRESS}),
    ("ssl_cert", {"name": "site", "certificate": PEM_ONE, "private_key": "not a real one"}),
    ("lb_rule", {**ZONE, "ip_address": ADDRESS, "name": "api", "public_port": 8443, "private_port": 8443}),
    ("vpn_customer_gateway", {**BRANCH, **POLICIES}),
    ("vpc", {**ZONE, "name": "edge-vpc", "cidr": "10.60.0.0/16", "source_nat_ip_address": "198.51.100.81"}),
    ("vpc", {**ZONE, "name": "far-vpc", "cidr": "10.61.0.0/16", "source_nat_ip_address": "198.51.100.82"}),
    (
        "network",
        {
            **ZONE,
            "vpc": "edge-vpc",
            "name": "inner-tier",
            "network_offering": INNER_LB,
            "gateway": "10.60.1.1",
            "netmask": "255.255.255.0",
        },
    ),
    ("instance", {**ZONE, **MACHINE, "name": "inner-1", "networks": ["inner-tier"]}),
    ("instance", {**ZONE, **MACHINE, "name": "inner-2", "networks": ["inner-tier"]}),
    ("lb_internal", {**TIER, "name": "inner", "source_port": 80, "instance_port": 8080, "source_ip": "10.60.1.210"}),
    ("lb_internal_member", {**TIER, "name": "inner", "vms": ["inner-1"]}),
    ("lb_internal", {**TIER, "name": "empty", "source_port": 81, "instance_port": 8080, "source_ip": "10.60.1.211"}),
    ("vpn_gateway", {**ZONE, "vpc": "far-vpc"}),
]

SAMPLES: dict[str, dict[str, Any]] = {
    "ssl_cert": {
        "create": {
            "name": "shop",
            "certificate": PEM_ONE,
            "private_key": "not a real one",
            "cert_chain": PEM_TWO,
            "password": "not a real one either",
            "enable_revocation_check": False,
        },
        "changes": [{"certificate": PEM_TWO, "force": True}],
    },
    "lb_rule": {
        "create": {
            **ZONE,
            "ip_address": ADDRESS,
            "name": "web",
            "description": "The site",
            "algorithm": "roundrobin",
            "public_port": 443,
            "private_port": 8080,
            "protocol": "ssl",
            "cidrs": ["203.0.113.0/24", "192.0.2.0/24"],
            "open_firewall": True,
            "stickiness": {"name": "cookie", "method": "LbCookie", "params": {"holdtime": 30}},
            "ssl_cert": "site",
            "tags": [{"key": "use", "value": "web"}],
        },
        "changes": [
            {"algorithm": "leastconn"},
            {"description": "The new site"},
            {"cidrs": ["192.0.2.0/24"]},
            {"for_display": False},
            {"tags": []},
            {"stickiness": {"method": "SourceBased", "params": {"tablesize": "200k"}}},
            {"stickiness": {}},
            {"ssl_cert": ""},
            {"protocol": "tcp"},
        ],
        "fixed": {"public_port": 444, "private_port": 8081},
    },
    "lb_rule_member": {
        "create": {**ZONE, "ip_address": ADDRESS, "name": "api", "vms": ["web-1"]},
        "changes": [{"vms": ["web-2", "web-1"]}],
    },
    "lb_internal": {
        "create": {
            **TIER,
            "name": "service",
            "description": "The service of the tier",
            "source_port": 82,
            "instance_port": 8080,
            "algorithm": "roundrobin",
            "source_ip": "10.60.1.212",
            "source_ip_network": "inner-tier",
            "tags": [{"key": "use", "value": "service"}],
        },
        "changes": [{"for_display": False}, {"tags": []}, {"source_port": 83, "force": True}],
    },
    "lb_internal_member": {
        "create": {**TIER, "name": "empty", "vms": ["inner-1"]},
        "changes": [{"vms": ["inner-2"]}],
        "absent": {"state": "absent", "vms": ["inner-1", "inner-2"]},
    },
    "internal_lb_vm": {
        "exists": TIER,
        "changes": [{"state": "stopped"}, {"state": "started"}],
    },
    "router": {
        "exists": {**ZONE, "name": "r-4-VM"},
        "changes": [{"state": "stopped"}, {"state": "started"}],
        "events": ["restarted"],
    },
    "vpn_customer_gateway": {
        "create": {
            "name": "office",
            "gateway": "203.0.113.8",
            "cidrs": ["192.168.50.0/24", "192.168.51.0/24"],
            "ipsec_psk": "not-a-real-one",
            "ike_policy": "aes256-sha256;modp2048",
            "esp_policy": "aes256-sha256;modp2048",
            "ike_lifetime": 23200,
            "esp_lifetime": 1800,
            "ike_version": "ikev2",
            "dpd": True,
            "force_encap": True,
            "split_connections": True,
        },
        "changes": [
            {"gateway": "203.0.113.9"},
            {"cidrs": ["192.168.51.0/24"]},
            {"ike_policy": "aes128-sha1;modp1536"},
            {"esp_policy": "aes128-sha1;modp1536"},
            {"ike_lifetime": 3600},
            {"esp_lifetime": 900},
            {"ike_version": "ikev1"},
            {"dpd": False},
            {"force_encap": False},
            {"split_connections": False},
        ],
    },
    "vpn_gateway": {
        "create": {**ZONE, "vpc": "edge-vpc", "ip_address": "198.51.100.81"},
        "changes": [{"for_display": False}],
    },
    "vpn_connection": {
        "create": {**ZONE, "vpc": "far-vpc", "vpn_customer_gateway": "branch", "passive": True},
        "changes": [{"for_display": False}, {"passive": False, "force": True}],
        "events": ["restarted"],
    },
    "remote_access_vpn": {
        "create": {**ZONE, "ip_address": "198.51.100.12", "ip_range": "10.9.9.1-10.9.9.9", "open_firewall": True},
        "changes": [{"for_display": False}],
        "fixed": {"ip_range": "10.9.9.1-10.9.9.8"},
    },
    "vpn_user": {
        "create": {"username": "alice", "password": "not-a-real-one"},
        "changes": [],
    },
}
