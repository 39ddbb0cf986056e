# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Further addresses of NICs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .. import checks
from ..errors import OptionError
from ..lifecycle import Record
from ..parts.of_instance import OF_NICS, instance_ref
from ..resolve import Given, Row
from ..spec import Answer, Field, Ref, Refusal, Resource
from .network import NETWORK
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


OWN = "(address)"
"""Where a record keeps what is its own: the other keys are those of its NIC."""


def _addresses(nic: Record) -> Sequence[Record]:
    """The secondary addresses of a NIC, each as a record that knows its NIC."""
    held = nic.get("secondaryip") or ()
    return [{**nic, "id": one["id"], OWN: {"nicid": nic["id"], "ipaddress": one["ipaddress"]}} for one in held]


def _own_address(record: Record) -> Any:
    return record.get(OWN, {}).get("ipaddress")


def _nic_id(record: Record) -> Any:
    return record.get(OWN, {}).get("nicid")


def _nic(finder: Finder, value: Any) -> Given:
    """The NIC that an address is added to: the one in the network that is named, or the instance's default one.

    :raises OptionError: the instance is not in that network.
    """
    nics = finder.resolver.rows(finder.resource, {"virtualmachineid": finder.ref("vm").value})
    if finder.given("network"):
        network = finder.ref("network").value
        found = [nic for nic in nics if nic.get("networkid") == network]
    else:
        found = [nic for nic in nics if nic.get("isdefault")]
    if not found:
        option = "network" if finder.given("network") else "vm"
        raise OptionError(
            option,
            f"{option}: the instance '{value}' has no NIC there. Put it into the network first "
            "(cloudstack.cloud.instance_nic).",
        )
    return Given(found[0]["id"], value)


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By address; without one, any that the NIC has. Without a network, that is the default NIC."""
    rows = finder.matching(finder.rows(asked))
    anywhere = finder.given("network") or finder.given("vm_guest_ip")
    return rows if anywhere else [row for row in rows if row.get("isdefault")]


def _selects(value: Any) -> bool:
    """The network only says which NIC is meant."""
    return bool(value)


def _named(params: Mapping[str, Any]) -> Mapping[str, Any]:
    if params.get("state") == "absent" and params.get("vm_guest_ip") is None:
        raise OptionError("vm_guest_ip", "vm_guest_ip: give the address, so that no other one is removed.")
    return params


INSTANCE_NIC_SECONDARYIP = Resource(
    "instance_nic_secondaryip",
    **OF_NICS,
    list_id="",
    create="addIpToNic",
    delete="removeIpFromNic",
    key=("vm_guest_ip", "vm"),
    rows=_addresses,
    find=_find,
    normalize=_named,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        instance_ref(
            aliases=("name",),
            api="nicid",
            list_api="virtualmachineid",
            read="virtualmachineid",
            shows=None,
            resolve=_nic,
            required=True,
            fixed=True,
            scope=True,
        ),
        Field(
            "vm_guest_ip", aliases=("secondary_ip",), api="ipaddress", read=_own_address, fixed=True, check=checks.ipv4
        ),
        Ref(
            "network",
            target=NETWORK,
            within=("zone", "vpc"),
            unique=False,
            fixed=True,
            scope=True,
            api="nicid",
            read="networkid",
            unless=_selects,
        ),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Field("description", read=None),
    ),
    answers=(
        Answer("id"),
        Answer("nic_id", read=_nic_id),
        Answer("ip_address"),
        Answer("netmask"),
        Answer("mac_address"),
    ),
    refusals=(Refusal("static nat", "state", "Remove the static NAT of the address first."),),
)
