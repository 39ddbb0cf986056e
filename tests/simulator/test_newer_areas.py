"""The recorded session in newer areas, replayed in the cloud that a zone's bring-up and an instance's life left."""

from __future__ import annotations

from typing import Any

import pytest
from replay import Replay, Result
from test_instance_flow import OBJECT_STORE, USER_DATA, TimedReplay

FLOW = "newer-areas"
RECORDED, TOTAL = 210, 161
ADDRESSES = {"publicipaddress", "freeipaddress"}


def asked(cloud: Any, command: str, **params: Any) -> dict[str, Any]:
    """The content of an answer; of the job's result for an asynchronous command."""
    status, body = cloud.request(command, **params)
    assert status == 200, body
    content = next(iter(body.values()))
    if "jobid" not in content:
        return content
    for _ in range(3):
        done = cloud.request("queryAsyncJobResult", jobid=content["jobid"])[1]["queryasyncjobresultresponse"]
    assert done["jobstatus"] == 1, done
    return done["jobresult"]


def prepare(cloud: Any) -> None:
    """What the recorded server held besides.

    It had been restarted, so its agents had connected again and their GPUs were known. It had other networks and
    VPCs with routers. Its planner took the second host; here an instance on the first one makes it the better choice.
    """
    (zone,) = cloud.store.all("zone")
    hosts = cloud.store.all("host")
    for host in hosts:
        asked(cloud, "reconnectHost", id=host["id"])
    for _ in range(8):
        cloud.request("listHosts")
    assert {host["state"] for host in hosts} == {"Up"}
    isolated = cloud.store.first("networkoffering", name="DefaultIsolatedNetworkOfferingWithSourceNatService")
    made = asked(cloud, "createNetwork", name="net-0", zoneid=zone["id"], networkofferingid=isolated["id"])
    template = next(t for t in cloud.store.all("template") if t["templatetype"] == "BUILTIN")
    size = cloud.store.first("serviceoffering", name="Small Instance")
    asked(cloud, "deployVirtualMachine", name="vm-0", zoneid=zone["id"], templateid=template["id"],
          serviceofferingid=size["id"], networkids=made["network"]["id"], hostid=hosts[0]["id"])  # fmt: skip
    offering = cloud.store.first("vpcoffering", name="Default VPC offering")
    asked(cloud, "createVPC", name="vpc-0", displaytext="v", cidr="10.9.0.0/16", zoneid=zone["id"],
          vpcofferingid=offering["id"])  # fmt: skip


@pytest.fixture(scope="module")
def replayed() -> tuple[Replay, Result]:
    """The replay after the flows before it, and its result. Two of its steps send parameters that do not exist."""
    replay = TimedReplay()
    replay.run("zone-advanced")
    asked(replay.cloud, "registerUserData", **USER_DATA)
    asked(replay.cloud, "addObjectStoragePool", **OBJECT_STORE)
    replay.begin()
    replay.run("instance-lifecycle")
    prepare(replay.cloud)
    replay.cloud.strict = False
    return replay, Replay.run(TimelessReplay(replay), FLOW)


class TimelessReplay(Replay):
    """Goes on with what another replay learned of things that are still there, by the clock as it stands.

    Addresses are forgotten: which one is the next free one depends on what `prepare` made.
    """

    def __init__(self, before: TimedReplay) -> None:
        super().__init__(before.cloud)
        store = before.cloud.store
        self._words = {word: held for word, held in before._words.items() if set(store.kinds_of(held)) - ADDRESSES}


def test_every_step_answers_as_recorded(replayed: tuple[Replay, Result], capsys: Any) -> None:
    replay, result = replayed
    with capsys.disabled():
        print(f"\n{result.report()} (of {RECORDED} recorded exchanges, the polls of one job counted once)", end="")
    assert (result.matched, result.total) == (TOTAL, TOTAL)
    assert replay._simulator.defects == []
