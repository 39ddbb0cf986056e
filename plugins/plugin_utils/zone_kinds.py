# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What follows from the kind of a zone: traffic types, providers, isolation and the offering of its shared network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

SHARED = "DefaultSharedNetworkOffering"
SHARED_WITH_SECURITY_GROUPS = "DefaultSharedNetworkOfferingWithSGService"


@dataclass(frozen=True)
class ZoneKind:
    """The kind of a zone, as far as other values follow from it."""

    basic: bool
    edge: bool
    security_groups: bool

    @classmethod
    def of(cls, tree: Mapping[str, Any]) -> ZoneKind:
        """Read the kind from a zone tree."""
        return cls(
            basic=tree.get("network_type") == "Basic",
            edge=bool(tree.get("is_edge")),
            security_groups=bool(tree.get("securitygroups_enabled")),
        )

    @property
    def network_type(self) -> str:
        """Basic or Advanced."""
        return "Basic" if self.basic else "Advanced"

    @property
    def isolation_method(self) -> str:
        """How a physical network keeps guests apart."""
        return "L3" if self.basic else "VLAN"

    @property
    def broadcast_domain_range(self) -> str:
        """How far a broadcast reaches."""
        return "POD" if self.basic else "ZONE"

    @property
    def traffic_types(self) -> tuple[str, ...]:
        """What the only physical network of such a zone carries."""
        if self.basic or self.security_groups:
            return ("Management", "Guest")
        return ("Management", "Guest", "Public", "Storage")

    @property
    def shared_offering(self) -> str:
        """The network offering of the guest network that all accounts share."""
        return SHARED_WITH_SECURITY_GROUPS if self.security_groups else SHARED

    def providers(self, carries: frozenset[str]) -> list[str]:
        """The network service providers to enable on a physical network that carries these traffic types."""
        config_drive = [] if self.basic else ["ConfigDrive"]
        if "Guest" not in carries:
            return config_drive
        if self.basic or self.security_groups:
            groups = ["SecurityGroupProvider"] if self.security_groups else []
            return [*config_drive, "VpcVirtualRouter", *groups, "VirtualRouter"]
        return [*config_drive, "InternalLbVm", "VpcVirtualRouter", "VirtualRouter"]
