# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options that name one disk: by its name, or as a disk of an instance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..errors import Ambiguous, NotFound
from ..fields import Choice, Field, Number, Ref
from ..resolve import Given, Row, candidate, named
from ..resources.instance import INSTANCE
from ..resources.references import VOLUME
from ..resources.zone import ZONE
from ..values import looks_like_id

if TYPE_CHECKING:
    from ..find import Finder

TYPES = DATA, ROOT = ("DATADISK", "ROOT")


def disk_options(**more: Any) -> tuple[Field, ...]:
    """The options volume, vm, volume_type and device_id, and the zone to look in.

    Another kind's C(find) calls C(disk_of) with them.
    """
    return (
        Ref("zone", target=ZONE, steers=True),
        Ref("volume", target=VOLUME, within=("zone",), fixed=True, unique=False, **more),
        Field("vm", api="volumeid", read=None, resolve=_in_place_of_volume, aliases=("instance",)),
        Choice("volume_type", TYPES, steers=True),
        Number("device_id", steers=True),
    )


def instance_of(finder: Finder) -> Row:
    """The instance that the option vm names.

    :raises NotFound: there is none. Ambiguous: there are several.
    """
    scope = dict(finder.owner())
    if finder.given("zone"):
        scope["zoneid"] = finder.ref("zone").value
    if finder.given("vpc"):
        scope["vpcid"] = finder.ref("vpc").value
    return finder.resolver.resolve("vm", INSTANCE, finder.params["vm"], scope)


def disk_of(finder: Finder) -> Row | None:
    """The disk that the options name, or None where they name none.

    :raises NotFound: there is no such disk. Ambiguous: there are several.
    """
    volume = finder.params.get("volume")
    if volume is None and not finder.given("vm"):
        return None
    asked: dict[str, Any] = dict(finder.owner())
    if finder.given("zone"):
        asked["zoneid"] = finder.ref("zone").value
    if finder.given("vm"):
        asked["virtualmachineid"] = instance_of(finder)["id"]
    if finder.given("volume_type"):
        asked["type"] = finder.params["volume_type"]
    rows = _listed(finder, asked, volume)
    if finder.given("device_id"):
        rows = [row for row in rows if row.get("deviceid") == finder.params["device_id"]]
    option, said = ("volume", volume) if volume is not None else ("vm", finder.params["vm"])
    if not rows:
        raise NotFound(option, "volume", said)
    if len(rows) > 1:
        raise Ambiguous(option, "volume", said, [candidate(row) for row in rows])
    finder.know("volume", rows[0])
    return rows[0]


def own_zone_and(finder: Finder, value: Any) -> Given:
    """Zones that an option names, and the one of the disk, which always belongs to them."""
    disk = disk_of(finder)
    rows = [finder.resolver.resolve("zones", ZONE, one) for one in value]
    own = [{"id": disk["zoneid"], "name": disk["zonename"]}] if disk else []
    found = {row["id"]: row["name"] for row in (*own, *rows)}
    pairs = sorted(found.items(), key=lambda pair: pair[1])
    return Given([pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _listed(finder: Finder, asked: dict[str, Any], volume: str | None) -> list[Row]:
    if volume is None:
        return [row for row in finder.resolver.rows(VOLUME, asked) if _is_asked(row, asked)]
    by_id = named(finder.resolver.rows(VOLUME, {**asked, "id": volume}), (), volume) if looks_like_id(volume) else []
    return by_id or named(finder.resolver.rows(VOLUME, {**asked, "name": volume}), ("name",), volume)


def _is_asked(row: Row, asked: Mapping[str, Any]) -> bool:
    """Tell whether a disk is one of those asked for: those that are to be made are among all that are read."""
    own = {"virtualmachineid": row.get("virtualmachineid"), "type": row.get("type", DATA)}
    return all(own[key] == asked[key] for key in own if key in asked)


def _in_place_of_volume(finder: Finder, value: Any) -> Given:
    """The disk that vm stands for where volume does not name it."""
    found = None if finder.given("volume") else disk_of(finder)
    return Given(found["id"] if found else "", value)
