"""The contract every resource keeps: check mode tells exactly what a run does, and a second run does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import declared, load
from contract.samples import SAMPLES
from contract.world import Tasks

NAMES = sorted(declared())
WITHOUT_ANSWER = object()


def run_as_told(tasks: Tasks, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Check mode, then the run, then the run again; returns the run's result."""
    told = tasks.run(name, options, check=True)
    assert tasks.writes == 0, "check mode wrote"
    assert told["changed"], "check mode sees nothing to do"
    done = tasks.run(name, options)
    assert tasks.writes > 0
    assert done["changed"]
    assert told["diff"] == done["diff"], "the diff of check mode is not that of the run"
    foretold = {key: value for key, value in told.items() if key != "id"}
    assert {key: done.get(key, WITHOUT_ANSWER) for key in foretold} == foretold, "check mode foretold another result"
    again = tasks.run(name, options)
    assert not again["changed"], f"the second run changes {again.get('diff')}"
    assert tasks.writes == 0
    assert "diff" not in again
    shown = {key: value for key, value in again.items() if key not in ("changed", *VOLATILE)}
    assert {key: done.get(key) for key in shown} == shown, "the second run reads another result"
    return done


VOLATILE = ("last_pinged", "nic", "created", "host_id", "host")


def test_every_resource_has_a_sample() -> None:
    assert sorted(SAMPLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_contract(tasks: Tasks, name: str) -> None:
    sample = SAMPLES[name]
    options = dict(sample["create"])
    result = run_as_told(tasks, name, options)
    after = result["diff"]["after"]
    assert result["diff"]["before"] == {}
    assert {key: result.get(key) for key in after} == after, "the diff shows what is not there"

    for change in sample["changes"]:
        options = {**options, **change}
        result = run_as_told(tasks, name, options)
        diff = result["diff"]
        assert diff["before"] != diff["after"], change

    refuse_fixed(tasks, name, options, sample.get("fixed", {}))
    for event in sample.get("events", ()):
        happens_each_time(tasks, name, {**options, "state": event})
    remove(tasks, name, options, sample.get("absent", {"state": "absent"}))


def refuse_fixed(tasks: Tasks, name: str, options: dict[str, Any], fixed: dict[str, Any]) -> None:
    """A differing value for what only creation sets is refused, by name, and nothing is sent."""
    errors = load("errors")
    for option, value in fixed.items():
        if value is None:
            continue
        wrong = {key: given for key, given in options.items() if key != "force_recreate"}
        with pytest.raises(errors.FixedField, match=f"^{option}: ") as caught:
            tasks.run(name, {**wrong, option: value})
        assert tasks.writes == 0
        assert caught.value.failure["option"] == option


def happens_each_time(tasks: Tasks, name: str, options: dict[str, Any]) -> None:
    for _ in range(2):
        assert tasks.run(name, options, check=True)["changed"]
        assert tasks.writes == 0
        assert tasks.run(name, options)["changed"]
        assert tasks.writes == 1


def remove(tasks: Tasks, name: str, options: dict[str, Any], absent: dict[str, Any]) -> None:
    gone = {**options, **absent}
    gone.pop("force_recreate", None)
    told = tasks.run(name, gone, check=True)
    assert told["changed"]
    assert tasks.writes == 0
    assert told["diff"]["after"] == {}
    assert told["diff"]["before"]
    done = tasks.run(name, gone)
    assert done["changed"]
    assert done["diff"] == told["diff"]
    again = tasks.run(name, gone)
    assert not again["changed"]
    assert tasks.writes == 0
    assert tasks.run(name, gone, check=True)["changed"] is False


@pytest.mark.parametrize("name", NAMES)
def test_info_reads_what_was_created(tasks: Tasks, name: str) -> None:
    sample = SAMPLES[name]
    made = tasks.run(name, sample["create"])
    resource = declared()[name]
    arguments = load("arguments")
    asked = {
        field.name: sample["create"][field.name]
        for field in arguments.info_fields(resource)
        if field.name in sample["create"]
    }
    if name.startswith("firewall."):
        asked["type"] = name.split(".", 1)[1]
    found = tasks.info(name, asked)
    identity = {key: made[key] for key in ("id", "start_ip", "name") if key in made}
    mine = [one for one in found if identity.items() <= one.items()]
    assert len(mine) == 1, found
    assert tasks.simulator.writes == tasks.simulator.writes
    shown = {key: value for key, value in made.items() if key not in ("changed", "diff", "private_key", *VOLATILE)}
    known = {key: value for key, value in shown.items() if key in mine[0]}
    assert {key: mine[0][key] for key in known} == known


@pytest.mark.parametrize("name", NAMES)
def test_absent_in_a_zone_that_is_gone_is_nothing_to_do(tasks: Tasks, name: str) -> None:
    sample = SAMPLES[name]
    if "zone" not in sample["create"]:
        pytest.xfail("stands in no zone") if False else None
        return
    gone = {**sample["create"], **sample.get("absent", {"state": "absent"}), "zone": "zone-gone"}
    assert tasks.run(name, gone)["changed"] is False
    assert tasks.writes == 0


@pytest.mark.parametrize("name", [name for name in NAMES if "zone" in SAMPLES[name]["create"]])
def test_a_missing_zone_is_a_clear_error(tasks: Tasks, name: str) -> None:
    errors = load("errors")
    wrong = {**SAMPLES[name]["create"], "zone": "zone-x"}
    for check in (True, False):
        with pytest.raises(errors.NotFound, match="there is no zone 'zone-x'") as caught:
            tasks.run(name, wrong, check=check)
        assert tasks.writes == 0
        assert caught.value.failure["option"] == "zone"
