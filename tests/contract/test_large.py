"""Many and large: ten thousand things in a list, five thousand rules, long and odd names, the largest user data."""

from __future__ import annotations

import base64
from collections import Counter
from typing import Any

import pytest

from cloudstack_simulator.jobs import AtOnce
from contract.catalogue import load
from contract.fleet import converge
from contract.samples import OFFERING, ZONE
from contract.world import Tasks

MANY = 10_000
LONGEST = "n" * 255
NAMES = {
    "unicode": "Büro-Zürich ✓ 東京 🦊",
    "spaces": "two  words and more",
    "quotes": """it's "quoted" `so` \\ {{ name }} %s $HOME""",
    "longest": LONGEST,
    "right to left": "שלום עולם",
    "signs of a query": "a&b=c?d#e+f;g%20h/i",
}
KINDS: dict[str, tuple[str, dict[str, Any], str]] = {
    "affinity_group": ("name", {"affinity_type": "host anti-affinity"}, "description"),
    "security_group": ("name", {}, "description"),
    "network": ("name", {**ZONE, "network_offering": OFFERING}, "display_text"),
    "vpc": ("name", {**ZONE, "cidr": "10.88.0.0/16"}, "display_text"),
    "volume": ("name", {**ZONE, "disk_offering": "Small"}, ""),
    "disk_offering": ("name", {"disk_size": 1}, "display_text"),
    "ssh_key": ("name", {}, ""),
}
"""Kinds with free names: the key, what else a creation needs, and a further text."""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_names_of_all_sorts_are_kept_and_found(tasks: Tasks, kind: str, name: str) -> None:
    key, more, text = KINDS[kind]
    options = {key: NAMES[name], **more, **({text: NAMES[name]} if text else {})}
    made = tasks.run(kind, options)
    assert made["changed"]
    assert made[key] == NAMES[name]
    assert not text or made[text] == NAMES[name]
    assert tasks.run(kind, options)["changed"] is False
    assert [one[key] for one in tasks.info(kind, {key: NAMES[name]})] == [NAMES[name]]
    assert tasks.run(kind, {**options, "state": "absent"})["changed"]
    assert tasks.run(kind, {**options, "state": "absent"})["changed"] is False


@pytest.mark.parametrize("kind", ["network", "vpc", "volume"])
def test_a_longer_name_is_refused_before_anything_is_asked(tasks: Tasks, kind: str) -> None:
    with pytest.raises(load("errors").OptionError, match=r"^name: .*255"):
        tasks.run(kind, {"name": LONGEST + "n", **KINDS[kind][1]})
    assert tasks.calls == 0


def test_tags_and_details_of_all_sorts(tasks: Tasks) -> None:
    tags = [{"key": f"k {number}", "value": text} for number, text in enumerate(NAMES.values())]
    options = {**ZONE, "name": "web-1", "tags": tags, "display_name": NAMES["quotes"]}
    assert tasks.run("instance", options)["changed"]
    again = tasks.run("instance", options)
    assert again["changed"] is False
    assert again["tags"] == tags


def fill(tasks: Tasks, kind: str, pattern: dict[str, Any], count: int) -> None:
    """Put so many records like one into the cloud."""
    store = tasks.simulator.store
    for number in range(count):
        store.add(kind, {**{key: value for key, value in pattern.items() if key != "id"}, "name": f"many-{number:05}"})


@pytest.mark.parametrize(("kind", "noun"), [("network", "network"), ("affinity_group", "affinitygroup")])
def test_ten_thousand_in_a_list(tasks: Tasks, kind: str, noun: str) -> None:
    key, more, _text = KINDS[kind]
    tasks.run(kind, {key: "pattern", **more})
    pattern = next(one for one in tasks.simulator.store.all(noun) if one["name"] == "pattern")
    fill(tasks, noun, pattern, MANY)
    tasks.simulator.clear_calls()
    found = tasks.info(kind, {"list_all": True})
    names = Counter(one["name"] for one in found)
    assert len(found) >= MANY
    assert all(names[f"many-{number:05}"] == 1 for number in range(MANY)), "each once, and none left out"
    pages = len(tasks.simulator.calls)
    assert pages == -(-len(found) // load("client").PAGE_SIZE)
    tasks.simulator.clear_calls()
    options = {key: "many-09999", **more}
    assert tasks.run(kind, options)["changed"] is False
    assert len(tasks.simulator.calls) <= 3, "one thing among many is not searched page by page"


def test_a_server_with_smaller_pages(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    key, more, _text = KINDS["affinity_group"]
    made = tasks.run("affinity_group", {key: "pattern", **more})
    fill(tasks, "affinitygroup", tasks.simulator.store.need("affinitygroup", made["id"]), 250)
    monkeypatch.setattr(tasks.simulator, "largest_page", 100)
    monkeypatch.setattr(tasks, "client", load("client").Client(tasks.client.settings))
    tasks.simulator.clear_calls()
    found = tasks.info("affinity_group", {"list_all": True})
    assert len({one["name"] for one in found}) == len(found) == 251
    assert [call.status for call in tasks.simulator.calls] == [431, 200, 200, 200], "told once, it keeps to it"
    whole, settings = {"listall": True}, tasks.client.settings
    side_by_side = load("pages").read_lists(
        lambda: load("client").Client(settings), [load("pages").Question("listAffinityGroups", whole)], 3
    )
    assert len(side_by_side[0]) == 251
    listed = load("any_command").read(load("client").Client(settings), "listAffinityGroups", whole)
    assert len(listed["affinitygroup"]) == listed["count"] == 251


def test_five_thousand_rules_in_a_list_of_a_vpc(tasks: Tasks) -> None:
    tasks.simulator.jobs.policy, policy = AtOnce(), tasks.simulator.jobs.policy
    place = {**ZONE, "vpc": "vpc-1", "network_acl": "acl-0"}
    rules = [{"port": 1000 + number, "rule_position": number + 1} for number in range(5000)]
    fill_rules(tasks, place, rules[:-10])
    tasks.simulator.clear_calls()
    done = tasks.run("network_acl_rules", {**place, "rules": rules})
    assert (done["created"], done["updated"], done["removed"]) == (10, 0, 0)
    assert len(done["rules"]) >= 5000
    assert done["diff"]["after"].count("\n") - done["diff"]["before"].count("\n") == 10
    again = tasks.run("network_acl_rules", {**place, "rules": rules})
    assert again["changed"] is False
    assert tasks.writes == 0
    assert tasks.calls <= 5000 // load("client").PAGE_SIZE + 5
    tasks.simulator.jobs.policy = policy


def fill_rules(tasks: Tasks, place: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    """Make one rule of a list as a task does, and put others like it beside it."""
    tasks.run("network_acl_rule", {**place, "protocol": "tcp", **rules[0]})
    store = tasks.simulator.store
    pattern = next(one for one in store.all("networkacl") if one.get("startport") == str(rules[0]["port"]))
    for rule in rules[1:]:
        port = str(rule["port"])
        copied = {key: value for key, value in pattern.items() if key != "id"}
        store.add("networkacl", {**copied, "number": rule["rule_position"], "startport": port, "endport": port})


def test_user_data_of_the_largest_size_goes_by_post(tasks: Tasks) -> None:
    """The server takes 1 MiB of user data by POST, encoded; a URL would be cut off long before."""
    text = "#cloud-config\n" + "x" * (1024 * 1024 * 3 // 4 - 14)
    assert len(base64.b64encode(text.encode())) == 1024 * 1024
    options = {**ZONE, "name": "web-1", "user_data": text, "force": True}
    assert tasks.run("instance", options)["changed"]
    (sent,) = [call for call in tasks.simulator.calls if "userdata" in call.params]
    assert len(sent.params["userdata"]) == 1024 * 1024
    assert tasks.run("instance", options)["changed"] is False


def test_a_fleet_of_names_of_all_sorts(tasks: Tasks) -> None:
    wish = [{"affinity_group": {"name": name, "affinity_type": "host anti-affinity"}} for name in NAMES.values()]
    assert [row["changed"] for row in converge(tasks, wish)["resources"]] == [True] * len(NAMES)
    assert not converge(tasks, wish)["changed"]
