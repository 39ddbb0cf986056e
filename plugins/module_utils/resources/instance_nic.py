# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""NICs of instances: the networks they are in."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..parts.of_instance import OF_NICS, instance_ref
from ..spec import Answer, Field, Flag, Map, Ref, Refusal, Resource, Via
from .network import NETWORK
from .vpc import VPC
from .zone import ZONE

OF_THE_INSTANCE = {"nicid": "id", "virtualmachineid": "virtualmachineid"}


def _one_leads(held: Any, wanted: Any, options: Mapping[str, Any]) -> str:
    """An instance always has a default NIC: one becomes it, and the former one no longer is."""
    return "" if wanted else "is the default NIC of its instance. Set is_default=true for another one instead."


INSTANCE_NIC = Resource(
    "instance_nic",
    **OF_NICS,
    list_id="nicid",
    create="addNicToVirtualMachine",
    delete="removeNicFromVirtualMachine",
    delete_by=OF_THE_INSTANCE,
    key=("network",),
    own_id=False,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        instance_ref(aliases=("name",), shows=None, required=True, fixed=True, scope=True),
        Ref("network", target=NETWORK, within=("zone", "vpc"), unique=False, required=True, fixed=True, scope=True),
        Ref("vpc", target=VPC, within=("zone",), steers=True),
        Field("ip_address", via=Via("updateVmNicIp", {"nicid": "id"}), check=checks.ipv4),
        Field("mac_address", fixed=True, compare="folded"),
        Map("dhcp_options", read=None),
        Flag(
            "is_default",
            late=True,
            sent=False,
            initially=False,
            guard=_one_leads,
            via=Via("updateDefaultNicForVirtualMachine", OF_THE_INSTANCE),
            entails=("device_id",),
        ),
    ),
    answers=(
        Answer("netmask"),
        Answer("gateway"),
        Answer("ip6_address"),
        Answer("device_id"),
    ),
    refusals=(
        Refusal("stopped", "ip_address", "Stop the instance first, and start it afterwards."),
        Refusal("default nic", "network", "The instance needs another default NIC before this one can go."),
        Refusal(
            "port forwarding or static nat", "state", "Remove the port forwarding rules and the static NAT of it first."
        ),
    ),
)
