# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What is kept for one domain or account: a zone, a pod, a cluster, a host, a range of public addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..errors import OptionError
from ..holders import holder_is_whole
from ..lifecycle import Record
from ..resolve import Row
from ..spec import Answer, Field, Ref, Refusal, Resource, Variants
from .cluster import CLUSTER
from .domain import DOMAIN, resolve_domain
from .host import HOST
from .pod import POD
from .references import ACCOUNT_REF
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

RANGE_REF = Resource(
    "vlan_ip_range",
    list="listVlanIpRanges",
    list_key="",
    names=("startip", "startipv6"),
    filters={"zone": "zoneid"},
    fields=(Field("name"),),
)
ZONE_PLACE = Ref("zone", target=ZONE, steers=True)
REFUSALS = (
    Refusal("already dedicated|already been dedicated", "domain", "Give it back first, with O(state=absent)."),
    Refusal("Unable to find (the )?account", "account", "Name an account of the domain."),
)


def _with_names(finder: Finder, row: Row) -> Row:
    """Add the names of the holder, whose ids alone are listed."""
    return {
        **row,
        "(domain)": _name(finder, DOMAIN, row.get("domainid")),
        "(account)": _name(finder, ACCOUNT_REF, row.get("accountid")),
    }


def _name(finder: Finder, kind: Resource, held: Any) -> Any:
    rows = finder.resolver.rows(kind, {"id": held}) if held else []
    return rows[0].get("name") if rows else None


def _has_holder(record: Record) -> bool:
    return bool(record.get("domainid"))


def _holder(domain_shows: str, account_reads: Any) -> tuple[Field, ...]:
    return (
        Ref(
            "domain",
            target=DOMAIN,
            unique=False,
            shows=lambda record: record.get(domain_shows),
            resolve=resolve_domain,
            needed_to_create=True,
            fixed=True,
            recreate=True,
            entails=("account", "affinity_group_id"),
        ),
        Field("account", read=account_reads, fixed=True, recreate=True, entails=("affinity_group_id",)),
    )


def _place(kind: str, target: Resource, within: tuple[str, ...], fields: tuple[Field, ...]) -> Resource:
    word = kind.capitalize()
    return Resource(
        "dedication",
        list=f"listDedicated{word}s",
        create=f"dedicate{word}",
        delete=f"releaseDedicated{word}",
        delete_by={f"{kind}id": f"{kind}id"},
        key=(kind,),
        list_key="",
        list_id="",
        id_option=False,
        list_needs=(kind,),
        enrich=_with_names,
        normalize=_whole(kind),
        asynchronous=True,
        fields=(
            Ref(kind, target=target, within=within, needed_to_create=True, fixed=True, unique=False, scope=True),
            *fields,
            *_holder("(domain)", lambda record: record.get("(account)")),
        ),
        answers=(Answer("affinity_group_id"),),
        refusals=REFUSALS,
    )


def _whole(kind: str) -> Any:
    def check(params: Mapping[str, Any]) -> Mapping[str, Any]:
        if not params.get(kind):
            raise OptionError(kind, f"{kind} is missing: with type={kind} it names what is kept for the domain.")
        return holder_is_whole(params)

    return check


ZONES = _place("zone", ZONE, (), ())
PODS = _place("pod", POD, ("zone",), (ZONE_PLACE,))
CLUSTERS = _place("cluster", CLUSTER, ("zone",), (ZONE_PLACE,))
HOSTS = _place("host", HOST, ("zone",), (ZONE_PLACE,))
PUBLIC_IP_RANGES = Resource(
    "dedication",
    list="listVlanIpRanges",
    reads_with=("listAccounts", "listDomains"),
    list_with={"forvirtualnetwork": True},
    create="dedicatePublicIpRange",
    delete="releasePublicIpRange",
    delete_by={"id": "id"},
    key=("public_ip_range",),
    list_key="",
    id_option=False,
    filters={"zone": "zoneid"},
    exists=_has_holder,
    normalize=_whole("public_ip_range"),
    fields=(
        Ref(
            "public_ip_range",
            target=RANGE_REF,
            within=("zone",),
            api="id",
            read="id",
            shows="startip",
            unique=False,
            needed_to_create=True,
            fixed=True,
        ),
        ZONE_PLACE,
        *_holder("domain", "account"),
    ),
    omits={"projectid": "what is kept for a project is said by its domain and the account of the project"},
    refusals=REFUSALS,
)

DEDICATION = Variants(
    "dedication",
    "type",
    "",
    {"zone": ZONES, "pod": PODS, "cluster": CLUSTERS, "host": HOSTS, "public_ip_range": PUBLIC_IP_RANGES},
)
