"""Plans for kinds with several create commands, values that follow from others, and values that nobody can compare."""

from __future__ import annotations

from typing import Any

from planned import planned
from planned import sent as sent_by

from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import Choice, Field, Flag, Number, Resource, Via

ACCOUNT = Resource(
    "account",
    list="listAccounts",
    create="createAccount",
    create_when={"directory": "linkAccount"},
    update="updateAccount",
    fields=(
        Field("name", required=True),
        Field("path", sent=False),
        Field("directory", read=None, only_in=("linkAccount",)),
        Field("password", secret=True, needed_to_create="createAccount", only_in=("createAccount",)),
        Field("suffix", only_in=("createAccount",)),
        Choice("kind", ("user", "admin"), create_default="user", needed_unless="role"),
        Field("role"),
        Choice("access", ("inherit", "none"), late=True, initially="inherit"),
        Flag("keyed", sent=False, compare="asked", unless=lambda value: not value, late=True, via=Via("registerKeys")),
        Field("secret", secret=True, forced_by="update_secret"),
        Choice("update_secret", ("always", "on_create"), steers=True),
    ),
)
HELD = {"id": "a1", "name": "a", "path": "/a", "suffix": "x", "kind": "user", "access": "INHERIT", "keyed": False}


def sent(made: Any) -> list[Any]:
    return sent_by(made.steps)


def test_each_create_command_gets_what_it_takes() -> None:
    own = planned(None, ACCOUNT, name="a", password="p", suffix="x")
    assert sent(own) == [("createAccount", {"name": "a", "password": "p", "suffix": "x", "kind": "user"})]
    linked = planned(None, ACCOUNT, name="a", directory="ou", suffix="x")
    assert sent(linked) == [
        ("linkAccount", {"name": "a", "directory": "ou", "kind": "user"}),
        ("updateAccount", {"suffix": "x"}),
    ]


def test_an_option_in_place_of_another_takes_away_its_default() -> None:
    assert sent(planned(None, ACCOUNT, name="a", password="p", role="r")) == [
        ("createAccount", {"name": "a", "password": "p", "role": "r"})
    ]


def test_what_follows_is_shown_and_not_sent() -> None:
    made = planned(None, ACCOUNT, name="a", path="/a", password="p")
    assert "path" not in dict(sent(made))["createAccount"]
    assert made.after["path"] == "/a"
    moved = planned(HELD, ACCOUNT, name="a", path="/b/a", suffix="y")
    assert sent(moved) == [("updateAccount", {"suffix": "y"})]
    assert (moved.before["path"], moved.after["path"]) == ("/a", "/b/a")


def test_what_a_new_thing_has_by_itself_is_not_set() -> None:
    assert len(planned(None, ACCOUNT, name="a", password="p", access="inherit").steps) == 1
    assert sent(planned(None, ACCOUNT, name="a", password="p", access="none"))[1] == (
        "updateAccount",
        {"access": "none"},
    )


def test_a_command_of_its_own_may_take_nothing() -> None:
    assert sent(planned(HELD, ACCOUNT, name="a", keyed=True)) == ["registerKeys"]
    assert not planned({**HELD, "keyed": True}, ACCOUNT, name="a", keyed=True).changed
    assert not planned({**HELD, "keyed": True}, ACCOUNT, name="a", keyed=False).changed


def test_a_secret_is_sent_again_only_on_demand() -> None:
    assert not planned(HELD, ACCOUNT, name="a", secret="s", update_secret="on_create").changed
    forced = planned(HELD, ACCOUNT, name="a", secret="s", update_secret="always")
    assert sent(forced) == [("updateAccount", {"secret": "s"})]
    assert forced.before == forced.after


def test_an_update_that_replaces_the_whole_sends_what_is_held_and_nothing_that_it_does_not_take() -> None:
    whole = Resource(
        "gate",
        list="listGates",
        create="createGate",
        update="updateGate",
        update_whole={"partial": False},
        fields=(
            Field("name", required=True),
            Number("width"),
            Field("colour"),
            Field("wall", fixed=True),
            Field("view", steers=True),
            Field("origin", read=None),
            Field("guard", via=Via("setGuard")),
        ),
    )
    held = {"id": "g1", "name": "a", "width": "3", "colour": "red", "wall": "w", "view": "v", "guard": "me"}
    made = planned(held, whole, colour="blue")
    assert sent_by(made.steps) == [("updateGate", {"partial": False, "name": "a", "width": 3, "colour": "blue"})]
