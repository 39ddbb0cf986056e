# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What instances need before they are deployed: keys, groups, VPCs and networks, as entries of the module converge."""

from __future__ import annotations

from typing import Any, Iterable

from ..lifecycle import Record
from ..resources.affinity_group import AFFINITY_GROUP
from ..resources.firewall import EGRESS
from ..resources.instance_group import INSTANCE_GROUP
from ..resources.ipv6_firewall import IPV6_FIREWALL
from ..resources.network import NETWORK
from ..resources.network_acl import NETWORK_ACL
from ..resources.network_acl_rule import NETWORK_ACL_RULE
from ..resources.network_offering import NETWORK_OFFERING
from ..resources.network_permission import NETWORK_PERMISSION
from ..resources.routing_firewall import ROUTING_FIREWALL
from ..resources.security_group import SECURITY_GROUP
from ..resources.security_group_rule import SECURITY_GROUP_RULE
from ..resources.ssh_key import SSH_KEY
from ..resources.user_data import USER_DATA
from ..resources.vpc import VPC
from ..resources.vpc_offering import VPC_OFFERING
from .fleet import tags
from .gateways import gateways
from .holdings import Holdings
from .reader import Groups, by_key
from .words import Branch, filled

OWN_ACLS = ("default_allow", "default_deny")
"""The ACL lists that every VPC has."""

DEFAULT = "default"
"""The security group that every account has, and the description that CloudStack gives it."""

DNS = {"dns1": "dns1", "dns2": "dns2", "dns1_ipv6": "ip6dns1", "dns2_ipv6": "ip6dns2"}
"""The options for name servers, with what a zone calls its own."""

OF_VPC = ("network_domain", *DNS)
"""What a tier has from its VPC."""

PACKETS = ("protocol", "start_port", "end_port", "icmp_type", "icmp_code")
RESERVED = "ExplicitDedication"
"""The type of the affinity groups that CloudStack makes when somebody dedicates something."""

NETWORKS = Branch(
    NETWORK,
    ("state",),
    (
        *("name", "vpc", "display_text", "gateway", "netmask", "cidr_ipv6", "gateway_ipv6", "network_domain"),
        *("dns1", "dns2", "dns1_ipv6", "dns2_ipv6"),
    ),
)
VPCS = Branch(
    VPC,
    ("state",),
    ("name", "display_text", "cidr", "network_domain", "dns1", "dns2", "dns1_ipv6", "dns2_ipv6"),
)
RULES = Branch(
    NETWORK_ACL_RULE,
    ("state",),
    ("rule_position", "traffic_type", "action_policy", "protocol", "protocol_number", *PACKETS[1:], "cidrs", "reason"),
)
EGRESSES = Branch(EGRESS, ("state",), (*PACKETS, "cidrs", "dest_cidrs"))
FILTERS = tuple(
    Branch(kind, ("state",), ("traffic_type", *PACKETS, "cidrs", "dest_cidrs"))
    for kind in (ROUTING_FIREWALL, IPV6_FIREWALL)
)


def surroundings(read: Holdings) -> list[dict[str, Any]]:
    """What an owner has that instances stand in, in an order in which it can be made."""
    filters = [(branch, by_key(read.rows[branch.resource.name], "networkid")) for branch in FILTERS]
    return [
        *({"ssh_key": {"name": row["name"]}} for row in read.apart(SSH_KEY)),
        *({"user_data": _user_data(read, row)} for row in read.apart(USER_DATA)),
        *({"affinity_group": _affinity_group(row)} for row in read.apart(AFFINITY_GROUP) if row["type"] != RESERVED),
        *({"instance_group": {"name": row["name"]}} for row in _groups_without_instances(read)),
        *(entry for row in read.apart(SECURITY_GROUP) for entry in _security_group(row)),
        *(entry for row in read.apart(VPC) for entry in _vpc(read, row)),
        *(entry for row in read.apart(NETWORK) for entry in (*_network(read, row), *_filtered(filters, row))),
        *gateways(read),
    ]


def _user_data(read: Holdings, row: Record) -> dict[str, Any]:
    content = ("user_data", "params") if read.with_user_data else ()
    return Branch(USER_DATA, ("state",), ("name", *content)).entry(row, {})


def _affinity_group(row: Record) -> dict[str, Any]:
    return Branch(AFFINITY_GROUP, ("state",)).entry(row, {})


def _security_group(row: Record) -> list[dict[str, Any]]:
    """A security group and its rules, in the order of what they say."""
    entry = Branch(SECURITY_GROUP, ("state",)).entry(row, {})
    if row["name"] == DEFAULT:
        entry.pop("description", None)
    rules = []
    for direction, kind in SECURITY_GROUP_RULE.resources.items():
        for one in kind.rows(row) if kind.rows else ():
            told = Branch(kind, ("state", "security_group")).entry(one, {})
            rules.append(filled({"security_group": row["name"], "type": direction, **told}))
    if row["name"] == DEFAULT and not rules:
        return []
    return [{"security_group": entry}, *({"security_group_rule": one} for one in sorted(rules, key=_as_text))]


def _as_text(rule: Any) -> str:
    """An order for rules that have no names: that of what they say, ports by number."""
    return str([f"{value:06}" if isinstance(value, int) else str(value) for value in rule.values()])


def _vpc(read: Holdings, row: Record) -> list[dict[str, Any]]:
    """A VPC with its ACL lists and their rules."""
    entry = _own_words(read, VPCS.entry(row, {}))
    offering = read.name_of(VPC_OFFERING, row, "vpcofferingname", "vpcofferingid")
    lists = [one for one in read.listed(NETWORK_ACL.list, **read.owner, vpcid=row["id"]) if one["name"] not in OWN_ACLS]
    hub = read.source_nat("vpcid", row)
    own = filled({**entry, "vpc_offering": offering, "source_nat_ip_address": hub, "tags": tags(row)})
    return [{"vpc": own}, *(found for one in sorted(lists, key=_name) for found in _acl(read, row, one))]


def _acl(read: Holdings, vpc: Record, row: Record) -> list[dict[str, Any]]:
    place = {"vpc": vpc["name"]}
    rules = [RULES.entry(one, {}) for one in read.listed(NETWORK_ACL_RULE.list, **read.owner, aclid=row["id"])]
    rules.sort(key=lambda rule: int(rule["rule_position"]))
    own = {**place, **Branch(NETWORK_ACL, ("state",), ("name", "description")).entry(row, {})}
    told = [{**place, "network_acl": row["name"], **_fitting(rule)} for rule in rules]
    return [{"network_acl": own}, *({"network_acl_rule": one} for one in told)]


def _fitting(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule of an ACL list without the details that its protocol does not have."""
    parts = {"tcp": ("start_port", "end_port"), "udp": ("start_port", "end_port"), "icmp": ("icmp_type", "icmp_code")}
    others = {*PACKETS[1:], "protocol_number"}
    kept = parts.get(rule["protocol"], ("protocol_number",) if rule["protocol"] == "by_number" else ())
    return {key: value for key, value in rule.items() if key not in others or key in kept}


def _network(read: Holdings, row: Record) -> list[dict[str, Any]]:
    """A network with the rules for what leaves it through its router."""
    entry = _own_words(read, NETWORKS.entry(row, {}))
    if row.get("vpcid"):
        entry = {key: value for key, value in entry.items() if key not in OF_VPC}
    offering = read.name_of(NETWORK_OFFERING, row, "networkofferingname", "networkofferingid")
    offerings = read.resolver.rows(NETWORK_OFFERING, {"id": row.get("networkofferingid")})
    vlan = NETWORK.field("vlan").get(row) if offerings and offerings[0].get("specifyvlan") else None
    if row.get("type") == "Shared":
        read.notes.append(f"Of the shared network '{row['name']}' the address range is not here; add start_ip, end_ip.")
    hub = None if row.get("vpcid") else read.source_nat("associatednetworkid", row)
    more = {"network_offering": offering, "vlan": vlan, "acl": row.get("aclname"), "source_nat_ip_address": hub}
    rules = [] if row.get("vpcid") or row.get("type") != "Isolated" else _egress(read, row)
    own = filled({**entry, **more, "tags": tags(row)})
    return [{"network": own}, *rules, *_permissions(read, row)]


def _egress(read: Holdings, row: Record) -> list[dict[str, Any]]:
    rules = read.listed(EGRESS.list, **read.owner, networkid=row["id"])
    told = [{"type": "egress", "network": row["name"], **packets(EGRESSES, one)} for one in rules]
    return [{"firewall": one} for one in sorted(told, key=_as_text)]


def _groups_without_instances(read: Holdings) -> list[Record]:
    """The instance groups that no instance here names, for those that one names come with it."""
    named = {str(row.get("group")) for row in read.rows["instance"]}
    return [row for row in read.apart(INSTANCE_GROUP) if str(row["name"]) not in named]


def _permissions(read: Holdings, row: Record) -> list[dict[str, Any]]:
    """Who else may use a network; the server has no permissions of shared ones and of tiers of VPCs."""
    if row.get("vpcid") or row.get("type") == "Shared":
        return []
    branch = Branch(NETWORK_PERMISSION, ("network",))
    rows = read.listed(NETWORK_PERMISSION.list, networkid=row["id"])
    told = [{"network": row["name"], **_for_whom(branch.entry(one, {}))} for one in rows]
    return [{"network_permission": one} for one in sorted(told, key=_as_text)]


def _for_whom(entry: dict[str, Any]) -> dict[str, Any]:
    """A permission names a project or an account; that of a project is no more than its own."""
    return {key: value for key, value in entry.items() if key == "for_project" or "for_project" not in entry}


def _filtered(filters: Iterable[tuple[Branch, Groups]], row: Record) -> list[dict[str, Any]]:
    """The rules of a network whose instances are reached at their own addresses."""
    found = []
    for branch, held in filters:
        rules = held.get((str(row["id"]),), ())
        told = [{"network": row["name"], **packets(branch, one), "tags": tags(one)} for one in rules]
        found += [{branch.resource.name: filled(one)} for one in sorted(told, key=_as_text)]
    return found


def packets(branch: Branch, row: Record) -> dict[str, Any]:
    """A rule of a firewall, without what it would have if it said nothing."""
    entry = branch.entry(row, {})
    tacit = {name: branch.resource.field(name).default for name in entry if name.endswith("cidrs")}
    tacit["end_port"] = entry.get("start_port")
    return {key: value for key, value in entry.items() if key not in tacit or value != tacit[key]}


def _own_words(read: Holdings, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry without what only repeats its name, and without the name servers that are the zone's."""
    repeated = {"display_text": entry["name"], **{option: read.zone.get(key) for option, key in DNS.items()}}
    return {key: value for key, value in entry.items() if value != repeated.get(key)}


def _name(row: Record) -> str:
    return str(row["name"])
