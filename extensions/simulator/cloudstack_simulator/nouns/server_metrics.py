"""Figures of the management server and the usage server. The simulator has neither: the figures are recorded ones."""

from __future__ import annotations

from typing import Any

from ..context import Context
from ..jobs import MANAGEMENT_SERVER
from ..model import hosts
from ..registry import command
from ..shape import date

FIGURES = {
    "availableprocessors": 2,
    "sessions": 0,
    "heapmemoryused": 500049408,
    "heapmemorytotal": 4294967296,
    "threadsblockedcount": 0,
    "threadsdaemoncount": 23,
    "threadsrunnablecount": 10,
    "threadsteminatedcount": 0,
    "threadstotalcount": 689,
    "threadswaitingcount": 591,
    "systemmemorytotal": "23.54 GB",
    "systemmemoryfree": "19.97 GB",
    "systemmemoryvirtualsize": "7.52 GB",
    "loginfo": "",
    "systemtotalcpucycles": 5192.196,
    "systemloadaverages": [1.46, 1.44, 1.92],
    "systemcycleusage": [475647, 84627, 373225],
    "dbislocal": True,
    "usageislocal": False,
    "cpuload": "60.02 %",
    "javadistribution": "Debian",
    "javaversion": "17.0.15+6-Debian-1deb12u1",
    "osdistribution": "Debian GNU/Linux 12 (bookworm)",
    "kernelversion": "6.18.44-fc-v657",
    "serviceip": "127.0.0.1",
    "ipaddress": "127.0.0.1",
}


@command("listManagementServersMetrics")
def management_servers(ctx: Context) -> dict[str, Any]:
    """The one management server, with the agents that it has."""
    agents = [host["id"] for host in ctx.store.all("host")]
    started = date(ctx.simulator.started)
    server = {
        **FIGURES,
        "agentcount": len(agents),
        "collectiontime": ctx.now(),
        "id": MANAGEMENT_SERVER["managementserverid"],
        "name": MANAGEMENT_SERVER["managementservername"],
        "state": "Up",
        "version": hosts.VERSION,
        "lastserverstart": started,
        "lastserverstop": started,
        "lastboottime": started,
        "lastagents": agents,
        "agents": agents,
        "agentscount": len(agents),
        "pendingjobscount": sum(not job["_internal"] for job in ctx.jobs.pending()),
    }
    return ctx.list([server], lambda record: record, key="managementserver")


@command("listUsageServerMetrics")
def usage_server(ctx: Context) -> dict[str, Any]:
    """There is no usage server."""
    return {
        "usageMetrics": {
            "collectiontime": ctx.now(),
            "hostname": "N/A",
            "state": "Down",
            "lastsuccessfuljob": date(0),
        }
    }


@command("listVirtualMachinesUsageHistory")
def usage_history(ctx: Context) -> dict[str, Any]:
    """The instances; nobody gathers their figures."""
    found = ctx.owned(ctx.store.all("virtualmachine"))
    return ctx.list(
        found,
        lambda instance: {"id": instance["id"], "name": instance["instancename"], "stats": []},
        key="virtualmachine",
    )
