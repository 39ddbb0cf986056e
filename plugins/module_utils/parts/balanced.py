# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The instances behind load balancer rules, those of public addresses and those inside tiers alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .. import checks
from ..errors import OptionError
from ..lifecycle import Record
from ..resources.instance import INSTANCE
from ..spec import Knob, Membership, Ref, Refusal

if TYPE_CHECKING:
    from ..find import Finder

MEMBERS = "listLoadBalancerRuleInstances"


def with_members(finder: Finder, record: Record) -> Record:
    """Read the instances behind a rule; with C(vm_ip) those that it serves at this address."""
    asked = {"id": record["id"], "lbvmips": True}
    rows = finder.resolver.client.list(MEMBERS, asked)
    address = finder.params.get("vm_ip")
    held = [
        row["loadbalancerruleinstance"]
        for row in rows
        if address is None or address in (row.get("lbvmipaddresses") or ())
    ]
    held.sort(key=lambda instance: str(instance.get("name")))
    return {**record, "(members)": held}


def _of_members(key: str) -> Any:
    def read(record: Record) -> list[Any]:
        return [instance.get(key) for instance in record.get("(members)") or ()]

    return read


def sends(ids: Sequence[str], options: Mapping[str, Any]) -> Mapping[str, Any]:
    """What assigning and removing are sent: instances, or one of them with its address."""
    if options.get("vm_ip") is None:
        return {"virtualmachineids": list(ids)}
    return {"vmidipmap": [{"vmid": one, "vmip": options["vm_ip"]} for one in ids]}


def one_with_an_address(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Refuse one address for several instances.

    :raises OptionError: it is given with more or less than one.
    """
    if params.get("vm_ip") is not None and len(params.get("vms") or ()) != 1:
        raise OptionError(
            "vm_ip", f"vm_ip: '{params['vm_ip']}' belongs to one instance; name that one in vms, and no others."
        )
    return params


VMS = Ref(
    "vms",
    type="list",
    target=INSTANCE,
    within=("zone",),
    api="virtualmachineids",
    read=_of_members("id"),
    shows=_of_members("name"),
    unique=False,
    entails=("state",),
    required=True,
    aliases=("vm",),
)
VM_IP = Knob("vm_ip", type="str", check=checks.ipv4)
MEMBERSHIP: dict[str, Any] = {
    "create": "assignToLoadBalancerRule",
    "delete": "removeFromLoadBalancerRule",
    "reads_with": (MEMBERS,),
    "membership": Membership("vms", sends),
    "normalize": one_with_an_address,
    "enrich": with_members,
    "owned": True,
    "inherits_owner": True,
    "asynchronous": True,
    "omits": {"vmidipmap": "O(vm_ip) says the address of one instance"},
}
"""How the API handles the instances behind a rule, whatever balancer has it."""

NO_ADDRESS = Refusal("is not an address", "vm_ip", "Give the instance the secondary address first.")
