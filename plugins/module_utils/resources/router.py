# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Virtual routers of networks and VPCs. CloudStack makes them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..lifecycle import GONE, Move, Record, running
from ..spec import Action, Answer, Field, Flag, Knob, Ref, Resource, Via
from .host import HOST
from .network import NETWORK_REF
from .references import SYSTEM_OFFERING
from .vpc import VPC
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder


def _with_health(finder: Finder, record: Record) -> Record:
    """Read the results of the health checks when the task asks for them; fresh ones make the router check itself."""
    fresh = bool(finder.params.get("fresh_health_checks"))
    if not fresh and not finder.params.get("health_checks"):
        return record
    asked = {"routerid": record["id"], **({"performfreshchecks": True} if fresh else {})}
    answer = finder.resolver.client.call("getRouterHealthCheckResults", asked)
    found = answer.get("routerhealthchecks") or {}
    return {**record, "(healthchecks)": found.get("healthchecks") or []}


def _wants_restart(record: Record, options: Mapping[str, Any]) -> bool:
    if not options.get("only_if_required"):
        return True
    return bool(record.get("requiresupgrade") or record.get("healthchecksfailed"))


ROUTER = Resource(
    "router",
    list="listRouters",
    reads_with=("getRouterHealthCheckResults",),
    list_with={"listall": True},
    enrich=_with_health,
    owned=True,
    asynchronous=True,
    filters={
        "zone": "zoneid",
        "host": "hostid",
        "network": "networkid",
        "vpc": "vpcid",
        "router_state": "state",
        "health_checks_failed": "healthchecksfailed",
    },
    fields=(
        Field("name", required=True),
        Ref("zone", target=ZONE, fixed=True, scope=True),
        Ref(
            "service_offering",
            target=SYSTEM_OFFERING,
            late=True,
            via=Via("changeServiceForRouter", needs=("Stopped",)),
        ),
        Knob("force", default=False),
        Knob("only_if_required", default=False),
        Knob("health_checks", default=False),
        Knob("fresh_health_checks", default=False),
    ),
    answers=(
        Answer("created"),
        Answer("template_version", read="version"),
        Answer("software_version"),
        Answer("requires_upgrade", "bool"),
        Answer("redundant_state"),
        Answer("is_redundant", "bool", read="isredundantrouter"),
        Answer("role"),
        Answer("public_ip"),
        Answer("guest_ip_address"),
        Answer("link_local_ip"),
        Answer("network", read="guestnetworkname"),
        Answer("vpc", read="vpcname"),
        Answer("host", read="hostname"),
        Answer("pod", read="podname"),
        Answer("health_checks_failed", "bool"),
        Answer("health_check_results", "list", read="(healthchecks)"),
    ),
    lifecycle=running(
        goals={"started": ("Running",), "stopped": ("Stopped",), "restarted": ("Running",), "absent": (GONE,)},
        entails=("host", "link_local_ip"),
        moves=(
            Move("Running", "Stopped", "stopRouter", options={"forced": "force"}),
            Move("Stopped", "Running", "startRouter"),
            Move("Running", GONE, "destroyRouter"),
            Move("Stopped", GONE, "destroyRouter"),
        ),
    ),
    actions=(
        Action(
            "restarted",
            "rebootRouter",
            from_states=("Running",),
            options={"forced": "force"},
            needed=_wants_restart,
        ),
    ),
    info=(
        Ref("host", target=HOST, within=("zone",)),
        Ref("network", target=NETWORK_REF, within=("zone",)),
        Ref("vpc", target=VPC, within=("zone",)),
        Field("router_state", steers=True),
        Flag("health_checks_failed", steers=True),
        Knob("health_checks", default=False),
        Knob("fresh_health_checks", default=False),
    ),
)
