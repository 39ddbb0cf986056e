# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Portable address ranges of a region: addresses that may move from zone to zone."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import Record
from ..spec import Field, Number, Refusal, Resource


def _vlan(record: Record) -> Any:
    vlan = record.get("vlan")
    return str(vlan).rsplit("://", 1)[-1] if vlan else None


PORTABLE_IP_RANGE = Resource(
    "portable_ip_range",
    list="listPortableIpRanges",
    create="createPortableIpRange",
    delete="deletePortableIpRange",
    key=("start_ip", "region"),
    list_key="",
    filters={"region": "regionid"},
    asynchronous=True,
    fields=(
        Field("start_ip", required=True, fixed=True, check=checks.ipv4),
        Field("end_ip", needed_to_create=True, falls_back_to="start_ip", fixed=True, check=checks.ipv4),
        Field("gateway", needed_to_create=True, fixed=True, check=checks.ipv4),
        Field("netmask", needed_to_create=True, fixed=True, check=checks.netmask),
        Field("vlan", read=_vlan, fixed=True, create_default="untagged"),
        Number("region", api="regionid", fixed=True, create_default=1),
    ),
    info=(Number("region", api="regionid"),),
    refusals=(
        Refusal("overlaps", "start_ip", "Choose addresses that no other portable range of the region has."),
        Refusal("Invalid region", "region", "Name a region that cloudstack.cloud.region_info lists."),
    ),
)
