# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The states of an instance, what leads from one to the next, and what is allowed to stop it."""

from __future__ import annotations

from typing import Any, Mapping

from ..lifecycle import GONE, Move, running
from ..spec import Action

PLACE = ("host", "host_id", "nic", "public_ip", "details", "boot_type", "boot_mode")
"""Results that follow from where it runs, and that it has run. The boot type is not shown of what has details."""
STOPPED = ("Stopped",)
PLACED = {"hostid": "host", "clusterid": "cluster", "podid": "pod"}
TAKEN = {"delete_data_disks": "(none)"}
RESTARTS = ("never", "allowed", "auto")
DOOMED = {"id": "id", "volumeids": "(doomed)"}
"""How an instance is addressed that goes: with its data disks, where the task wants that."""


def may_restart(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """Say by one option whether a change may stop the instance: C(force) is the older word for it."""
    if params.get("restart"):
        return params
    return {**params, "restart": "allowed" if params.get("force") else "never"}


LIFE = running(
    goals={
        "present": ("Running", "Stopped"),
        "deployed": ("Running", "Stopped"),
        "started": ("Running",),
        "stopped": ("Stopped",),
        "restarted": ("Running",),
        "restored": ("Running", "Stopped"),
        "destroyed": ("Destroyed", GONE),
        "expunged": (GONE,),
        "absent": ("Destroyed", GONE),
    },
    create_with={"Stopped": {"startvm": False}},
    lifeless=("Destroyed",),
    broken=("Error",),
    entails=PLACE,
    detour_option="restart",
    moves=(
        Move("Stopped", "Running", "startVirtualMachine", options=PLACED),
        Move("Running", "Stopped", "stopVirtualMachine", options={"forced": "force_stop"}),
        Move("Destroyed", "Stopped", "recoverVirtualMachine"),
        Move("Running", "Destroyed", "destroyVirtualMachine", by=DOOMED, sets=TAKEN),
        Move("Stopped", "Destroyed", "destroyVirtualMachine", by=DOOMED, sets=TAKEN),
        Move("Error", "Destroyed", "destroyVirtualMachine", by=DOOMED, sets=TAKEN),
        Move("Running", GONE, "destroyVirtualMachine", {"expunge": True}, by=DOOMED, sets=TAKEN),
        Move("Stopped", GONE, "destroyVirtualMachine", {"expunge": True}, by=DOOMED, sets=TAKEN),
        Move("Error", GONE, "destroyVirtualMachine", {"expunge": True}, by=DOOMED, sets=TAKEN),
        Move(
            "Destroyed",
            GONE,
            "destroyVirtualMachine",
            {"expunge": True},
            by=DOOMED,
            sets=TAKEN,
            when="delete_data_disks",
        ),
        Move("Destroyed", GONE, "expungeVirtualMachine"),
    ),
)

ACTIONS = (
    Action("restarted", "rebootVirtualMachine", from_states=("Running",), options={"bootintosetup": "boot_into_setup"}),
    Action(
        "restored",
        "restoreVirtualMachine",
        {"virtualmachineid": "id"},
        options={"rootdisksize": "root_disk_size"},
        takes=("template", "root_disk_offering"),
    ),
)
