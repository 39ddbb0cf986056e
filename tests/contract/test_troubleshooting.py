"""Each message that the guide explains is one that a task really shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from cloudstack_simulator import jobs
from contract import connections
from contract.catalogue import load
from contract.connections import connected
from contract.tenants import acting_as
from contract.world import Tasks
from helpers.collection import ROOT

GUIDE = (ROOT / "docs" / "guides" / "troubleshooting.md").read_text(encoding="utf-8")
FOR_TIERS = "DefaultIsolatedNetworkOfferingForVpcNetworks"
HEADINGS = re.findall(r"^### `(.*)`$", GUIDE, re.MULTILINE)


def not_allowed(tasks: Tasks) -> None:
    with acting_as(tasks, "reader"):
        tasks.run("zone", {"name": "zone-9", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"})


def never_ends(tasks: Tasks) -> None:
    connected(tasks, job_timeout=1)
    with_policy(jobs.Never(), tasks)


def does_not_succeed(tasks: Tasks) -> None:
    with_policy(jobs.Fail("Insufficient capacity"), tasks)


def with_policy(policy: Any, tasks: Tasks) -> None:
    before, tasks.simulator.jobs.policy = tasks.simulator.jobs.policy, policy
    try:
        tasks.run("instance", {"name": "web-1", "zone": "zone-1", "state": "restarted"})
    finally:
        tasks.simulator.jobs.policy = before


def one_name_twice(tasks: Tasks) -> None:
    for _once in range(2):
        tasks.simulator.request("createDiskOffering", name="Twice", displaytext="Twice", disksize="5")
    tasks.run("disk_offering", {"name": "Twice", "state": "absent"})


def needs_a_stop(tasks: Tasks) -> None:
    tasks.run("affinity_group", {"name": "apart", "affinity_type": "host anti-affinity"})
    tasks.run("instance", {"name": "web-1", "zone": "zone-1", "affinity_groups": ["apart"]})


def task(module: str, **options: Any) -> Callable[[Tasks], Any]:
    return lambda tasks: tasks.run(module, options)


PROVOKED: dict[str, Callable[[Tasks], Any]] = {
    **connections.PROVOKED,
    "The role of this API key": not_allowed,
    "did not end within": never_ends,
    "Check the spelling": task("pod", name="pod-1", zone="zone-9"),
    "answer to": one_name_twice,
    "CloudStack sets it only when": task("zone", name="zone-1", network_type="Basic"),
    "is needed to create": task("zone", name="zone-9"),
    "only in another state": needs_a_stop,
    "Remove what the zone still holds first": task("zone", name="zone-1", state="absent"),
    "or choose": task("network", name="tier", zone="zone-1", network_offering=FOR_TIERS),
    "does not say why": lambda tasks: load("client").done("deleteZone", {"success": "false"}),
    "the job of … failed": does_not_succeed,
}


@pytest.fixture(autouse=True)
def own_connection(tasks: Tasks):
    before = tasks.client
    yield
    tasks.client = before


def meant(heading: str) -> re.Pattern[str]:
    """A heading as what it stands for: an ellipsis is any text, and so is the end."""
    return re.compile(".*".join(map(re.escape, heading.split("…"))) + ".*", re.DOTALL)


def test_every_heading_is_provoked() -> None:
    assert [[words for words in PROVOKED if words in heading] for heading in HEADINGS] == [
        [words] for words in PROVOKED
    ]


@pytest.mark.parametrize("words", PROVOKED)
def test_the_message_is_the_heading(words: str, tasks: Tasks) -> None:
    heading = next(heading for heading in HEADINGS if words in heading)
    assert meant(heading).fullmatch(said(PROVOKED[words], tasks))


def said(provoke: Callable[[Tasks], Any], tasks: Tasks) -> str:
    """The message of the error, or of the warnings where there is none."""
    try:
        return "\n".join(provoke(tasks))
    except load("errors").CloudError as failed:
        return str(failed.message)


def test_every_text_of_the_connection_has_a_heading() -> None:
    """Some words of a heading stand, one after the other, in each text that it is about."""
    pieces = {piece.strip(" .,()'") for heading in HEADINGS for piece in re.split("…|: ", heading)}
    marks = [piece for piece in pieces if " " in piece]
    texts = [text for name in connections.FILES for text in sorted(connections.texts(name))]
    assert len(texts) > 20
    assert {one for one in texts if not any(mark in one for mark in marks)} == connections.PARTS
