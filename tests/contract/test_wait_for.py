"""The option wait_for of every info module reads until things are as they shall be."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.world import Tasks, validated

ERRORS = load("errors")


def read(tasks: Tasks, wish: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    kind = load("resources.zone").ZONE
    params = validated(load("arguments").info_arguments(kind), {**options, "wait_for": wish})
    tasks.simulator.clear_calls()
    return load("run").perform_info(tasks.client, kind, params)["zones"]


@pytest.fixture
def later(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The zone is disabled, and enabled by the third pause; the pauses that were made."""
    zone = tasks.simulator.store.first("zone", name="zone-1")
    zone["allocationstate"] = "Disabled"
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            zone["allocationstate"] = "Enabled"

    monkeypatch.setattr(tasks.client, "sleep", sleep)
    return pauses


def test_what_is_so_already_is_read_once(tasks: Tasks, later: list[float]) -> None:
    assert [zone["name"] for zone in read(tasks, {"where": {"name": "zone-1"}})][:1] == ["zone-1"]
    assert (later, len(tasks.simulator.calls)) == ([], 1)


@pytest.mark.parametrize(
    "wish", [{"where": {"allocation_state": "Enabled"}}, {"where": {"allocation_state": "Disabled"}, "count": 0}]
)
def test_it_reads_until_things_are_so(tasks: Tasks, later: list[float], wish: dict[str, Any]) -> None:
    (zone,) = read(tasks, wish, name="zone-1")
    assert zone["allocation_state"] == "Enabled"
    assert later == sorted(later)
    assert len(later) == 3
    assert [call.command for call in tasks.simulator.calls] == ["listZones"] * 4


def test_what_does_not_come_in_time_is_an_error(tasks: Tasks, later: list[float]) -> None:
    wish = {"where": {"allocation_state": "Enabled"}, "timeout": 0}
    with pytest.raises(ERRORS.OptionError, match=r"wait_for: after 0 seconds \(timeout\), of 1 zones 0 have") as caught:
        read(tasks, wish, name="zone-1")
    assert caught.value.failure["found"] == 0
    with pytest.raises(ERRORS.OptionError, match="at least 7 shall"):
        read(tasks, {"count": 7, "timeout": 0})


@pytest.mark.parametrize("wish", [{"count": -1}, {"timeout": -1}])
def test_bad_numbers_are_refused(tasks: Tasks, wish: dict[str, int]) -> None:
    with pytest.raises(ERRORS.OptionError, match="count and timeout are numbers of at least 0"):
        read(tasks, wish)


def test_every_info_module_has_it() -> None:
    kinds = load("registry").KINDS
    plain = [kind for kind in kinds.values() if isinstance(kind, load("spec").Resource)]
    assert all("wait_for" in load("arguments").info_arguments(kind)["argument_spec"] for kind in plain)


def test_only_what_says_how_to_read_has_a_default_there() -> None:
    """A default of what a module sends is none of what its info module asks for."""
    for kind in (load("resources.template").TEMPLATE, load("resources.volume").VOLUME):
        spec = load("arguments").info_arguments(kind)["argument_spec"]
        fields = {field.name: field for field in load("arguments").info_fields(kind)}
        with_default = {name for name, option in spec.items() if "default" in option and name in fields}
        assert with_default == {name for name, field in fields.items() if field.steers and field.default is not None}
