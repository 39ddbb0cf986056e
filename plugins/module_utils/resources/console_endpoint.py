# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The console of an instance: a URL that is good for one visit."""

from __future__ import annotations

from ..parts.of_instance import BY, PLACE, the_instance
from ..spec import Action, Answer, Field, Refusal, Resource

CONSOLE_ENDPOINT = Resource(
    "console_endpoint",
    list="listVirtualMachines",
    key=("vm",),
    list_key="",
    find=the_instance,
    owned=True,
    inherits_owner=True,
    id_option=False,
    fields=(*PLACE, Field("token", secret=True)),
    reveals=(Answer("url"), Answer("websocket", "dict")),
    actions=(Action("present", "createConsoleEndpoint", BY, options={"token": "token"}),),
    refusals=(
        Refusal("ready in a few minutes", "vm", "Repeat the task until it succeeds."),
        Refusal("not running|isn't running|state", "vm", "Start the instance first."),
    ),
)
