# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Reading a cloud for the inventory: its lists side by side, so that it takes little longer than the lists alone."""

from __future__ import annotations

from functools import partial
from typing import Any, Mapping

from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.find import Finder
from ansible_collections.cloudstack.cloud.plugins.module_utils.info import EVERY_PROJECT, list_params
from ansible_collections.cloudstack.cloud.plugins.module_utils.pages import Question, distinct, read_lists
from ansible_collections.cloudstack.cloud.plugins.module_utils.project import tags_of
from ansible_collections.cloudstack.cloud.plugins.module_utils.resolve import Resolver
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.host import HOST
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.instance import INSTANCE
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.router import ROUTER
from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.system_vm import SYSTEM_VM
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import Resource

from .inventory_clouds import Cloud

RESOURCES: Mapping[str, Resource] = {"instances": INSTANCE, "hosts": HOST, "routers": ROUTER, "system_vms": SYSTEM_VM}
FORWARDS = "port_forwards"
"""Where the rules stand among what was read."""

LIFELESS = ("Destroyed", "Expunging")

Read = Mapping[str, "list[dict[str, Any]]"]
"""The rows of each source, as JSON can hold them."""


def read_cloud(cloud: Cloud, parallel: int, with_forwards: bool) -> Read:
    """Read the sources of a cloud.

    :param parallel: how many requests are under way at the same time.
    :param with_forwards: whether the port forwarding rules are needed, too.
    :raises CloudError: a filter names something that does not exist, or the server refuses.
    """
    connect = partial(Client, cloud.settings)
    asked = _questions(cloud, connect(), with_forwards)
    answers = read_lists(connect, [question for _source, question in asked], parallel)
    found: dict[str, list[dict[str, Any]]] = {source: [] for source in (*cloud.sources, FORWARDS)}
    for (source, _question), rows in zip(asked, answers):
        found[source].extend(rows)
    if "instances" in found:
        found["instances"] = _living(found["instances"], cloud)
    return {source: distinct(rows) for source, rows in found.items()}


def _questions(cloud: Cloud, client: Client, with_forwards: bool) -> list[tuple[str, Question]]:
    resolver = Resolver(client)
    asked: dict[str, tuple[str, Question]] = {}
    for search in cloud.searches:
        for source in cloud.sources:
            params = search if source == "instances" else _place(search)
            question = _question(cloud, resolver, RESOURCES[source], params)
            asked.setdefault(repr(question), (source, question))
        if with_forwards and "instances" in cloud.sources:
            owner = _asked(Finder(resolver, INSTANCE, _owner(search), loose=True))
            question = Question("listPortForwardingRules", {**owner, **_projects(cloud, True)}, "portforwardingrule")
            asked.setdefault(repr(question), (FORWARDS, question))
    return list(asked.values())


def _question(cloud: Cloud, resolver: Resolver, resource: Resource, params: Mapping[str, Any]) -> Question:
    finder = Finder(resolver, resource, params, loose=True)
    return Question(
        resource.list, {**resource.list_with, **_asked(finder), **_projects(cloud, resource.owned)}, resource.items
    )


def _asked(finder: Finder) -> dict[str, Any]:
    try:
        return list_params(finder)
    except OptionError as error:
        error.message = f"filter_by_{error.message}"
        raise


def _projects(cloud: Cloud, owned: bool) -> dict[str, Any]:
    return {"projectid": EVERY_PROJECT} if cloud.all_projects and owned else {}


def _owner(search: Mapping[str, Any]) -> dict[str, Any]:
    return {name: search[name] for name in ("domain", "account", "project", "list_all") if name in search}


def _place(search: Mapping[str, Any]) -> dict[str, Any]:
    """What a search for instances says to the other sources: the zone, and whose things they are."""
    owner = _owner(search)
    owner.pop("list_all", None)
    return {**owner, **({"zone": search["zone"]} if "zone" in search else {})}


def _living(rows: list[dict[str, Any]], cloud: Cloud) -> list[dict[str, Any]]:
    """The instances that have every tag that is asked for; those that are gone only where their state is asked for."""
    wanted = {one["key"]: one["value"] for one in cloud.searches[0].get("tags", ())}
    tagged = [row for row in rows if not wanted or wanted.items() <= tags_of(row).items()]
    return [row for row in tagged if cloud.any_state or row.get("state") not in LIFELESS]
