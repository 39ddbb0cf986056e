"""The contract every resource keeps: check mode tells exactly what a run does, and a second run does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import declared, load
from contract.samples import SAMPLES
from contract.world import Tasks


def prepare(tasks: Tasks, sample: dict[str, Any]) -> None:
    """Send the calls that a sample needs before."""
    for command, params in sample.get("calls", ()):
        tasks.client.run(command, params)


def begun(sample: dict[str, Any]) -> dict[str, Any]:
    """The options a sample begins with: what a task creates, or what names a thing that CloudStack makes itself."""
    found: dict[str, Any] = sample["create"] if "create" in sample else sample["exists"]
    return found


NAMES = sorted(declared())
IN_A_ZONE = [name for name in NAMES if "zone" in begun(SAMPLES[name])]
REMOVABLE = [name for name in IN_A_ZONE if "absent" in declared()[name].state_choices()]
WITHOUT_ANSWER = object()
VOLATILE = ("last_pinged", "nic", "created", "host_id", "host")
"""Result keys that move by themselves between two looks."""


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
    before, after = done["diff"]["before"], done["diff"]["after"]
    assert {key: done.get(key) for key in after} == after, "the diff shows what is not there"
    assert {key: done[key] for key in before if key not in after and key in done} == {}, "the diff hides what is there"
    again = tasks.run(name, options)
    assert not again["changed"], f"the second run changes {again.get('diff')}"
    assert tasks.writes == 0
    assert "diff" not in again
    shown = {key: value for key, value in again.items() if key not in ("changed", *VOLATILE)}
    assert {key: done.get(key) for key in shown} == shown, "the second run reads another result"
    return done


def test_every_resource_has_a_sample() -> None:
    assert sorted(SAMPLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_contract(tasks: Tasks, name: str) -> None:
    sample = SAMPLES[name]
    prepare(tasks, sample)
    options = dict(begun(sample))
    if "create" in sample:
        result = run_as_told(tasks, name, options)
        after = result["diff"]["after"]
        assert result["diff"]["before"] == {}
        assert {key: result.get(key) for key in after} == after, "the diff shows what is not there"
    else:
        assert tasks.run(name, options)["changed"] is False

    for change in sample["changes"]:
        options = {**options, **change}
        result = run_as_told(tasks, name, options)
        diff = result["diff"]
        assert diff["before"] != diff["after"], change

    refuse_fixed(tasks, name, options, sample.get("fixed", {}))
    for event in sample.get("events", ()):
        happens_each_time(tasks, name, {**options, "state": event})
    if "absent" in declared()[name].state_choices() and sample.get("absent", {}) is not None:
        remove(tasks, name, options, sample.get("absent", {"state": "absent"}))


def refuse_fixed(tasks: Tasks, name: str, options: dict[str, Any], fixed: dict[str, Any]) -> None:
    """A differing value for what only creation sets is refused, by name, and nothing is sent."""
    errors = load("errors")
    for option, value in fixed.items():
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
    prepare(tasks, sample)
    made = tasks.run(name, begun(sample))
    resource = declared()[name]
    arguments = load("arguments")
    asked = {
        field.name: begun(sample)[field.name]
        for field in arguments.info_fields(resource)
        if field.name in begun(sample)
    }
    asked.update(sample.get("info", {}))
    if "." in name:
        asked["type"] = name.split(".", 1)[1]
    writes = tasks.simulator.writes
    found = tasks.info(name, asked)
    assert tasks.simulator.writes == writes
    identity = {key: made[key] for key in ("id", "start_ip", "name") if key in made}
    mine = [one for one in found if identity.items() <= one.items()]
    assert len(mine) == 1, found
    shown = {key: value for key, value in made.items() if key not in ("changed", "diff", "private_key", *VOLATILE)}
    known = {key: value for key, value in shown.items() if key in mine[0]}
    assert {key: mine[0][key] for key in known} == known


@pytest.mark.parametrize("name", REMOVABLE)
def test_absent_in_a_zone_that_is_gone_is_nothing_to_do(tasks: Tasks, name: str) -> None:
    sample = SAMPLES[name]
    gone = {**begun(sample), **sample.get("absent", {"state": "absent"}), "zone": "zone-gone"}
    assert tasks.run(name, gone)["changed"] is False
    assert tasks.writes == 0


@pytest.mark.parametrize("name", IN_A_ZONE)
def test_a_missing_zone_is_a_clear_error(tasks: Tasks, name: str) -> None:
    errors = load("errors")
    wrong = {**begun(SAMPLES[name]), "zone": "zone-x"}
    for check in (True, False):
        with pytest.raises(errors.NotFound, match="there is no zone 'zone-x'") as caught:
            tasks.run(name, wrong, check=check)
        assert tasks.writes == 0
        assert caught.value.failure["option"] == "zone"


def test_a_zone_is_enabled_and_disabled(tasks: Tasks) -> None:
    for state, shown in (("disabled", "Disabled"), ("enabled", "Enabled")):
        done = run_as_told(tasks, "zone", {"name": "zone-1", "state": state})
        assert done["allocation_state"] == shown
        assert tasks.run("zone", {"name": "zone-1"})["allocation_state"] == shown, "present leaves the state alone"


def test_a_network_in_use_is_restarted_at_each_run(tasks: Tasks) -> None:
    happens_each_time(tasks, "network", {"zone": "zone-1", "name": "web-net", "state": "restarted"})


def test_an_instance_is_restarted_at_each_run_and_a_stopped_one_started(tasks: Tasks) -> None:
    options = {"zone": "zone-1", "name": "web-1"}
    happens_each_time(tasks, "instance", {**options, "state": "restarted"})
    run_as_told(tasks, "instance", {**options, "state": "stopped"})
    assert tasks.run("instance", {**options, "state": "restarted"})["state"] == "Running"


def test_another_name_under_the_id_renames(tasks: Tasks) -> None:
    pod = tasks.run("pod", SAMPLES["pod"]["create"])
    done = run_as_told(tasks, "pod", {"id": pod["id"], "zone": "zone-1", "name": "rack-2"})
    assert done["diff"]["before"]["name"] == "pod-2"
    assert (done["id"], done["name"]) == (pod["id"], "rack-2")


def test_a_change_that_needs_a_stop_is_refused_without_force(tasks: Tasks) -> None:
    errors = load("errors")
    options = {"zone": "zone-1", "name": "web-1", "service_offering": "Medium Instance"}
    for check in (True, False):
        with pytest.raises(errors.OptionError, match="Set restart=allowed") as caught:
            tasks.run("instance", options, check=check)
        assert tasks.writes == 0
        assert caught.value.failure["option"] == "service_offering"
    done = run_as_told(tasks, "instance", {**options, "force": True})
    assert (done["state"], done["service_offering"]) == ("Running", "Medium Instance")
