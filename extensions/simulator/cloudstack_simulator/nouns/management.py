"""The management server: itself, its database, and how much of everything it manages."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from typing import Any

from .. import errors
from ..context import Context
from ..jobs import PENDING
from ..registry import command
from ..shape import date, public
from ..store import Record
from .administration import recorded

KIND = "managementserver"
STARTED = time.time()
UNCHANGED = {"backuprepositories": "backuprepository", "objectstores": "objectstore", "imagestores": "imagestore"}
COUNTED = {"zones": "zone", "pods": "pod", "clusters": "cluster", "hosts": "host", "storagepools": "storagepool",
           **UNCHANGED, "systemvms": "systemvm", "routers": "router", "ilbvms": "internallbvm"}  # fmt: skip


def servers(ctx: Context) -> list[Record]:
    """The management servers: the one that answers, and those that were put beside it."""
    if not ctx.store.all(KIND):
        ctx.store.add(KIND, dict(recorded()[KIND]))
    return ctx.store.all(KIND)


def agents_of(ctx: Context) -> list[str]:
    """The hosts that are connected."""
    return [host["id"] for host in ctx.store.all("host") if host["state"] == "Up"]


@command("listManagementServers")
def list_servers(ctx: Context) -> dict[str, Any]:
    """The management servers; the one that answers has the hosts that are connected."""
    agents = agents_of(ctx)
    jobs = [job for job in ctx.store.where("job", jobstatus=PENDING) if not job["_internal"]]
    facts = {
        "lastserverstart": date(STARTED),
        "lastboottime": date(STARTED),
        "lastagents": [],
        "agents": agents,
        "agentscount": len(agents),
        "pendingjobscount": len(jobs),
    }
    others = {"agents": [], "agentscount": 0, "pendingjobscount": 0}
    first = servers(ctx)[0]

    def show(server: Record) -> dict[str, Any]:
        return {**public(server), **facts, **({} if server is first else others)}

    return ctx.list(servers(ctx), show, ("version",), key=KIND)


@command("listInfrastructure")
def list_infrastructure(ctx: Context) -> dict[str, Any]:
    """How many of each kind there are."""
    counts = {word: ctx.store.count(kind) for word, kind in COUNTED.items()}
    alerts = len([alert for alert in ctx.store.all("alert") if not alert["_archived"]])
    return {"infrastructure": {**counts, "cpusockets": 0, "managementservers": 1, "alerts": alerts}}


@command("listDbMetrics")
def list_database(ctx: Context) -> dict[str, Any]:
    """The database behind the server. The simulator keeps its records in memory: queries are the calls it got."""
    return {
        "dbMetrics": {
            "collectiontime": ctx.now(),
            "hostname": "localhost",
            "replicas": ["localhost"],
            "connections": 1,
            "uptime": int(time.time() - STARTED),
            "version": "none",
            "versioncomment": "in memory",
            "queries": len(ctx.simulator.calls),
            "dbloadaverages": [0.0, 0.0, 0.0],
        }
    }


@command("getCloudIdentifier")
def get_identifier(ctx: Context) -> dict[str, Any]:
    """The cloud's own id, signed for one user."""
    user = ctx.store.get("user", ctx.params["userid"])
    if user is None:
        raise errors.bad_value(ctx.command.word, "userid", ctx.params["userid"])
    secret = user.get("_secretkey") or ctx.simulator.secret_key
    digest = hmac.new(secret.encode(), recorded()["cloudidentifier"].encode(), hashlib.sha1).digest()
    return {
        "cloudidentifier": {
            "cloudidentifier": recorded()["cloudidentifier"],
            "signature": base64.b64encode(digest).decode(),
        },
    }
