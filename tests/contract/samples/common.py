"""What many samples name."""

from __future__ import annotations

ZONE = {"zone": "zone-1"}
POD = {**ZONE, "pod": "pod-1"}
TEMPLATE = "CentOS 5.6 (64-bit) no GUI (Simulator)"
OFFERING = "DefaultIsolatedNetworkOfferingWithSourceNatService"
KEY_ONE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq1WkDLKP6JcPbkpC4LFD9T9vFbTzLhyzVVPDKvFrfW one@example.com"
KEY_TWO = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEl2RHSe3NIHOFKQBdEmJxZ2LqyuvDkRVFkyEsVXVYE7 two@example.com"
SHARED = {
    **ZONE,
    "network_offering": "DefaultSharedNetworkOffering",
    "gateway": "10.77.0.1",
    "netmask": "255.255.255.0",
    "start_ip": "10.77.0.10",
    "end_ip": "10.77.0.50",
    "vlan": "1077",
}
"""What a shared network has beside its name."""
