# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Rules of an ACL list. A rule is known by its place in the list; everything else about it can be changed."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..errors import OptionError
from ..parts.packet_rules import BY_NUMBER, protocol_among, protocol_number, protocol_sent
from ..spec import Answer, Choice, Field, Flag, Listing, Number, Ref, Refusal, Resource, Tags
from .network_acl import NETWORK_ACL, ZONE_OF_VPC
from .vpc import VPC

NAMED = ("tcp", "udp", "icmp", "all")
OF_PROTOCOL = {
    "tcp": ("start_port", "end_port"),
    "udp": ("start_port", "end_port"),
    "icmp": ("icmp_type", "icmp_code"),
    "all": (),
    BY_NUMBER: ("protocol_number",),
}
"""The options that say more about the traffic of a protocol."""

ANY = -1
"""What the API calls any ICMP type or code."""


def _complete(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Say for each detail of the traffic what it is, or that a rule for the protocol has none.

    :raises OptionError: a detail does not go with the protocol.
    """
    given = {**params}
    if given.get("protocol") is None and given.get("protocol_number") is not None:
        given["protocol"] = BY_NUMBER
    if given.get("end_port") is None and given.get("start_port") is not None:
        given["end_port"] = given["start_port"]
    protocol = given.get("protocol")
    if protocol is None or given.get("state") == "absent":
        return given
    if protocol == BY_NUMBER and given.get("protocol_number") is None:
        raise OptionError("protocol_number", f"protocol_number is needed with protocol={BY_NUMBER}.")
    for name in sorted({name for names in OF_PROTOCOL.values() for name in names}):
        if name in OF_PROTOCOL[protocol]:
            given[name] = ANY if name.startswith("icmp_") and given.get(name) is None else given.get(name)
        elif given.get(name) in (None, ""):
            given[name] = ""
        else:
            raise OptionError(name, f"{name}: a rule for the protocol {protocol} has none. Leave it out.")
    return given


def _something(value: Any) -> Any:
    return None if value == "" else value


def _detail(name: str, **more: Any) -> Field:
    """A detail of the traffic that only rules for some protocols have."""
    return Number(name, wire=_something, **more)


NETWORK_ACL_RULE = Resource(
    "network_acl_rule",
    list="listNetworkACLs",
    create="createNetworkACL",
    update="updateNetworkACLItem",
    update_whole={"partialupgrade": False},
    delete="deleteNetworkACL",
    key=("rule_position",),
    list_key="",
    list_needs=("network_acl",),
    filters={
        "network_acl": "aclid",
        "traffic_type": "traffictype",
        "protocol": "protocol",
        "action_policy": "action",
    },
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    normalize=_complete,
    tags=Tags("NetworkACL"),
    fields=(
        ZONE_OF_VPC,
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Ref(
            "network_acl",
            target=NETWORK_ACL,
            within=("vpc",),
            aliases=("acl",),
            api="aclid",
            shows="aclname",
            required=True,
            fixed=True,
            scope=True,
            unique=False,
        ),
        Number("rule_position", aliases=("number",), api="number", required=True),
        Choice("traffic_type", ("ingress", "egress"), aliases=("type",), create_default="ingress"),
        Choice("action_policy", ("allow", "deny"), aliases=("action",), api="action", create_default="allow"),
        Choice("protocol", (*NAMED, BY_NUMBER), read=protocol_among(NAMED), wire=protocol_sent, create_default="tcp"),
        _detail("protocol_number", api="protocol", read=protocol_number),
        _detail("start_port", aliases=("port",), check=checks.port),
        _detail("end_port", check=checks.port),
        _detail("icmp_type"),
        _detail("icmp_code"),
        Listing(
            "cidrs",
            aliases=("cidr",),
            api="cidrlist",
            create_default=["0.0.0.0/0"],
            check=checks.cidrs,
            entails=("cidr",),
        ),
        Field("reason"),
        Flag("for_display"),
    ),
    answers=(Answer("cidr", read="cidrlist"), Answer("state")),
    info=(
        Choice("traffic_type", ("ingress", "egress"), steers=True),
        Choice("action_policy", ("allow", "deny"), steers=True),
    ),
    omits={
        "networkid": "the rules of a tier are those of its ACL list",
        "customid": "the id of a rule is the server's",
    },
    refusals=(
        Refusal(
            "acl item with number .* already exists", "rule_position", "Choose a number that no other rule of it has."
        ),
    ),
)
