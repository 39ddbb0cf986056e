"""The event source gives what is new, once and in order, to the queue of a rulebook."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml

EDA = Path(__file__).resolve().parents[2] / "extensions" / "eda"
ALERT = {"type": 7, "name": "ALERT.COMPUTE.HOST", "description": "Host is down, name: host-1"}
FEW = 5.0
"""Seconds that something may take that should come at once."""


@pytest.fixture(scope="module")
def source() -> ModuleType:
    """The plugin, loaded by its path as rulebooks load it."""
    spec = importlib.util.spec_from_file_location("events", EDA / "plugins" / "event_source" / "events.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def args(cloud: Any) -> dict[str, Any]:
    words = zip(("api_url", "api_key", "api_secret"), cloud.environment.values(), strict=True)
    return {**dict(words), "interval": 0.02}


def given(
    source: ModuleType, cloud: Any, args: Mapping[str, Any], act: Callable[[], Any], count: int
) -> list[dict[str, Any]]:
    """What the source gives of what happens after its first look."""

    async def run() -> list[dict[str, Any]]:
        queue: asyncio.Queue[Any] = asyncio.Queue()
        task = asyncio.create_task(source.main(queue, dict(args)))
        looks = {source.LISTS[kind][0] for kind in args.get("kinds", source.LISTS)}
        while not task.done() and not looks <= {call.command for call in cloud.simulator.calls}:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        act()
        items = [await asyncio.wait_for(queue.get(), FEW) for _ in range(0 if task.done() else count)]
        await asyncio.sleep(0.1)
        if task.done():
            task.result()
        task.cancel()
        assert queue.empty()
        return items

    cloud.simulator.clear_calls()
    return asyncio.run(run())


def alert(cloud: Any, **other: Any) -> None:
    job = next(iter(cloud.simulator.request("generateAlert", **{**ALERT, **other})[1].values()))
    for _look in range(2):
        cloud.simulator.request("queryAsyncJobResult", jobid=job["jobid"])


def account(cloud: Any, *names: str) -> None:
    """Make accounts, each of which leaves events behind."""
    user = {"password": "not-a-real-one", "email": "a@example.com", "firstname": "a", "lastname": "b"}
    for name in names:
        assert cloud.simulator.request("createAccount", username=name, accounttype="0", **user)[0] == 200


def events(cloud: Any) -> list[dict[str, Any]]:
    """All events there are, the oldest first."""
    answer = next(iter(cloud.simulator.request("listEvents", listall="true")[1].values()))
    return list(reversed(answer.get("event", [])))


def test_new_events_come_once_and_in_order(source: ModuleType, cloud: Any, args: dict[str, Any]) -> None:
    account(cloud, "before")
    old = len(events(cloud))
    assert old
    found = given(source, cloud, {**args, "kinds": ["events"]}, lambda: account(cloud, "one", "two"), old * 2)
    assert [item["cloudstack"]["id"] for item in found] == [event["id"] for event in events(cloud)[old:]]
    assert {item["cloudstack"]["kind"] for item in found} == {"event"}


def test_the_example_reacts_to_a_host_that_is_down(source: ModuleType, cloud: Any, args: dict[str, Any]) -> None:
    rulebook = yaml.safe_load((EDA / "rulebooks" / "host_down.yml").read_text(encoding="utf-8"))[0]
    options = rulebook["sources"][0]["cloudstack.cloud.events"]
    rule = rulebook["rules"][0]

    def act() -> None:
        alert(cloud, type=10, name="ALERT.SERVICE.CONSOLEPROXY")
        alert(cloud)

    found = given(source, cloud, {**options, **args}, act, 2)
    fires = [
        eval(rule["condition"], {"event": SimpleNamespace(cloudstack=SimpleNamespace(**item["cloudstack"]))})
        for item in found
    ]
    assert fires == [False, True]
    assert found[1]["cloudstack"]["description"] == ALERT["description"]


def test_types_and_levels_choose_events(source: ModuleType, cloud: Any, args: dict[str, Any]) -> None:
    def act() -> None:
        account(cloud, "one")
        alert(cloud)

    kind = {**args, "event_types": ["ACCOUNT.CREATE"], "levels": ["ERROR"]}
    assert [item["cloudstack"]["kind"] for item in given(source, cloud, kind, act, 1)] == ["alert"]
    cloud.simulator.request("archiveAlerts", type="ALERT.COMPUTE.HOST")
    chosen = given(source, cloud, {**args, "event_types": ["ACCOUNT.CREATE"]}, lambda: account(cloud, "two"), 1)
    assert chosen[0]["cloudstack"]["type"] == "ACCOUNT.CREATE"


def test_a_mark_file_tells_what_came_in_between(
    source: ModuleType, cloud: Any, args: dict[str, Any], tmp_path: Path
) -> None:
    marked = {**args, "kinds": ["alerts"], "mark_file": str(tmp_path / "mark")}
    alert(cloud, description="before")
    assert given(source, cloud, marked, lambda: None, 0) == []
    alert(cloud, description="between")
    found = given(source, cloud, marked, lambda: alert(cloud, description="after"), 2)
    assert [item["cloudstack"]["description"] for item in found] == ["between", "after"]
    assert set(json.loads((tmp_path / "mark").read_text())) == {"alerts"}
    assert [path.name for path in tmp_path.glob("mark*")] == ["mark"]


def test_a_cloud_that_does_not_answer_for_a_while_loses_nothing(
    source: ModuleType, cloud: Any, args: dict[str, Any]
) -> None:
    def act() -> None:
        for nth in range(1, 3):
            cloud.simulator.faults.add("close_before", "listAlerts", nth=nth)
        alert(cloud)

    assert len(given(source, cloud, {**args, "kinds": ["alerts"]}, act, 1)) == 1


def test_more_than_a_page_is_new(source: ModuleType) -> None:
    rows = [{"id": str(number), "created": f"2026-01-01T00:{number // 60:02}:00"} for number in range(1800)]

    class Client:
        held = rows[:100]

        def page(self, command: str, params: Any, number: int, items: str) -> Any:
            newest = self.held[::-1]
            return newest[(number - 1) * 500 : number * 500], len(newest)

    client = Client()
    watch = source.Watch(client, "events", source.OPTIONS, None)
    assert watch.look() == []
    client.held = rows
    assert [item["cloudstack"]["id"] for item in watch.look()] == [row["id"] for row in rows[100:]]
    assert watch.look() == []


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"kind": "alerts"}, "kind: there is no such option"),
        ({"kinds": ["rumours"]}, "kinds: 'rumours' is not one of events, alerts"),
        ({"interval": 0}, "interval: '0' is not a number of seconds"),
        ({"api_key": "wrong"}, "Check api_key"),
    ],
)
def test_bad_input_ends_it_with_an_error(
    source: ModuleType, cloud: Any, args: dict[str, Any], bad: dict[str, Any], message: str
) -> None:
    with pytest.raises(Exception, match=message) as caught:
        asyncio.run(asyncio.wait_for(source.main(asyncio.Queue(), {**args, **bad}), FEW))
    assert args["api_secret"] not in str(caught.value)


def test_a_file_that_is_no_mark_is_left_alone(source: ModuleType, args: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "mark").write_text("[1, 2", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mark_file: .* holds something else"):
        asyncio.run(source.main(asyncio.Queue(), {**args, "mark_file": str(tmp_path / "mark")}))
    assert (tmp_path / "mark").read_text(encoding="utf-8") == "[1, 2"
