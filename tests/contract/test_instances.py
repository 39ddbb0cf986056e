"""What is odd about instances and what belongs to them."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import load
from contract.samples import ZONE
from contract.world import Tasks

VM = {**ZONE, "vm": "web-2"}
SCHEDULE = {**VM, "name": "Opening", "action": "START", "schedule": "0 6 * * *", "timezone": "Europe/Vienna"}


def test_a_schedule_counts_in_its_time_zone(tasks: Tasks) -> None:
    made = tasks.run("instance_schedule", {**SCHEDULE, "start_date": "2099-07-01 06:00"})
    assert made["start_date"] == "2099-07-01 06:00:00"
    (listed,) = tasks.client.list("listVMSchedule", {"virtualmachineid": made_for(tasks, "web-2")}, "")
    assert listed["startdate"].startswith("2099-07-01T04:00:00")
    moved = tasks.run("instance_schedule", {**SCHEDULE, "timezone": "UTC", "start_date": "2099-07-01 06:00"})
    assert moved["changed"]
    assert moved["start_date"] == "2099-07-01 06:00:00"
    assert not tasks.run("instance_schedule", {**SCHEDULE, "timezone": "UTC"})["changed"]


def made_for(tasks: Tasks, name: str) -> str:
    return str(tasks.run("instance", {**ZONE, "name": name})["id"])


def test_a_snapshot_of_another_instance_is_another_one(tasks: Tasks) -> None:
    first = tasks.run("instance_snapshot", {**ZONE, "vm": "web-1", "name": "before"})
    second = tasks.run("instance_snapshot", {**ZONE, "vm": "web-2", "name": "before"})
    assert first["changed"]
    assert second["changed"]
    assert first["id"] != second["id"]
    assert tasks.run("instance_snapshot", {**ZONE, "vm": "web-1", "name": "before", "state": "absent"})["changed"]
    assert not tasks.run("instance_snapshot", {**ZONE, "vm": "web-2", "name": "before"})["changed"]


def test_going_back_without_memory_says_what_to_do(tasks: Tasks) -> None:
    errors = load("errors")
    tasks.run("instance_snapshot", {**VM, "name": "before"})
    with pytest.raises(errors.OptionError, match="Stop the instance first") as caught:
        tasks.run("instance_snapshot", {**VM, "name": "before", "state": "revert"})
    assert caught.value.failure["option"] == "state"
    tasks.run("instance", {**ZONE, "name": "web-2", "state": "stopped"})
    assert tasks.run("instance_snapshot", {**VM, "name": "before", "state": "revert"})["changed"]


BAD: list[tuple[dict[str, Any], str]] = [
    ({"start_date": "tomorrow"}, "start_date"),
    ({"schedule": "at noon"}, "schedule"),
]


@pytest.mark.parametrize(("wrong", "option"), BAD)
def test_a_bad_schedule_is_refused_before_anything_is_sent(tasks: Tasks, wrong: dict[str, Any], option: str) -> None:
    errors = load("errors")
    with pytest.raises(errors.OptionError, match=f"^{option}: .*write it like") as caught:
        tasks.run("instance_schedule", {**SCHEDULE, **wrong})
    assert caught.value.failure["option"] == option
    assert tasks.calls == 0


def test_user_data_in_use_stays(tasks: Tasks) -> None:
    errors = load("errors")
    data = {"name": "web", "user_data": "#cloud-config\n"}
    tasks.run("user_data", data)
    tasks.run("instance", {**ZONE, "name": "web-1", "user_data_name": "web"})
    with pytest.raises(errors.OptionError, match="other user data first"):
        tasks.run("user_data", {**data, "user_data": "#cloud-config\nruncmd: []\n"})
    with pytest.raises(errors.OptionError, match="Use the registered user data"):
        tasks.run("user_data", {**data, "name": "other"})
