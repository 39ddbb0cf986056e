"""Records inside a record: from those that are there to those that are listed."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.members import MemberChange, Members

PORTS = Members(
    held=lambda record: record.get("ports", ()),
    key="lan",
    noun="port",
    add="addPort",
    adds={"lan": "lanid", "ip": "address"},
    remove="removePort",
    purge="purge",
    by={"deviceid": "id"},
    part="portid",
    lead="leadPort",
    leads="first",
    changes={"ip": MemberChange("ip", "movePort", "address", needs=("Off",))},
    tells={"ip": "ip"},
    fixed={"mac": "mac", "ip6": "ip6"},
)
DEVICE = {
    "id": "d1",
    "ports": [{"id": "p1", "lan": "a", "ip": "1", "mac": "AA", "first": True}, {"id": "p2", "lan": "b", "ip": "2"}],
}


def told(value: list[Any], purge: bool = False) -> list[tuple[str, dict[str, Any]]]:
    return [(step.command, dict(step.params)) for step in PORTS.steps("lans", DEVICE, value, purge)]


ADD, LEAD = ("addPort", {"lanid": "c"}), ("leadPort", {})
NO_A, NO_B = ("removePort", {"portid": "p1"}), ("removePort", {"portid": "p2"})


@pytest.mark.parametrize(
    ("value", "purge", "steps"),
    [
        ([], False, []),
        (["a"], False, []),
        (["a", "b"], True, []),
        (["a"], True, [NO_B]),
        (["a", "c"], False, [ADD]),
        ([{"lan": "a"}, {"lan": "c", "ip": "9"}], False, [("addPort", {"lanid": "c", "address": "9"})]),
        (["b"], True, [LEAD, NO_A]),
        (["c"], True, [ADD, LEAD, NO_A, NO_B]),
        ([{"lan": "a", "ip": "5"}], False, [("movePort", {"portid": "p1", "address": "5"})]),
        ([{"lan": "a", "ip": "1", "mac": "aa"}], False, []),
    ],
)
def test_steps(value: list[Any], purge: bool, steps: list[Any]) -> None:
    assert told(value, purge) == steps


def test_what_leads_is_found_when_it_is_there() -> None:
    (step,) = [one for one in PORTS.steps("lans", DEVICE, ["c"], False) if one.command == "leadPort"]
    find = step.by["portid"]
    assert callable(find)
    assert find(DEVICE) is None
    assert find({"ports": [{"id": "p3", "lan": "c"}]}) == "p3"


def test_a_change_says_which_state_it_needs() -> None:
    (step,) = PORTS.steps("lans", DEVICE, [{"lan": "a", "ip": "5"}], False)
    assert (step.needs, step.about) == (("Off",), ("lans",))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"lan": "a", "mac": "bb"}, "mac of this port is AA and not bb"),
        ({"lan": "c", "ip6": "::1"}, "lets nobody choose ip6 of a port that is added later"),
    ],
)
def test_what_cannot_be_had_is_refused(entry: dict[str, Any], reason: str) -> None:
    with pytest.raises(OptionError, match=f"^lans: .*{reason}"):
        told([entry])


def test_only_what_is_written_is_told() -> None:
    written = [{"lan": "A", "ip": "5"}, {"lan": "new"}]
    assert PORTS.told(DEVICE, [{"lan": "a", "ip": "5"}, {"lan": "c"}], written) == [{"lan": "A", "ip": "1"}]
