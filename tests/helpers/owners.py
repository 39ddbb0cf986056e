"""Whose the things of a test are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cloudstack_simulator.context import Owner
from cloudstack_simulator.jobs import AtOnce
from cloudstack_simulator.model import owners


def of_a_project(simulator: Any, records: Iterable[dict[str, Any]]) -> None:
    """Give records of the store to a project, whose things nobody sees who does not ask for those of projects."""
    policy, simulator.jobs.policy = simulator.jobs.policy, AtOnce()
    status, _body = simulator.request("createProject", name="of-others", displaytext="of others")
    simulator.jobs.policy = policy
    assert status == 200
    store = simulator.store
    project = store.first("project", name="of-others")
    account = store.need("account", project["_accountid"])
    stamp = owners.stamp(Owner(account, store.need("domain", project["domainid"]), project))
    for record in records:
        owners.give_back(record)
        record.update(stamp)
