# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""System VMs: what a zone runs for itself. The zone makes them, and another one for each that is destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..lifecycle import Move, running
from ..resolve import Row
from ..spec import Action, Answer, Choice, Field, Knob, Ref, Refusal, Resource, Via
from .host import HOST
from .pod import POD
from .references import SYSTEM_OFFERING
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By the name, which the server makes up; without one by what it does in a zone."""
    if finder.given("type"):
        asked = {**asked, "systemvmtype": params["type"]}
    if finder.given("zone"):
        asked = {**asked, "zoneid": finder.ref("zone").value}
    return finder.matching(finder.rows(asked))


SYSTEM_VM = Resource(
    "system_vm",
    list="listSystemVms",
    find=_find,
    filters={"zone": "zoneid", "pod": "podid", "host": "hostid", "type": "systemvmtype", "vm_state": "state"},
    asynchronous=True,
    one_of=(("name", "type", "id"),),
    fields=(
        Field("name"),
        Choice("type", ("consoleproxy", "secondarystoragevm"), read="systemvmtype", fixed=True),
        Ref("zone", target=ZONE, scope=True, fixed=True),
        Ref("pod", target=POD, within=("zone",), scope=True, fixed=True),
        Ref(
            "host",
            target=HOST,
            shows="hostname",
            within=("zone",),
            via=Via("migrateSystemVm", {"virtualmachineid": "id"}, needs=("Running",)),
            entails=("pod", "private_ip", "link_local_ip"),
        ),
        Ref(
            "service_offering",
            target=SYSTEM_OFFERING,
            shows="serviceofferingname",
            via=Via("scaleSystemVm", needs=("Stopped",)),
        ),
        Knob("force", default=False),
    ),
    answers=(
        Answer("agent_state"),
        Answer("arch"),
        Answer("public_ip"),
        Answer("private_ip"),
        Answer("link_local_ip"),
        Answer("gateway"),
        Answer("hypervisor"),
        Answer("template", read="templatename"),
        Answer("version"),
        Answer("created"),
    ),
    lifecycle=running(
        entails=("agent_state", "host", "pod", "private_ip", "link_local_ip", "public_ip"),
        detour_option="force",
        moves=(
            Move("Stopped", "Running", "startSystemVm"),
            Move("Running", "Stopped", "stopSystemVm", options={"forced": "force"}),
        ),
    ),
    actions=(
        Action("restarted", "rebootSystemVm", options={"forced": "force"}, from_states=("Running",)),
        Action("patched", "patchSystemVm", options={"forced": "force"}, from_states=("Running",)),
        Action("recreated", "destroySystemVm"),
    ),
    info=(
        Choice("type", ("consoleproxy", "secondarystoragevm"), steers=True),
        Field("vm_state", steers=True),
    ),
    refusals=(
        Refusal("another host", "host", "Name a host of the zone that does not run the system VM yet."),
        Refusal("not for a system VM", "service_offering", "Name a system offering that is made for this type."),
    ),
)
