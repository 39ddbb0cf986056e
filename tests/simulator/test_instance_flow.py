"""The recorded life of an instance, replayed in the zone that the flow `zone-advanced` builds."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
from replay import FLOWS, Replay, Result, Step

from cloudstack_simulator import Simulator

ZONE, FLOW = "zone-advanced", "instance-lifecycle"
RECORDED, TOTAL = 320, 220

# The statistics collector ran once in the recording: between the steps 169 (39.2 s) and 174 (39.6 s).
COLLECTED_AT = 39.4
MINUTE = 60.0

# What the recorded server held already, and what the flow meets of it.
USER_DATA = {"name": "ud-a2", "userdata": "I2Nsb3VkLWNvbmZpZwo="}
OBJECT_STORE = {"name": "os-a2", "provider": "Simulator", "url": "http://10.147.28.7/os"}

# Lists in which the recorded server also had things of other zones and sessions.
SHARED_LISTS = {210, 211, 231, 238, 241, 244}
# What a server chooses, counts or dates; everything else has the recorded value.
CHOSEN = {
    "fingerprint", "privatekey", "PublicKey", "instancename", "name", "entityname", "lastupdated", "allocated",
    "attached", "startdate", "broadcasturi", "isolationuri", "macaddress",
}  # fmt: skip
# Figures of hosts and pools that the recorded server gathers by the minute.
GATHERED = {
    "cpuallocated", "cpuallocatedpercentage", "cpuallocatedvalue", "cpuallocatedwithoverprovisioning",
    "memoryallocated", "memoryallocatedbytes", "memoryallocatedpercentage", "disksizeallocated",
}  # fmt: skip
QUOTES_AN_INSTANCE = re.compile(r"i-2-\d+-VM|IPAddress")


class TimedReplay(Replay):
    """A replay in which the simulator's clock stands where the recording's stood at each step."""

    def __init__(self) -> None:
        self._now = 1_800_000_000.0
        with gzip.open(FLOWS / f"{FLOW}.jsonl.gz", "rt", encoding="utf-8") as source:
            self._at = [json.loads(line)["at"] for line in source]
        self._start: float | None = None
        self.cloud = Simulator(api_key="k", secret_key="s", strict=True, clock=lambda: self._now)
        super().__init__(self.cloud)

    def begin(self) -> None:
        """From here on the steps' own times count."""
        self._start = (self._now // MINUTE + 2) * MINUTE - COLLECTED_AT

    def _send(self, step: Step) -> tuple[int, Any]:
        if self._start is not None:
            self._now = self._start + self._at[step.number]
        return super()._send(step)


@pytest.fixture(scope="module")
def replayed() -> tuple[TimedReplay, Result]:
    """The replay after both flows, and the result of the second."""
    replay = TimedReplay()
    built = replay.run(ZONE)
    assert built.mismatches == []
    for command, params in (("registerUserData", USER_DATA), ("addObjectStoragePool", OBJECT_STORE)):
        status, body = replay.cloud.request(command, **params)
        assert status == 200, body
    replay.begin()
    return replay, replay.run(FLOW)


def test_every_step_answers_as_recorded(replayed: tuple[TimedReplay, Result], capsys: Any) -> None:
    replay, result = replayed
    with capsys.disabled():
        print(f"\n{result.report()} (of {RECORDED} recorded exchanges, the polls of one job counted once)", end="")
    assert len(replay._at) == RECORDED
    assert (result.matched, result.total) == (TOTAL, TOTAL)
    assert replay.cloud.defects == []


def test_what_the_server_does_not_choose_has_the_recorded_value(replayed: tuple[TimedReplay, Result]) -> None:
    different = []
    for mismatch in replayed[1].values:
        leaf = mismatch.what.partition(": ")[0].replace("[]", "").rpartition(".")[2]
        quoted = leaf == "errortext" and QUOTES_AN_INSTANCE.search(mismatch.what)
        if mismatch.step.number not in SHARED_LISTS and leaf not in CHOSEN | GATHERED and not quoted:
            different.append(str(mismatch))
    assert different == []


def test_the_flow_leaves_nothing_of_its_own(replayed: tuple[TimedReplay, Result]) -> None:
    store = replayed[0].cloud.store
    kinds = ("virtualmachine", "nic", "network", "vpc", "router", "firewallrule", "portforwardingrule", "sshkeypair")
    assert {kind: store.count(kind) for kind in kinds} == dict.fromkeys(kinds, 0)
    assert [a["ipaddress"] for a in store.all("publicipaddress") if not a.get("issystem")] == []
