# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Rules of security groups, into the group (ingress) and out of it (egress). What differs is another rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .. import checks
from ..lifecycle import Record
from ..parts.packet_rules import BY_NUMBER, any_icmp, protocol_among, protocol_number, protocol_sent
from ..resolve import Given
from ..spec import Answer, Choice, Field, Number, Ref, Resource, Variants
from .security_group import SECURITY_GROUP

if TYPE_CHECKING:
    from ..find import Finder

NAMED = ("tcp", "udp", "icmp", "ah", "esp", "gre", "all")
ANYWHERE = "0.0.0.0/0"
GROUP = "(group)"
"""Where a rule's record keeps the group that it belongs to: the rule's own group name is that of its source."""


def _rules(direction: str, group: Record) -> Sequence[Record]:
    """The rules of one direction that a listed group has, each as a record with the group's owner."""
    owner = {key: group.get(key) for key in ("account", "domain", "project")}
    return [
        {**rule, **owner, "id": rule["ruleid"], GROUP: group} for rule in group.get(f"{direction}rule") or () if rule
    ]


def _group(key: str, record: Record) -> Any:
    return record.get(GROUP, {}).get(key)


def _complete(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """A rule is for addresses or for a group; a protocol that is given as a number has no name."""
    given = dict(any_icmp(params))
    if given.get("user_security_group") is not None:
        given["cidr"] = None
    if given.get("protocol_number") is not None:
        given["protocol"] = BY_NUMBER
    return given


def _source(finder: Finder, value: Any) -> Given:
    """A group as the source, with the account that has it: the API wants both."""
    row = finder.resolver.resolve("user_security_group", SECURITY_GROUP, value, finder.owner())
    return Given([{"account": row.get("account"), "group": row.get("name")}], row.get("name"), row)


def _resource(direction: str) -> Resource:
    word = direction.capitalize()
    return Resource(
        "security_group_rule",
        list="listSecurityGroups",
        create=f"authorizeSecurityGroup{word}",
        delete=f"revokeSecurityGroup{word}",
        key=(
            "protocol",
            "protocol_number",
            "start_port",
            "end_port",
            "icmp_type",
            "icmp_code",
            "cidr",
            "user_security_group",
        ),
        list_key="",
        list_id="",
        id_option=False,
        list_needs=("security_group",),
        rows=partial(_rules, direction),
        owned=True,
        inherits_owner=True,
        asynchronous=True,
        normalize=_complete,
        fields=(
            Ref(
                "security_group",
                target=SECURITY_GROUP,
                list_api="id",
                read=partial(_group, "id"),
                shows=partial(_group, "name"),
                required=True,
                fixed=True,
                scope=True,
            ),
            Choice(
                "protocol",
                (*NAMED, BY_NUMBER),
                default="tcp",
                read=protocol_among(NAMED),
                wire=protocol_sent,
                fixed=True,
            ),
            Number(
                "protocol_number", api="protocol", read=protocol_number, fixed=True, absence=True, check=checks.octet
            ),
            Number("start_port", aliases=("port",), fixed=True, absence=True, check=checks.port),
            Number("end_port", falls_back_to="start_port", fixed=True, absence=True, check=checks.port),
            Number("icmp_type", fixed=True, absence=True),
            Number("icmp_code", fixed=True, absence=True),
            Field(
                "cidr", api="cidrlist", read="cidr", default=ANYWHERE, fixed=True, absence=True, check=checks.network
            ),
            Ref(
                "user_security_group",
                target=SECURITY_GROUP,
                api="usersecuritygrouplist",
                read="securitygroupname",
                shows="securitygroupname",
                resolve=_source,
                fixed=True,
                absence=True,
                check=checks.no_id,
            ),
        ),
        answers=(Answer("id"),),
        omits={
            "securitygroupname": "the group is named by its id, which is found by its name",
            "account": "a rule belongs to the owner of its group",
            "domainid": "a rule belongs to the owner of its group",
            "projectid": "a rule belongs to the owner of its group",
        },
    )


SECURITY_GROUP_RULE = Variants(
    "security_group_rule", "type", "ingress", {"ingress": _resource("ingress"), "egress": _resource("egress")}
)
