# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Public addresses of a network or VPC."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..errors import OptionError
from ..lifecycle import GONE, Lifecycle, Move, Record
from ..project import tags_of
from ..resolve import ADOPTED, UNSEEN, Row
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource, Tags
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

USES = ("hasrules", "isstaticnat", "virtualmachineid", "purpose")
"""What an address shows that somebody uses already."""


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By address; else by tags; else the one address that was acquired for the network or VPC.

    Where the task says whether it is portable, so it must be. With tags that no address has, it is the only unused one
    without any: a cut run acquired it and could not tag it.
    """
    if finder.given("ip_address"):
        return finder.matching(finder.rows(asked))
    if params.get("state") == "absent" and not params.get("tags"):
        raise OptionError(
            "ip_address", "ip_address: give the address, its id or its tags, so that no other one is released."
        )
    narrowed = dict(asked)
    if finder.given("network"):
        narrowed["associatednetworkid"] = finder.ref("network").value
    if finder.given("vpc"):
        narrowed["vpcid"] = finder.ref("vpc").value
    rows = [row for row in finder.matching(finder.rows(narrowed)) if _is_meant(row, params.get("is_portable"))]
    tags = {tag["key"]: tag["value"] for tag in params.get("tags") or []}
    found = [row for row in rows if tags.items() <= tags_of(row).items()]
    if found or params.get("state") == "absent" or not (finder.given("network") or finder.given("vpc")):
        return found
    unused: list[Row] = [{**row, ADOPTED: True} for row in rows if _is_unused(row)]
    return unused if len(unused) == 1 else []


def _is_meant(row: Row, portable: bool | None) -> bool:
    """Tell whether an address is one that somebody acquired and, where that is asked for, a portable one or not."""
    return not (row.get("issourcenat") or row.get("issystem")) and portable in (None, bool(row.get("isportable")))


def _is_unused(row: Row) -> bool:
    """Tell whether nobody uses an address yet; one that is only planned is for who planned it."""
    return not (tags_of(row) or UNSEEN in row or any(row.get(key) for key in USES))


def _exists(record: Record) -> bool:
    return record.get("state") != "Releasing"


IP_ADDRESS = Resource(
    "ip_address",
    list="listPublicIpAddresses",
    create="associateIpAddress",
    update="updateIpAddress",
    delete="disassociateIpAddress",
    plural="ip_addresses",
    key=("ip_address",),
    names=("ipaddress",),
    list_key="ipaddress",
    find=_find,
    exists=_exists,
    filters={
        "zone": "zoneid",
        "network": "associatednetworkid",
        "vpc": "vpcid",
        "is_source_nat": "issourcenat",
        "is_static_nat": "isstaticnat",
        "allocated_only": "allocatedonly",
        "ip_state": "state",
    },
    owned=True,
    asynchronous=True,
    tags=Tags("PublicIpAddress"),
    in_turn=True,
    may_double=True,
    fields=(
        Field("ip_address", fixed=True, check=checks.address),
        Ref("zone", target=ZONE, fixed=True, scope=True),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone",),
            fixed=True,
            scope=True,
            read="associatednetworkid",
            shows="associatednetworkname",
            unique=False,
        ),
        Ref("vpc", target=VPC, within=("zone",), fixed=True, scope=True, unique=False),
        Flag("is_portable", fixed=True),
        Flag("for_display"),
    ),
    answers=(
        Answer("state"),
        Answer("is_source_nat", "bool"),
        Answer("is_static_nat", "bool"),
        Answer("vlan", read="vlanname"),
        Answer("allocated"),
        Answer("vm_name", read="virtualmachinename"),
        Answer("purpose"),
        Answer("has_rules", "bool"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="",
        initial="Allocated",
        goals={"absent": (GONE,)},
        transient={"Allocating": "Allocated"},
        moves=(Move("Allocated", GONE, "disassociateIpAddress"),),
    ),
    info=(
        Flag("is_source_nat", steers=True),
        Flag("is_static_nat", steers=True),
        Flag("allocated_only", steers=True),
    ),
    refusals=(
        Refusal(
            "in quarantine",
            "ip_address",
            "It is kept for its former owner for a while: choose another address, or let an administrator end that "
            "(cloudstack.cloud.ip_quarantine).",
        ),
    ),
    omits={
        "regionid": "a portable address is acquired in the region of its zone or network",
        "customid": "the id of an address is the server's",
    },
)
