# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""New passwords for guests, which CloudStack tells once."""

from __future__ import annotations

from ..parts.instance_life import may_restart
from ..parts.of_instance import PLACE, the_instance
from ..spec import Action, Answer, Field, Knob, Lifecycle, Move, Refusal, Resource

INSTANCE_PASSWORD_RESET = Resource(
    "instance_password_reset",
    list="listVirtualMachines",
    key=("vm",),
    list_key="",
    find=the_instance,
    normalize=may_restart,
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    id_option=False,
    fields=(
        *PLACE,
        Field("password", secret=True),
        Knob("restart", "str", choices=("never", "allowed")),
    ),
    reveals=(Answer("password"),),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        goals={"present": ("Running", "Stopped")},
        transient={"Starting": "Running", "Stopping": "Stopped"},
        detour_option="restart",
        moves=(
            Move("Stopped", "Running", "startVirtualMachine"),
            Move("Running", "Stopped", "stopVirtualMachine"),
        ),
    ),
    actions=(
        Action("present", "resetPasswordForVirtualMachine", options={"password": "password"}, needs=("Stopped",)),
    ),
    refusals=(
        Refusal(
            "not password enabled",
            "vm",
            "Deploy it from a template that sets passwords (password_enabled), or use SSH keys.",
        ),
    ),
)
