# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The address that a network or a VPC uses for source NAT, which another list than its own tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from .. import checks
from ..lifecycle import Record
from ..resolve import Row
from ..spec import Field, Resource

if TYPE_CHECKING:
    from ..find import Finder

OPTION = "source_nat_ip_address"
ADDRESSES = Resource("ip_address", list="listPublicIpAddresses", list_with={"issourcenat": True, "listall": True})


def _address(record: Record) -> Any:
    return record.get("(source_nat)")


def source_nat_field() -> Field:
    """The option for the address; it is read only when a task gives it."""
    return Field(OPTION, read=_address, check=checks.ipv4)


def with_source_nat(param: str) -> Callable[[Finder, Row], Row]:
    """A function that adds the source NAT address to a record when the task names one.

    :param param: what listPublicIpAddresses calls the place of the address.
    """

    def enrich(finder: Finder, row: Row) -> Row:
        if not finder.given(OPTION):
            return row
        found = finder.resolver.rows(ADDRESSES, {param: row["id"]})
        return {**row, "(source_nat)": found[0]["ipaddress"]} if found else row

    return enrich
