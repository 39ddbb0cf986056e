"""Each example builds, command for command, the zone that was recorded on a real server; again it changes nothing."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from helpers.recording import Step, recorded_steps, sent_steps
from helpers.zones import EXAMPLES, example

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.zone"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yml"))

EXPRESS = frozenset(
    [("createVlanIpRange", ("forsystemvms", "false")), ("createStoragePool", ("provider", "DefaultPrimary"))]
)
"""What the modules say expressly and the recording left to the server's defaults."""

NAMING = "updateHost"
"""The recording leaves the hosts' names to the server; the role gives them names, to find them again."""

ACCEPTED_HERE = {"basic": {"createVlanIpRange"}}
"""Refused on the recorded server, which held a portable range with the tag `untagged`; a fresh cloud takes it."""


def expected(name: str) -> Counter[Step]:
    flow = f"zone-{name}"
    refused = recorded_steps(flow, refused=True)
    accepted = {step: count for step, count in refused.items() if step[0] in ACCEPTED_HERE.get(name, ())}
    return recorded_steps(flow) + Counter(accepted)


def comparable(sent: Counter[Step]) -> Counter[Step]:
    found: Counter[Step] = Counter()
    for (command, params), count in sent.items():
        found[command, frozenset(one for one in params if (command, one) not in EXPRESS)] += count
    return found


def hosts_of(variables: dict[str, Any]) -> set[str]:
    return {
        host["name"]
        for pod in variables["zone_tree"]["pods"]
        for cluster in pod["clusters"]
        for host in cluster["hosts"]
    }


@pytest.mark.parametrize("name", NAMES)
def test_an_example_builds_the_recorded_zone(name, simulator, run_playbook):
    variables = example(name)
    first = run_playbook(PLAYBOOK, variables)
    assert first.rc == 0, first.stdout + first.stderr
    sent = comparable(sent_steps(simulator))
    naming = {step for step in sent if step[0] == NAMING}
    assert {dict(params)["name"] for _, params in naming} == hosts_of(variables)
    assert Counter({step: count for step, count in sent.items() if step not in naming}) == expected(name)

    simulator.clear_calls()
    second = run_playbook(PLAYBOOK, variables)
    assert (second.rc, second.changed, simulator.writes) == (0, 0, 0), second.stdout + second.stderr

    simulator.clear_calls()
    drift = run_playbook(PLAYBOOK, variables, check=True, diff=True)
    assert (drift.rc, drift.changed, simulator.writes) == (0, 0, 0), drift.stdout + drift.stderr
    assert [task.task for task in drift.tasks if task.diff] == []


def test_there_is_an_example_for_every_recorded_zone():
    assert NAMES == [
        "advanced",
        "advanced-four-networks",
        "advanced-security-groups",
        "basic",
        "edge",
        "local-storage",
    ]


def test_the_comparison_sees_another_value():
    recorded = recorded_steps("zone-advanced")
    command, params = next(step for step in recorded if step[0] == "createPod")
    other = recorded - Counter([(command, params)])
    other[command, params - {("name", "pod1")} | {("name", "pod2")}] += 1
    assert other != recorded
