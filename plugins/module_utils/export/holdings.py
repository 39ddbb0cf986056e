# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an account or a project has in a zone: everything is listed once, for those who write it down."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from ..client import Client
from ..errors import Ambiguous, NotFound, OptionError
from ..find import Finder
from ..lifecycle import Record
from ..resources.affinity_group import AFFINITY_GROUP
from ..resources.domain import OWN_ACCOUNT
from ..resources.firewall import EGRESS, INGRESS
from ..resources.instance import INSTANCE
from ..resources.ip_address import IP_ADDRESS
from ..resources.lb_rule import LB_RULE
from ..resources.network import NETWORK
from ..resources.network_acl import NETWORK_ACL
from ..resources.network_acl_rule import NETWORK_ACL_RULE
from ..resources.portforward import PORTFORWARD
from ..resources.references import DISK_OFFERING, ISO, SERVICE_OFFERING, TEMPLATE
from ..resources.security_group import SECURITY_GROUP
from ..resources.ssh_key import SSH_KEY
from ..resources.user_data import USER_DATA
from ..resources.volume import VOLUME
from ..resources.vpc import VPC
from ..resources.zone import ZONE
from ..spec import Resource
from .reader import Reader, told_apart

ACCOUNTWIDE = (AFFINITY_GROUP, SECURITY_GROUP, SSH_KEY, USER_DATA)
IN_A_ZONE = (INSTANCE, IP_ADDRESS, NETWORK, VOLUME, VPC)
OF_ADDRESSES = (INGRESS, LB_RULE, PORTFORWARD)
"""Kinds whose things stand in no zone of their own, but with an address that does."""

READS = frozenset(
    {
        *(kind.list for kind in (*ACCOUNTWIDE, *IN_A_ZONE, *OF_ADDRESSES, EGRESS, NETWORK_ACL, NETWORK_ACL_RULE)),
        *(kind.list for kind in (DISK_OFFERING, ISO, SERVICE_OFFERING, TEMPLATE)),
        *("getVirtualMachineUserData", "listAccounts", "listDomains", "listLBHealthCheckPolicies"),
        *("listLBStickinessPolicies", "listLoadBalancerRuleInstances", "listNetworkOfferings", "listProjects"),
        *("listVPCOfferings", "listZones"),
    }
)
"""The commands that an export of instances sends."""


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
        addresses = {str(one["id"]) for one in here["ip_address"]}
        behind = {kind.name: self._behind(kind, addresses) for kind in OF_ADDRESSES}
        self.rows: dict[str, list[Record]] = {**everywhere, **here, **behind}
        self.visible = self.rows["network"]
        self.rows["network"] = [row for row in self.visible if self._is_own(row)]
        self.rows["volume"] = [row for row in self.rows["volume"] if row.get("type") == "DATADISK"]
        self.rows["instance"] = [row for row in self.rows["instance"] if row.get("state") != "Expunging"]

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

    def _behind(self, kind: Resource, addresses: Iterable[str]) -> list[Record]:
        """The rules of the owner that stand with addresses of the zone."""
        rows = self._of(kind)
        return [row for row in rows if address_of(row) in addresses]

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
