"""The sample of machines that a hypervisor runs without CloudStack's doing. A new host of KVM brings some along."""

from __future__ import annotations

from typing import Any

from contract.samples.common import POD, ZONE

KVM: dict[str, Any] = {**POD, "cluster": "cluster-kvm"}

SAMPLES: dict[str, dict[str, Any]] = {
    "instance_import": {
        "create": {
            **ZONE,
            "cluster": "cluster-kvm",
            "name": "kvm-1-vm-2",
            "display_name": "Old shop",
            "host_name": "old-shop",
            "service_offering": "Small Instance",
            "nics": [
                {"nic": "net0", "network": "web-net", "ip": "auto"},
                {"nic": "net1", "network": "db-net", "ip": "10.8.8.40"},
            ],
            "data_disks": [{"disk": "disk1", "disk_offering": "Custom"}],
            "details": {"purpose": "shop"},
            "migrate_allowed": True,
            "force": True,
        },
        "own": (),
        "changes": [],
        "fixed": {
            "display_name": "New shop",
            "host_name": "new-shop",
            "service_offering": "Medium Instance",
            "template": "CentOS 5.6 (64-bit) no GUI (Simulator)",
        },
        "absent": {"state": "absent", "host": "kvm-1.example.com"},
    },
}

LISTINGS: dict[str, dict[str, Any]] = {"unmanaged_instance": {**ZONE, "cluster": "cluster-kvm"}}
"""Of what can only be listed, the options without which it cannot be."""

WORLD: list[tuple[str, dict[str, Any]]] = [
    ("cluster", {**POD, "name": "cluster-kvm", "hypervisor": "KVM"}),
    (
        "host",
        {
            **KVM,
            "name": "kvm-1.example.com",
            "url": "http://kvm-1.example.com",
            "hypervisor": "KVM",
        },
    ),
    ("storage_pool", {**KVM, "name": "primary-kvm", "storage_url": "nfs://10.0.0.40/export/primary-kvm"}),
]
