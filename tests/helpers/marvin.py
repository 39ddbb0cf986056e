"""Two data centres as Marvin describes them."""

from __future__ import annotations

from typing import Any

ADVANCED: dict[str, Any] = {
    "zones": [
        {
            "name": "lab",
            "networktype": "Advanced",
            "guestcidraddress": "10.1.1.0/24",
            "dns1": "192.0.2.53",
            "internaldns1": "10.0.0.53",
            "localstorageenabled": "true",
            "vmwaredc": {"password": "not-a-real-one"},
            "physical_networks": [
                {
                    "name": "lab-net",
                    "vlan": "100-200",
                    "broadcastdomainrange": "Zone",
                    "isolationmethods": ["VLAN"],
                    "traffictypes": [{"typ": "Guest", "kvm": "cloudbr1"}, {"typ": "Management"}, {"typ": "Public"}],
                    "providers": [{"name": "VirtualRouter"}, {"name": "VpcVirtualRouter"}],
                }
            ],
            "ipranges": [
                {"startip": "198.51.100.2", "endip": "198.51.100.99", "netmask": "255.255.255.0", "vlan": "50",
                 "gateway": "198.51.100.1"}
            ],
            "pods": [
                {
                    "name": "POD0", "startip": "10.0.1.2", "endip": "10.0.1.99", "netmask": "255.255.255.0",
                    "gateway": "10.0.1.1",
                    "clusters": [
                        {
                            "clustername": "C0",
                            "hypervisor": "simulator",
                            "clustertype": "CloudManaged",
                            "hosts": [
                                {"url": "http://sim/c0/h0", "username": "root", "password": "not-a-real-one"},
                                {"url": "http://sim/c0/h1", "username": "root", "hosttags": "a, b"},
                            ],
                            "primaryStorages": [{"name": "PS0", "url": "nfs://10.0.2.5/export/p0", "tags": "fast"}],
                        }
                    ],
                }
            ],
            "secondaryStorages": [{"url": "nfs://10.0.2.5/export/s0", "provider": "NFS"}],
        }
    ],
    "dbSvr": {"passwd": "not-a-real-one"},
}  # fmt: skip
BASIC: dict[str, Any] = {
    "zones": [
        {
            "name": "flat",
            "networktype": "Basic",
            "dns1": "192.0.2.53",
            "internaldns1": "10.0.0.53",
            "securitygroupenabled": "true",
            "physical_networks": [
                {"name": "net", "broadcastdomainrange": "Zone", "isolationmethods": ["L3"],
                 "traffictypes": [{"typ": "Guest"}, {"typ": "Management"}],
                 "providers": [{"name": "VirtualRouter"}, {"name": "SecurityGroupProvider"}]}
            ],
            "pods": [
                {"name": "POD0", "startip": "10.0.1.2", "endip": "10.0.1.99", "netmask": "255.255.255.0",
                 "gateway": "10.0.1.1",
                 "guestIpRanges": [{"startip": "10.9.1.2", "endip": "10.9.1.99", "netmask": "255.255.255.0",
                                    "gateway": "10.9.1.1"}]}
            ],
        }
    ]
}  # fmt: skip
