# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""System VMs: what a zone runs for itself. Only read."""

from __future__ import annotations

from ..spec import Answer, Choice, Field, Ref, Resource
from .host import HOST
from .pod import POD
from .zone import ZONE

SYSTEM_VM = Resource(
    "system_vm",
    list="listSystemVms",
    filters={"zone": "zoneid", "pod": "podid", "host": "hostid", "type": "systemvmtype", "vm_state": "state"},
    fields=(
        Field("name"),
        Ref("zone", target=ZONE, scope=True),
        Ref("pod", target=POD, within=("zone",), scope=True),
        Ref("host", target=HOST, within=("zone",)),
    ),
    answers=(
        Answer("state"),
        Answer("type", read="systemvmtype"),
        Answer("agent_state"),
        Answer("public_ip"),
        Answer("private_ip"),
        Answer("link_local_ip"),
        Answer("gateway"),
        Answer("hypervisor"),
        Answer("service_offering", read="serviceofferingname"),
        Answer("template", read="templatename"),
        Answer("version"),
        Answer("created"),
    ),
    info=(
        Choice("type", ("consoleproxy", "secondarystoragevm"), steers=True),
        Field("vm_state", steers=True),
    ),
)
