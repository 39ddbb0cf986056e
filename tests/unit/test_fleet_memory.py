"""What a fleet remembers: whole lists, promises, what is buried, and what it cannot be sure of."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from contract.catalogue import load

memory = load("fleet.memory")
registry = load("registry")
entries = load("fleet.entries")
NETWORK, INSTANCE = registry.KINDS["network"], registry.KINDS["instance"]
PROVIDER, VOLUME = registry.KINDS["network_service_provider"], registry.KINDS["volume"]


class Answers:
    """A client that gives the same rows to every list and notes what it was asked."""

    def __init__(self, *rows: dict[str, Any], seconds: float = 0.0) -> None:
        self.rows = list(rows)
        self.asked: list[dict[str, Any]] = []
        self.seconds = seconds
        self.count = 0
        self.sized = 0
        self.page_size = 500

    def call(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        self.sized += 1
        return {"count": self.count or len(self.rows)}

    def list(self, command: str, params: dict[str, Any], items: str = "") -> list[dict[str, Any]]:
        self.asked.append({"command": command, **params})
        time.sleep(self.seconds)
        return list(self.rows)


def entry(name: str, **options: Any) -> Any:
    return entries.entries([{"network": {"zone": "zone-1", "name": name, **options}}], "present")[0]


def test_of_many_everything_is_asked_for_once() -> None:
    client = Answers({"id": "1", "name": "One"}, {"id": "2", "name": "two"}, {"id": "3", "name": "two"})
    known = memory.Memory(client, {"listNetworks": 3})
    assert [row["id"] for row in known.rows(NETWORK, {"name": "one"})] == ["1"]
    assert [row["id"] for row in known.rows(NETWORK, {"name": "two"})] == ["2", "3"]
    assert known.rows(NETWORK, {"name": "three"}) == []
    assert client.asked == [{"command": "listNetworks"}]
    assert client.sized == 1


@pytest.mark.parametrize(("count", "whole"), [(1500, True), (1501, False)])
def test_a_list_of_more_pages_than_entries_is_not_read_whole(count: int, whole: bool) -> None:
    client = Answers({"id": "1", "name": "one"})
    client.count = count
    known = memory.Memory(client, {"listNetworks": 3})
    for name in ("one", "two", "three"):
        known.rows(NETWORK, {"name": name})
    assert len(client.asked) == (1 if whole else 3)
    assert client.sized == 1


def test_of_few_each_is_asked_for() -> None:
    client = Answers({"id": "1", "name": "one"})
    known = memory.Memory(client)
    known.rows(NETWORK, {"name": "one"})
    known.rows(NETWORK, {"name": "one"})
    known.rows(NETWORK, {"name": "two"})
    assert [asked["name"] for asked in client.asked] == ["one", "two"]


def test_what_is_promised_stands_among_the_rows_and_in_promised_places() -> None:
    client = Answers()
    known = memory.Memory(client)
    given = load("resolve").Given
    known.promise(NETWORK, "new", {"name": "new"}, {"zone": given("z", "zone-1")}, {})
    found = known.rows(NETWORK, {"name": "new"})
    assert [(row["name"], row["zoneid"]) for row in found] == [("new", "z")]
    assert found[0]["id"].startswith(memory.PROMISED)
    assert known.rows(NETWORK, {"name": "other"}) == []
    assert not known.unsure
    asked = len(client.asked)
    assert known.rows(INSTANCE, {"networkid": found[0]["id"]}) == []
    assert len(client.asked) == asked, "the server was asked about what is not there"
    assert known.unsure


def test_what_is_promised_elsewhere_is_not_what_is_asked_about() -> None:
    gateway, given = registry.KINDS["vpn_gateway"], load("resolve").Given
    known = memory.Memory(Answers())
    for vpc in ("one", "two"):
        known.promise(gateway, vpc, {"vpc": vpc}, {"vpc": given(f"id of {vpc}", vpc)}, {})
    assert [row["vpcname"] for row in known.rows(gateway, {"vpcid": "id of two"})] == ["two"]
    assert [row["vpcname"] for row in known.rows(gateway, {})] == ["one", "two"]
    known.promise(INSTANCE, "new", {"name": "new"}, {}, {})
    assert len(known.rows(INSTANCE, {"zoneid": "z"})) == 1, "where it will stand is the server's to say"


def test_what_is_promised_to_one_owner_is_not_shown_to_another() -> None:
    known = memory.Memory(Answers())
    owners = ({}, {"projectid": "p"}, {"projectid": "q"}, {"domainid": "d", "account": "web"})
    for owner in owners:
        known.promise(NETWORK, "new", {"name": "new", "project": owner.get("projectid")}, {}, owner)
    found = {owner.get("projectid"): known.rows(NETWORK, {"name": "new", **owner}) for owner in owners[1:3]}
    assert [len(rows) for rows in found.values()] == [1, 1]
    assert found["p"][0]["id"] != found["q"][0]["id"], "two things would be taken for one"
    assert len(known.rows(NETWORK, {"name": "new", "domainid": "d", "account": "db"})) == 1
    assert known.awaited(NETWORK, {"name": "new", "project": "p"}) == found["p"][0]
    assert known.awaited(NETWORK, {"name": "new", "project": "r"}) is None


def test_what_is_buried_is_not_seen_any_more() -> None:
    known = memory.Memory(Answers({"id": "1", "name": "one"}, {"name": "without an id"}))
    known.bury(NETWORK, {"id": "1"})
    known.bury(NETWORK, {"name": "without an id"})
    assert [row["name"] for row in known.rows(NETWORK, {})] == ["without an id"]
    assert len(known.rows(INSTANCE, {})) == 2


def test_members_belong_to_what_was_promised() -> None:
    known = memory.Memory(Answers())
    rule = {"zone": "zone-1", "ip_address": "203.0.113.5", "name": "web"}
    known.promise(registry.KINDS["lb_rule"], "web", rule, {"name": load("resolve").Given("web", "web")}, {})
    rows = known.rows(registry.KINDS["lb_rule_member"], {"name": "web"})
    assert [row["id"] for row in rows] == ["(to be made) lb_rule web"]
    assert known.rows(registry.KINDS["lb_internal_member"], {"name": "web"}) == []


def test_what_could_not_be_planned_makes_its_kind_unsure() -> None:
    known = memory.Memory(Answers())
    known.doubt(entry("new"))
    known.rows(INSTANCE, {})
    assert not known.unsure
    known.rows(NETWORK, {"name": "other"})
    assert known.unsure


def test_a_stage_looks_up_together_what_it_does_not_change() -> None:
    client = Answers({"id": "1", "name": "one"}, seconds=0.05)
    shared = memory.StageMemory(client, [INSTANCE])
    workers = [threading.Thread(target=shared.rows, args=(NETWORK, {"name": "one"})) for number in range(5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    shared.forget()
    shared.rows(NETWORK, {"name": "one"})
    assert len(client.asked) == 1


@pytest.mark.parametrize(
    ("changing", "kind"),
    [("instance", INSTANCE), ("instance", VOLUME), ("physical_network", PROVIDER), ("network", NETWORK)],
)
def test_a_stage_asks_anew_for_what_it_changes(changing: str, kind: Any) -> None:
    client = Answers()
    shared = memory.StageMemory(client, [registry.KINDS[changing]])
    shared.rows(kind, {})
    shared.rows(kind, {})
    assert len(client.asked) == 2
