# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What service offerings and disk offerings have in common: limits of disks, and whom and where they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from .. import checks
from ..errors import OptionError
from ..fields import Choice, Field, Number, Ref
from ..lifecycle import Record
from ..resolve import Given
from ..resources.domain import DOMAIN, domain_of
from ..resources.zone import ZONE
from ..values import read

if TYPE_CHECKING:
    from ..find import Finder

PEAKS = {"": "", "_max": "Max", "_max_length": "MaxLength"}
"""How the names of options end, and those of answers, for a limit, the limit of a burst, and the burst's length."""

CACHES = ("none", "writeback", "writethrough", "hypervisor_default")


def named() -> tuple[Field, ...]:
    """What every offering begins with."""
    return Field("name", required=True, check=checks.name255), Field("display_text")


def keeping_iops(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """The options as they are.

    :raises OptionError: a least or greatest number of operations is given, but not that volumes do not choose their
        own: CloudStack drops it then without a word, and the next run would find it missing.
    """
    if options.get("is_iops_customized") is False or options.get("is_system"):
        return options
    for name in ("iops_min", "iops_max", "disk_iops_min", "disk_iops_max"):
        if options.get(name) is not None:
            raise OptionError(name, f"{name}: CloudStack drops it unless is_iops_customized=false is given, too.")
    return options


def rates(prefix: str = "", **more: Any) -> tuple[Field, ...]:
    """The options that limit how fast a disk is read and written.

    :param prefix: what tells the disk's limits from others, such as C(disk_).
    """
    return tuple(
        Number(
            f"{prefix}{what}_{way}_rate{end}",
            api=f"{what}{way}rate{end.replace('_', '')}",
            read=f"disk{what.capitalize()}{way.capitalize()}Rate{shown}",
            aliases=(f"{what}_{way}_rate",) if prefix and what == "bytes" and not end else (),
            compare="limit",
            **more,
        )
        for what in ("bytes", "iops")
        for way in ("read", "write")
        for end, shown in PEAKS.items()
    )


def kept_on(**cache: Any) -> tuple[Field, ...]:
    """On what storage an offering's disks are kept, and how."""
    return (
        Choice("provisioning_type", ("thin", "sparse", "fat"), fixed=True),
        Choice("storage_type", ("local", "shared"), fixed=True),
        Choice("cache_mode", CACHES, read="cacheMode", **cache),
        Field("storage_policy", read="vspherestoragepolicy", fixed=True),
        Number("hypervisor_snapshot_reserve", fixed=True),
    )


def for_domains() -> Ref:
    """The domains that alone may use an offering; an empty list frees it for all."""
    return Ref(
        "domains",
        type="list",
        target=DOMAIN,
        api="domainid",
        read=_split("domainid"),
        shows=_split("domain"),
        resolve=_domains,
        wire=lambda value: value or "public",
        unless=_nothing,
        aliases=("domain",),
    )


def reserved_for() -> tuple[Field, ...]:
    """The domains and zones that alone may use an offering; an empty list frees it for all."""
    return (
        for_domains(),
        Ref(
            "zones",
            type="list",
            target=ZONE,
            api="zoneid",
            read=_split("zoneid"),
            shows=_split("zone"),
            wire=lambda value: value or "all",
            unless=_nothing,
            aliases=("zone",),
        ),
    )


def _nothing(value: Any) -> bool:
    return not value


def _split(key: str) -> Callable[[Record], Any]:
    return lambda record: read(record.get(key), "list")


def _domains(finder: Finder, value: Any) -> Given:
    rows = [domain_of(finder.resolver, one, "domains") for one in value]
    return Given([row["id"] for row in rows], [row.get("path", row["id"]) for row in rows])
