# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Public addresses that are kept for an account before anything uses them."""

from __future__ import annotations

from ..lifecycle import GONE, Lifecycle, Move, Record
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource
from .zone import ZONE

ANY_ADDRESS = Resource(
    "ip_address",
    list="listPublicIpAddresses",
    list_with={"allocatedonly": False},
    key=("ip_address",),
    names=("ipaddress",),
    list_key="ipaddress",
    filters={"zone": "zoneid"},
    fields=(Field("ip_address"),),
)


def _is_held(record: Record) -> bool:
    return record.get("state") in ("Reserved", "Allocated", "Allocating")


IP_ADDRESS_RESERVATION = Resource(
    "ip_address_reservation",
    list="listPublicIpAddresses",
    create="reserveIpAddress",
    update="updateIpAddress",
    delete="releaseIpAddress",
    key=("ip_address",),
    names=("ipaddress",),
    list_key="ipaddress",
    filters={"zone": "zoneid"},
    exists=_is_held,
    owned=True,
    fields=(
        Ref(
            "ip_address",
            target=ANY_ADDRESS,
            within=("zone",),
            api="id",
            read="id",
            shows="ipaddress",
            required=True,
            fixed=True,
        ),
        Ref("zone", target=ZONE, scope=True, steers=True),
        Flag("for_display"),
    ),
    answers=(Answer("state"), Answer("allocated")),
    lifecycle=Lifecycle(
        read="state",
        shows="",
        initial="Reserved",
        goals={"absent": (GONE,)},
        transient={"Allocating": "Allocated"},
        moves=(Move("Reserved", GONE, "releaseIpAddress"),),
    ),
    omits={"customid": "the id of an address is the server's"},
    refusals=(
        Refusal("portable", "ip_address", "Portable addresses cannot be kept: choose another address."),
        Refusal("is not a free public", "ip_address", "Another account has it: choose an address that is free."),
        Refusal("virtual network", "ip_address", "Choose an address of a range for isolated networks."),
    ),
)
