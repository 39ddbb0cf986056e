# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Ranges of numbers of autonomous systems that a zone may give to its networks."""

from __future__ import annotations

from typing import Any

from ..spec import Answer, Number, Ref, Refusal, Resource
from .zone import ZONE


def as_number(value: Any) -> str:
    """A number of an autonomous system."""
    return "" if 1 <= int(value) <= 4294967295 else "is no AS number; they go from 1 to 4294967295."


ASN_RANGE = Resource(
    "asn_range",
    list="listASNRanges",
    create="createASNRange",
    delete="deleteASNRange",
    key=("start_asn",),
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("zone",),
    fields=(
        Number("start_asn", required=True, fixed=True, check=as_number),
        Number("end_asn", needed_to_create=True, falls_back_to="start_asn", fixed=True, check=as_number),
        Ref("zone", target=ZONE, required=True, shows=None, fixed=True, scope=True),
    ),
    answers=(Answer("created"),),
    refusals=(Refusal("overlaps", "start_asn", "Choose numbers that no other range of the zone has."),),
)
