"""Things of an account beside instances, as entries of the role instances: one of each kind that an export reads."""

from __future__ import annotations

from typing import Any

from contract.samples import OFFERING, TEMPLATE

from helpers.tenants_trees import PLACE, PRIVATE_GATEWAY, TIER

FORWARD = {"protocol": "tcp", "public_port": 22, "private_port": 22}
INNER = "DefaultIsolatedNetworkOfferingForVpcNetworksWithInternalLB"
MACHINE = {"template": TEMPLATE, "service_offering": "Small Instance", "state": "started"}
SECRET = "not-a-real-one"
POLICIES = {
    "ipsec_psk": SECRET,
    "ike_policy": "aes256-sha256;modp2048",
    "esp_policy": "aes256-sha256;modp2048",
}
TAGS = [{"key": "use", "value": "{{ x }}"}]
AT = {"ip_address": "198.51.100.91"}


def _tier(name: str, number: int, offering: str) -> dict[str, Any]:
    place = {"vpc": "main", "gateway": f"10.20.{number}.1", "netmask": "255.255.255.0"}
    return {"network": {"name": name, "network_offering": offering, **place}}


def _far(name: str, last: int) -> dict[str, Any]:
    cidr = f"192.168.{last}.0/24"
    return {"vpn_customer_gateway": {"name": name, "gateway": f"203.0.113.{last}", "cidrs": [cidr], **POLICIES}}


BEFORE: list[dict[str, Any]] = [
    {"network": {"name": "net", "network_offering": OFFERING}},
    {"network": {"name": "routed", "network_offering": "routed", "cidr_size": 26}},
    {"network": {"name": "dual", "network_offering": "dual"}},
    {"routing_firewall": {"network": "routed", "start_port": 22, "tags": TAGS}},
    {
        "routing_firewall": {
            "network": "routed",
            "traffic_type": "egress",
            "protocol": "icmp",
            "dest_cidrs": ["192.0.2.0/24"],
        }
    },
    {"ipv6_firewall": {"network": "dual", "start_port": 80, "end_port": 90}},
    {"network_permission": {"network": "net", "for_account": "platform"}},
    {"instance_group": {"name": "spare"}},
    {"vpc": {"name": "main", "cidr": "10.20.0.0/16", "source_nat_ip_address": AT["ip_address"]}},
    {"vpc": {"name": "other", "cidr": "10.21.0.0/16"}},
    {"network_acl": {"name": "acl", "vpc": "main"}},
    _tier("inner", 1, INNER),
    _tier("outer", 2, TIER),
    {"vpc_private_gateway": {**PRIVATE_GATEWAY, "network_acl": "acl"}},
    {"static_route": {"vpc": "main", "cidr": "192.168.20.0/24", "private_gateway": "10.90.0.2", "tags": TAGS}},
    {"static_route": {"vpc": "main", "cidr": "192.168.21.0/24", "next_hop": "10.20.1.9"}},
]
FLEET: list[dict[str, Any]] = [
    {"name": "m-1", "networks": ["net"], "group": "used", "backup_offering": "gold", **MACHINE},
    {
        "name": "m-2",
        "networks": ["inner", "outer"],
        "boot_type": "uefi",
        "boot_mode": "secure",
        "data_disks": [{"name": "data", "disk_offering": "Small"}],
        "details": {"note": "kept"},
        **MACHINE,
    },
]
AFTER: list[dict[str, Any]] = [
    {"instance_nic_secondaryip": {"vm": "m-2", "vm_guest_ip": "10.20.1.77"}},
    {"instance_nic_secondaryip": {"vm": "m-2", "vm_guest_ip": "10.20.2.77", "network": "outer"}},
    {"lb_internal": {"name": "first", "network": "inner", "source_port": 80, "instance_port": 8080, "tags": TAGS}},
    {"lb_internal_member": {"name": "first", "network": "inner", "vms": ["m-2"]}},
    {"lb_internal_member": {"name": "first", "network": "inner", "vms": ["m-2"], "vm_ip": "10.20.1.77"}},
    {
        "lb_internal": {
            "name": "second",
            "network": "inner",
            "source_port": 81,
            "instance_port": 8080,
            "source_ip": "10.20.1.200",
            "algorithm": "roundrobin",
            "description": "At another address",
        }
    },
    {"lb_internal_member": {"name": "second", "network": "inner", "vms": ["m-2"], "vm_ip": "10.20.1.77"}},
    {"portforward": {**AT, **FORWARD, "vm": "m-2", "vm_guest_ip": "10.20.2.77", "vpc": "main", "network": "outer"}},
    _far("south", 50),
    _far("South site", 51),
    {"vpn_gateway": {"vpc": "main"}},
    {"vpn_connection": {"vpc": "main", "vpn_customer_gateway": "South site", "passive": True}},
    {"remote_access_vpn": {**AT, "ip_range": "10.9.9.1-10.9.9.9"}},
    {"vpn_user": {"username": "alice", "password": SECRET}},
    {
        "instance_schedule": {
            "vm": "m-1",
            "name": "Closing time",
            "action": "STOP",
            "schedule": "0 22 * * *",
            "timezone": "Europe/Vienna",
            "start_date": "2099-01-01",
        }
    },
    {
        "instance_schedule": {
            "vm": "m-1",
            "name": "Opening time",
            "action": "START",
            "schedule": "0 6 * * *",
            "enabled": False,
            "end_date": "2099-01-01",
        }
    },
    {"backup_schedule": {"vm": "m-1", "schedule": "00:02", "max_backups": 2}},
    {"volume_snapshot_policy": {"vm": "m-1", "volume_type": "ROOT", "schedule": "30:2", "max_snaps": 3}},
    {"volume_snapshot_policy": {"volume": "m-2-data", "interval_type": "weekly", "schedule": "30:2:1"}},
]
KINDS = {kind for entry in (*BEFORE, *AFTER) for kind in entry}
EVERYTHING = {**PLACE, "instances_before": BEFORE, "instances_fleet": FLEET, "instances_after": AFTER}
