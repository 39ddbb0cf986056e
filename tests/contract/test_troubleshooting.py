"""Each message that the guide explains is one that a task really shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from cloudstack_simulator import jobs
from contract.catalogue import load
from contract.tenants import acting_as
from contract.world import KEY, SECRET, Tasks
from helpers.collection import ROOT

GUIDE = (ROOT / "docs" / "guides" / "troubleshooting.md").read_text(encoding="utf-8")
FOR_TIERS = "DefaultIsolatedNetworkOfferingForVpcNetworks"
HEADINGS = re.findall(r"^### `(.*)`$", GUIDE, re.MULTILINE)


def connected(tasks: Tasks, url: str = "", secret: str = SECRET, job_timeout: int = 3600) -> None:
    """Let the tasks run over another connection."""
    settings = load("settings").Settings(url or tasks.client.settings.url, KEY, secret, job_timeout=job_timeout)
    tasks.client = load("client").Client(settings, sleep=lambda seconds: None)


def without_settings(tasks: Tasks) -> None:
    load("settings").settings({}, environ={"HOME": "/nonexistent"})


def nobody_there(tasks: Tasks) -> None:
    connected(tasks, url="http://127.0.0.1:1/client/api")
    tasks.info("zone", {})


def wrong_secret(tasks: Tasks) -> None:
    connected(tasks, secret="of another key")
    tasks.info("zone", {})


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
    "api_url is missing": without_settings,
    "no connection to": nobody_there,
    "Check api_key, api_secret": wrong_secret,
    "The role of this API key": not_allowed,
    "did not end within": never_ends,
    "there is no": task("pod", name="pod-1", zone="zone-9"),
    "answer to": one_name_twice,
    "CloudStack sets it only when": task("zone", name="zone-1", network_type="Basic"),
    "is needed to create": task("zone", name="zone-9"),
    "only in another state": needs_a_stop,
    "Remove what the zone still holds first": task("zone", name="zone-1", state="absent"),
    "or choose": task("network", name="tier", zone="zone-1", network_offering=FOR_TIERS),
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
    with pytest.raises(load("errors").CloudError) as failed:
        PROVOKED[words](tasks)
    assert meant(heading).fullmatch(failed.value.message), failed.value.message
