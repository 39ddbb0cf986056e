# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Public addresses and what they lead to: in the role's own words where these suffice, else as entries of converge."""

from __future__ import annotations

from collections import Counter
from typing import Any, Iterable, Mapping

from ..find import Finder
from ..lifecycle import Record
from ..project import tags_of
from ..resources.firewall import INGRESS
from ..resources.lb_rule import LB_RULE
from ..resources.portforward import PORTFORWARD
from ..resources.remote_access_vpn import REMOTE_ACCESS_VPN
from .balancers import behind
from .fleet import tags
from .holdings import OF_ADDRESSES, Holdings, address_of
from .surroundings import PACKETS, packets
from .words import Branch, filled

TAG = "name"
"""The key of the tag by which the role finds an address again."""

FORWARDS = Branch(
    PORTFORWARD,
    ("state",),
    ("protocol", "public_port", "public_end_port", "private_port", "private_end_port"),
)
FIREWALLS = Branch(INGRESS, ("state",), (*PACKETS, "cidrs"))
BALANCED = Branch(
    LB_RULE,
    ("state",),
    (
        *("name", "description", "algorithm", "public_port", "private_port", "protocol", "cidrs", "stickiness"),
        "health_check",
    ),
)
VPNS = Branch(REMOTE_ACCESS_VPN, only=("ip_range",))


class Ways:
    """The addresses of an owner with what stands behind each."""

    def __init__(self, read: Holdings, instances: Iterable[str]) -> None:
        self.read = read
        self.instances = set(instances)
        self.names = Counter(tags_of(row).get(TAG) for row in read.rows["ip_address"])
        self.rules: dict[tuple[str, str], list[Record]] = {}
        for kind in OF_ADDRESSES:
            for rule in read.rows[kind.name]:
                self.rules.setdefault((kind.name, address_of(rule)), []).append(rule)

    def told(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The addresses as the role takes them, and entries of converge for all others."""
        simple, others = [], []
        for row in sorted(self.read.rows["ip_address"], key=lambda row: str(row.get("ipaddress"))):
            if row.get("state") != "Allocated" or row.get("issystem"):
                continue
            if self._is_simple(row):
                simple.append(self._simple(row))
            else:
                others += self._explicit(row)
        return sorted(simple, key=lambda one: str(one["name"])), others

    def _of(self, kind: str, row: Record) -> list[Record]:
        return self.rules.get((kind, str(row["id"])), [])

    def _is_simple(self, row: Record) -> bool:
        """Tell whether the role has words for all that an address is and leads to."""
        own = tags_of(row)
        forwards = self._of("portforward", row)
        return (
            list(own) == [TAG]
            and self.names[own[TAG]] == 1
            and bool(row.get("associatednetworkid"))
            and not (row.get("vpcid") or row.get("issourcenat") or row.get("isportable") or self._of("lb_rule", row))
            and not any(self._is_special(one) for one in forwards)
            and (not row.get("isstaticnat") or self._leads(row, "vmipaddress"))
        )

    def _is_special(self, rule: Record) -> bool:
        cidrs = str(rule.get("cidrlist") or "")
        return bool(cidrs or rule.get("tags")) or not self._leads(rule, "vmguestip")

    def _leads(self, row: Record, key: str) -> bool:
        """Tell whether something leads to an instance of the tree, and there to the address of its own."""
        return row.get("virtualmachinename") in self.instances and not self._other(row, key)

    def _other(self, row: Record, key: str) -> str | None:
        return self.read.secondary(row.get("virtualmachineid"), row.get(key))

    def _simple(self, row: Record) -> dict[str, Any]:
        forwards = [{"instance": one["virtualmachinename"], **_ports(one)} for one in self._of("portforward", row)]
        return filled(
            {
                "name": tags_of(row)[TAG],
                "network": self.read.network_name(str(row["associatednetworkid"])),
                "static_nat": row.get("virtualmachinename") if row.get("isstaticnat") else None,
                "port_forwards": sorted(forwards, key=_order),
                "firewall": self._firewall(row),
            }
        )

    def _firewall(self, row: Record) -> list[dict[str, Any]]:
        return sorted((packets(FIREWALLS, one) for one in self._of("firewall", row)), key=_order)

    def _explicit(self, row: Record) -> list[dict[str, Any]]:
        """An address by its number, with the rules that it has."""
        place = {"ip_address": row["ipaddress"]}
        rules = [
            *({"firewall": {**place, **one}} for one in self._firewall(row)),
            *({"portforward": one} for one in sorted(self._forwards(row, place), key=_order)),
            *(entry for one in self._of("lb_rule", row) for entry in self._balanced(one, place)),
            *(
                {"remote_access_vpn": {**place, **VPNS.entry(one, {}), "open_firewall": False}}
                for one in self._of("remote_access_vpn", row)
            ),
        ]
        if row.get("isstaticnat") and row.get("virtualmachinename"):
            nat = {**place, "vm": row["virtualmachinename"], "vm_guest_ip": self._other(row, "vmipaddress")}
            rules.insert(0, {"static_nat": filled({**nat, "network": self._network(row)})})
        if row.get("issourcenat"):
            return rules
        where = {"vpc": row["vpcname"]} if row.get("vpcname") else {"network": self._network(row)}
        return [{"ip_address": filled({**place, **where, "tags": tags(row)})}, *rules]

    def _network(self, row: Record) -> str | None:
        network = row.get("associatednetworkid")
        return self.read.network_name(str(network)) if network else None

    def _forwards(self, row: Record, place: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        for one in self._of("portforward", row):
            cidrs = sorted(part for part in str(one.get("cidrlist") or "").split(",") if part)
            yield filled(
                {
                    **place,
                    "vm": one.get("virtualmachinename"),
                    "vm_guest_ip": self._other(one, "vmguestip"),
                    **_ports(one),
                    "cidrs": cidrs,
                    **(self._tier(row, one) if row.get("vpcid") else {}),
                    "tags": tags(one),
                }
            )

    def _tier(self, row: Record, rule: Record) -> dict[str, Any]:
        return {"vpc": row.get("vpcname"), "network": self.read.network_name(str(rule["networkid"]))}

    def _balanced(self, row: Record, place: Mapping[str, Any]) -> list[dict[str, Any]]:
        """A load balancer rule and the instances behind it."""
        finder = Finder(self.read.resolver, LB_RULE, {"stickiness": {}, "health_check": {}})
        full = finder.enriched(row)
        own = {**place, **BALANCED.entry(full, {}), "network": self.read.network_name(str(row["networkid"]))}
        members = behind(self.read, row, {**place, "name": row["name"]})
        return [{"lb_rule": filled({**own, "tags": tags(row)})}, *({"lb_rule_member": one} for one in members)]


def _ports(row: Record) -> dict[str, Any]:
    """The ports of a rule; a range of one port has no end."""
    entry = FORWARDS.entry(row, {})
    for side in ("public", "private"):
        if entry.get(f"{side}_end_port") == entry.get(f"{side}_port"):
            entry.pop(f"{side}_end_port", None)
    return entry


def _order(rule: Mapping[str, Any]) -> str:
    ports = [rule.get("public_port") or rule.get("start_port") or 0, str(rule.get("protocol"))]
    return f"{ports[0]:06} {ports[1]} {sorted((key, str(value)) for key, value in rule.items())}"
