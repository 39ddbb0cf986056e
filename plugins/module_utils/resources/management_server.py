# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Management servers: their maintenance and their end. They make themselves known."""

from __future__ import annotations

from ..lifecycle import GONE, Lifecycle, Move
from ..spec import Answer, Choice, Field, Flag, Knob, Refusal, Resource

BY_ID = {"managementserverid": "id"}
MANAGEMENT_SERVER_REF = Resource("management_server", list="listManagementServers", fields=(Field("name"),))

MANAGEMENT_SERVER = Resource(
    "management_server",
    list="listManagementServers",
    fields=(
        Field("name", required=True),
        Choice("algorithm", ("static", "roundrobin", "shuffle"), steers=True),
        Knob("force", default=False),
        Knob("rebalance"),
    ),
    answers=(
        Answer("version"),
        Answer("service_ip"),
        Answer("agents_count", "int"),
        Answer("pending_jobs_count", "int"),
        Answer("java_distribution"),
        Answer("java_version"),
        Answer("kernel_version"),
        Answer("os_distribution"),
        Answer("last_boot_time"),
        Answer("last_server_start"),
        Answer("last_server_stop"),
        Answer("peers", "list"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        words={
            "Up": "up",
            "Down": "down",
            "Maintenance": "maintenance",
            "ReadyToShutDown": "ready_to_shut_down",
            "ShuttingDown": "shut_down",
        },
        initial="Up",
        goals={
            "up": ("Up",),
            "maintenance": ("Maintenance",),
            "ready_to_shut_down": ("ReadyToShutDown",),
            "shut_down": ("ShuttingDown", "Down"),
        },
        transient={"PreparingForMaintenance": "Maintenance", "PreparingForShutDown": "ReadyToShutDown"},
        entails=("agents_count", "pending_jobs_count"),
        moves=(
            Move(
                "Up",
                "Maintenance",
                "prepareForMaintenance",
                by=BY_ID,
                options={"algorithm": "algorithm", "forced": "force"},
            ),
            Move("Maintenance", "Up", "cancelMaintenance", by=BY_ID, options={"rebalance": "rebalance"}),
            Move("Up", "ReadyToShutDown", "prepareForShutdown", by=BY_ID),
            Move("ReadyToShutDown", "Up", "cancelShutdown", by=BY_ID),
            Move("ReadyToShutDown", "ShuttingDown", "triggerShutdown", by=BY_ID),
            Move("Maintenance", "ShuttingDown", "triggerShutdown", by=BY_ID),
            Move("Down", GONE, "removeManagementServer"),
        ),
    ),
    info=(Field("version", steers=True), Flag("peers", steers=True)),
    filters={"version": "version", "peers": "peers"},
    refusals=(Refusal("less than 2|no other|only one", "state", "Another management server must be up to take over."),),
)
