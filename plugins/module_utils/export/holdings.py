# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an account or a project has in a zone: everything is listed once, for those who write it down."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..client import Client
from ..errors import Ambiguous, NotFound, OptionError
from ..find import Finder
from ..lifecycle import Record
from ..parts.balanced import MEMBERS
from ..parts.disks import DATA, ROOT
from ..resources.affinity_group import AFFINITY_GROUP
from ..resources.backup_offering import BACKUP_OFFERING
from ..resources.backup_schedule import BACKUP_SCHEDULE
from ..resources.domain import OWN_ACCOUNT
from ..resources.firewall import EGRESS, INGRESS
from ..resources.instance import INSTANCE
from ..resources.instance_group import INSTANCE_GROUP
from ..resources.instance_schedule import INSTANCE_SCHEDULE
from ..resources.ip_address import IP_ADDRESS
from ..resources.ipv6_firewall import IPV6_FIREWALL
from ..resources.lb_internal import LB_INTERNAL
from ..resources.lb_rule import LB_RULE
from ..resources.network import NETWORK
from ..resources.network_acl import NETWORK_ACL
from ..resources.network_acl_rule import NETWORK_ACL_RULE
from ..resources.network_permission import NETWORK_PERMISSION
from ..resources.portforward import PORTFORWARD
from ..resources.references import DISK_OFFERING, ISO, PHYSICAL_NETWORK_REF, SERVICE_OFFERING, TEMPLATE
from ..resources.remote_access_vpn import REMOTE_ACCESS_VPN
from ..resources.routing_firewall import ROUTING_FIREWALL
from ..resources.security_group import SECURITY_GROUP
from ..resources.ssh_key import SSH_KEY
from ..resources.static_route import STATIC_ROUTE
from ..resources.user_data import USER_DATA
from ..resources.volume import VOLUME
from ..resources.volume_snapshot_policy import VOLUME_SNAPSHOT_POLICY
from ..resources.vpc import VPC
from ..resources.vpc_private_gateway import VPC_PRIVATE_GATEWAY
from ..resources.vpn_connection import VPN_CONNECTION
from ..resources.vpn_customer_gateway import VPN_CUSTOMER_GATEWAY
from ..resources.vpn_gateway import VPN_GATEWAY
from ..resources.vpn_user import VPN_USER
from ..resources.zone import ZONE
from ..spec import Resource
from .reader import Reader, told_apart

ACCOUNTWIDE = (AFFINITY_GROUP, INSTANCE_GROUP, SECURITY_GROUP, SSH_KEY, USER_DATA, VPN_CUSTOMER_GATEWAY, VPN_USER)
IN_A_ZONE = (INSTANCE, IP_ADDRESS, NETWORK, VOLUME, VPC)
OF_ADDRESSES = (INGRESS, LB_RULE, PORTFORWARD, REMOTE_ACCESS_VPN)
"""Kinds whose things stand in no zone of their own, but with an address that does."""

OF_NETWORKS = (IPV6_FIREWALL, LB_INTERNAL, ROUTING_FIREWALL)
OF_VPCS = (STATIC_ROUTE, VPC_PRIVATE_GATEWAY, VPN_GATEWAY)
STANDING = (*OF_ADDRESSES, *OF_NETWORKS, *OF_VPCS, VOLUME_SNAPSHOT_POLICY, VPN_CONNECTION)
"""Kinds whose things are listed once, where there is something that they can stand with."""

READS = frozenset(
    {
        *(kind.list for kind in (*ACCOUNTWIDE, *IN_A_ZONE, *STANDING, EGRESS, NETWORK_ACL, NETWORK_ACL_RULE)),
        *(kind.list for kind in (BACKUP_OFFERING, DISK_OFFERING, ISO, PHYSICAL_NETWORK_REF, SERVICE_OFFERING)),
        *(kind.list for kind in (BACKUP_SCHEDULE, INSTANCE_SCHEDULE, NETWORK_PERMISSION, TEMPLATE)),
        *("getVirtualMachineUserData", "listAccounts", "listDomains", "listLBHealthCheckPolicies"),
        *("listLBStickinessPolicies", MEMBERS, "listNetworkOfferings", "listProjects"),
        *("listVPCOfferings", "listZones"),
    }
)
"""The commands that an export of instances sends."""


def _at(key: str) -> Callable[[Record], str]:
    return lambda row: str(row.get(key))


def address_of(rule: Record) -> str:
    """The id of the public address that a rule stands with."""
    return str(rule.get("ipaddressid") or rule.get("publicipid"))


class Holdings(Reader):
    """Everything that one owner has in one zone.

    :ivar rows: what there is, by the name of the kind.
    :ivar notes: sentences on what a tree cannot say.
    """

    def __init__(self, client: Client, params: Mapping[str, Any]) -> None:
        super().__init__(client)
        self.zone = self._zone(params["zone"])
        self.with_user_data = bool(params.get("user_data"))
        self.owner = self._owner(params)
        self.notes: list[str] = []
        self._apart: dict[str, list[Record]] = {}
        everywhere = {kind.name: self._of(kind) for kind in ACCOUNTWIDE}
        here = {kind.name: self._of(kind, **{kind.filters["zone"]: self.zone["id"]}) for kind in IN_A_ZONE}
        self.rows: dict[str, list[Record]] = {**everywhere, **here}
        self.visible = self.rows["network"]
        self.rows["network"] = [row for row in self.visible if self._is_own(row)]
        self.rows.update({kind.name: self._standing(kind, address_of, IP_ADDRESS) for kind in OF_ADDRESSES})
        self.rows.update({kind.name: self._standing(kind, _at("networkid"), NETWORK) for kind in OF_NETWORKS})
        self.rows.update({kind.name: self._standing(kind, _at("vpcid"), VPC) for kind in OF_VPCS})
        self.rows[VPN_CONNECTION.name] = self._standing(VPN_CONNECTION, _at("s2svpngatewayid"), VPN_GATEWAY)
        self.rows[VOLUME_SNAPSHOT_POLICY.name] = self._standing(VOLUME_SNAPSHOT_POLICY, _at("volumeid"), VOLUME)
        self.roots = {str(row["id"]): row for row in self.rows["volume"] if row.get("type") == ROOT}
        self.rows["volume"] = [row for row in self.rows["volume"] if row.get("type") == DATA]
        self.rows["instance"] = [row for row in self.rows["instance"] if row.get("state") != "Expunging"]
        self._first = {
            str(row["id"]): [nic.get("ipaddress") for nic in row.get("nic") or ()] for row in self.rows["instance"]
        }
        self._hubs = self._hubs_in_use()

    def _zone(self, name: str) -> Record:
        return self.resolver.resolve("zone", ZONE, name)

    def _owner(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """The list parameters for the owner: the one that is named, or the caller."""
        if params.get("account") and not params.get("domain"):
            raise OptionError("domain", "domain: an account is named together with its domain. Give it, too.")
        if params.get("account") or params.get("project"):
            return dict(Finder(self.resolver, INSTANCE, params).owner())
        own = self.resolver.rows(OWN_ACCOUNT, {})[0]
        return {"account": own["name"], "domainid": own["domainid"]}

    def _of(self, kind: Resource, **params: Any) -> list[Record]:
        return list(self.listed(kind.list, **kind.list_with, **self.owner, **params))

    def _standing(self, kind: Resource, place: Callable[[Record], str], others: Resource) -> list[Record]:
        """The things of a kind that stand with one of those that were read."""
        there = {str(one["id"]) for one in self.rows[others.name]}
        return [row for row in self._of(kind) if place(row) in there] if there else []

    def _is_own(self, row: Record) -> bool:
        return all(row.get(key) == value for key, value in self.owner.items())

    def apart(self, kind: Resource, key: str = "name") -> list[Record]:
        """The things of a kind that a tree can tell apart, in the order of their names; the others become notes."""
        if kind.name not in self._apart:
            rows, twins = told_apart(f"{kind.noun}s", self.rows[kind.name], key)
            self.notes += twins
            self._apart[kind.name] = sorted(rows, key=lambda row: (str(row.get(key)).casefold(), str(row.get(key))))
        return self._apart[kind.name]

    def network_name(self, network: str) -> str:
        """The name by which a task of the owner finds a network, or its id where others are called so, too."""
        found = next((str(row["name"]) for row in self.visible if row["id"] == network), network)
        alike = [row for row in self.visible if str(row["name"]).casefold() == found.casefold()]
        return found if len(alike) == 1 else network

    def name_of(self, kind: Resource, record: Record, name: str, id_: str, **scope: Any) -> Any:
        """The name by which a task finds what a record refers to, or its id where the name is not enough."""
        if not record.get(name) or not record.get(id_):
            return record.get(name)
        try:
            found = self.resolver.resolve("", kind, record[name], scope)
        except (Ambiguous, NotFound):
            return record[id_]
        return record[name] if found["id"] == record[id_] else record[id_]

    def secondary(self, instance: Any, address: Any) -> str | None:
        """The address of an instance that something leads to, where it is not one that a NIC has first."""
        return None if address in (None, *self._first.get(str(instance), ())) else str(address)

    def source_nat(self, key: str, place: Record) -> str | None:
        """The source NAT address of a network or VPC, where something stands with that of any: then none may move.

        :param key: what an address calls the place.
        """
        return next((str(row["ipaddress"]) for row in self._hubs if row.get(key) == place["id"]), None)

    def _hubs_in_use(self) -> list[Record]:
        """The source NAT addresses, where something stands with one of them."""
        hubs = [row for row in self.rows["ip_address"] if row.get("issourcenat")]
        used = {address_of(rule) for kind in OF_ADDRESSES for rule in self.rows[kind.name]}
        ends = {row.get("publicip") for row in self.rows[VPN_GATEWAY.name]}
        return hubs if any(row["id"] in used or row["ipaddress"] in ends for row in hubs) else []
