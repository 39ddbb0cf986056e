# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Guest VLANs of a physical network that are kept for one account, project or domain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Mapping

from ..holders import holder, holder_is_whole
from ..resolve import Row
from ..spec import Answer, Field, Ref, Refusal, Resource
from .references import in_physical_network
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


RANGE = re.compile(r"^\s*(?P<first>\d{1,8})\s*(-\s*(?P<last>\d{1,8})\s*)?$")


def vlans(text: Any) -> set[int]:
    """The numbers in C(310-312) or C(310); none where it is neither."""
    found = RANGE.match(str(text))
    return set(range(int(found["first"]), int(found["last"] or found["first"]) + 1)) if found else set()


def _check(value: Any) -> str:
    return "" if vlans(value) else "is no range of VLANs; write it like 310-312 or 310."


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The range itself; to keep one, one that holds it will do, too: the server joins ranges of one holder."""
    rows = finder.rows(asked)
    if not finder.given("vlan_range"):
        return rows
    wanted = vlans(params["vlan_range"])
    same = [row for row in rows if vlans(row.get("guestvlanrange")) == wanted]
    if same or finder.loose or params.get("state") == "absent":
        return same
    return [row for row in rows if wanted <= vlans(row.get("guestvlanrange"))]


GUEST_VLAN_RANGE = Resource(
    "guest_vlan_range",
    list="listDedicatedGuestVlanRanges",
    create="dedicateGuestVlanRange",
    delete="releaseDedicatedGuestVlanRange",
    key=("vlan_range",),
    list_key="",
    list_needs=("physical_network",),
    filters={"zone": "zoneid"},
    find=_find,
    normalize=holder_is_whole,
    asynchronous=True,
    fields=(
        Field("vlan_range", required=True, read="guestvlanrange", check=_check),
        Ref("zone", target=ZONE, required=True, steers=True),
        in_physical_network(read=None),
        *holder(fixed=True, recreate=True),
    ),
    answers=(Answer("domain_path"),),
    refusals=(
        Refusal("Unable to find guest vlan", "vlan_range", "Give VLANs that the physical network has for guests."),
        Refusal("already dedicated|overlap", "vlan_range", "Release the range that these VLANs stand in first."),
        Refusal("Unable to find account", "account", "Name an account of the domain."),
    ),
)
