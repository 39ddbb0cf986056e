"""The role `instances` with a fleet that grows, changes batch by batch, breaks, goes on and shrinks; and its guests."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import fleets
from helpers.guest import Guest

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.instances"
ROLE = "cloudstack.cloud.instances"
LARGER = ["createSnapshot", "stopVirtualMachine", "changeServiceForVirtualMachine", "startVirtualMachine"]
FORETELL = f"TASK [{ROLE} : Foretell what changes]"
POWER = ("stopVirtualMachine", "startVirtualMachine")
TEMPLATE = """#cloud-config
hostname: {{ instance.name }}
write_files:
  - {path: /etc/role, content: "{{ role }} in {{ instances_zone }}"}
password: s3cret-{{ instance.name }}
"""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def state() -> dict[str, Any]:
    return fleets.world()


@pytest.fixture
def fleet(simulator: Any, state: dict[str, Any], run_playbook: Run) -> Run:
    """Runs the role in a fresh copy of the world; what it wrote stands in the simulator's calls."""
    simulator.load(state)

    def run(variables: dict[str, Any], **how: Any) -> Any:
        simulator.clear_calls()
        return run_playbook(PLAYBOOK, variables, diff=True, **how)

    return run


@pytest.fixture
def ssh() -> Iterator[int]:
    """The port at which all guests answer."""
    with fleets.answering([fleets.address(number) for number in range(1, 6)]) as port:
        yield port


def done(run: Any) -> Any:
    assert run.rc == 0, run.stdout + run.stderr
    return run


def told(run: Any) -> list[Any]:
    """What a run changed or would change, task by task, but for what the server alone decides."""
    return [[task.task, task.diff] for task in run.tasks if task.changed]


def writes(simulator: Any) -> list[str]:
    return [call.command for call in simulator.calls if call.write]


def named(simulator: Any, kind: str) -> dict[str, dict[str, Any]]:
    """The fleet's part of what the simulator holds of a kind, by name."""
    records = simulator.dump()["kinds"][kind]
    return {one["name"]: one for one in records if one["name"].startswith("node") and one.get("state") != "Expunging"}


def batches(run: Any, simulator: Any) -> list[list[str]]:
    """The batches of a run, of which none was stopped before all of the batch before had been started again."""
    tasks = run.named(f"{ROLE} : Change the instances of the batch")
    found = [[row["name"] for row in task.result["resources"]] for task in tasks]
    names = {one["id"]: name for name, one in named(simulator, "virtualmachine").items()}
    order = [names[call.params["id"]] for call in simulator.calls if call.command in POWER]
    for batch in found:
        now, order = order[: 2 * len(batch)], order[2 * len(batch) :]
        assert sorted(now) == sorted(batch * 2)
    assert order == []
    return found


def test_a_fleet_grows_changes_in_its_order_and_shrinks(simulator: Any, fleet: Run, ssh: int) -> None:
    wanted = fleets.variables(
        2,
        instances_fleet_name="shop",
        instances_serial=[1, "50%"],
        instances_snapshot={"name": "before", "keep": 1},
        instances_ssh_port=ssh,
        profile={"affinity": "apart", "restart": "allowed"},
    )
    done(fleet(wanted))
    wanted["instances_fleet"] = fleets.guests(4)
    foretold = done(fleet(wanted, check=True))
    assert simulator.writes == 0
    made = done(fleet(wanted))
    assert told(made) == told(foretold)
    assert made.stdout.partition(FORETELL)[2].splitlines()[1] == "ok: [localhost]", "nothing is shown twice"
    assert sorted(set(writes(simulator))) == ["createTags", "deployVirtualMachine"]
    assert len({one["hostid"] for one in named(simulator, "virtualmachine").values()}) == 4

    for size, number in (("Medium Instance", 1), ("Small Instance", 2)):
        wanted["instances_profile"]["service_offering"] = size
        foretold = done(fleet(wanted, check=True))
        assert simulator.writes == 0
        made = done(fleet(wanted))
        assert told(made) == told(foretold)
        assert batches(made, simulator) == [["node-1"], ["node-2", "node-3"], ["node-4"]]
        assert writes(simulator)[: len(LARGER)] == LARGER
        kept = sorted(name for name in named(simulator, "snapshot"))
        assert kept == [f"node-{one}-before-{number}" for one in range(1, 5)]

    again = done(fleet(wanted))
    assert (again.changed, simulator.writes) == (0, 0)
    assert len(simulator.calls) < 6

    wanted["instances_fleet"] = fleets.guests(2)
    wanted["instances_purge"] = True
    refused = fleet(wanted)
    assert simulator.writes == 0
    assert "instances_purge_limit: 2 instances are no longer part of the fleet" in refused.failures[0].msg
    wanted["instances_purge_limit"] = 2
    foretold = done(fleet(wanted, check=True))
    assert told(done(fleet(wanted))) == told(foretold)
    assert sorted(named(simulator, "virtualmachine")) == ["node-1", "node-2"]


def test_a_batch_that_is_not_well_stops_the_rest_until_it_is(simulator: Any, fleet: Run) -> None:
    wanted = fleets.variables(3, instances_serial=1, instances_ssh_timeout=2, profile={"restart": "allowed"})
    done(fleet({**wanted, "instances_wait_for_ssh": False}))
    wanted["instances_profile"]["service_offering"] = "Medium Instance"
    wanted["instances_snapshot"] = {}
    with fleets.answering([fleets.address(1), fleets.address(3)]) as port:
        wanted["instances_ssh_port"] = port
        broken = fleet(wanted)
        assert "instances_ssh_timeout: instance node-2 does not answer on SSH" in broken.failures[0].msg
        assert batches(broken, simulator) == [["node-1"], ["node-2"]]
        assert "does not answer" in fleet(wanted).failures[0].msg
        assert simulator.writes == 0, "the rest waits for what is not well"
    with fleets.answering([fleets.address(number) for number in (1, 2, 3)]) as port:
        wanted["instances_ssh_port"] = port
        assert batches(done(fleet(wanted)), simulator) == [["node-3"]]
    assert sorted(named(simulator, "snapshot")) == [f"node-{number}-before-change-1" for number in (1, 2, 3)]
    medium = next(one["id"] for one in simulator.dump()["kinds"]["serviceoffering"] if one["name"] == "Medium Instance")
    assert {one["serviceofferingid"] for one in named(simulator, "virtualmachine").values()} == {medium}


def test_a_change_that_needs_a_stop_is_refused_before_anything_is_done(simulator: Any, fleet: Run) -> None:
    wanted = fleets.variables(2, instances_serial=1, instances_wait_for_ssh=False)
    done(fleet(wanted))
    wanted["instances_profile"]["service_offering"] = "Medium Instance"
    wanted["instances_fleet"] = fleets.guests(3)
    refused = fleet(wanted)
    assert simulator.writes == 0
    assert "restart" in refused.failures[0].msg
    wrong = fleet({**wanted, "instances_serial": 0})
    assert (len(wrong.failures), len(simulator.calls)) == (1, 0)
    assert "instances_serial: '0' does not say how many instances change at once" in wrong.failures[0].msg


def test_guests_get_their_data_and_use_their_disks(simulator: Any, fleet: Run, ssh: int, tmp_path: Path) -> None:
    guest = Guest(tmp_path / "guest")
    (tmp_path / "user-data.j2").write_text(TEMPLATE, encoding="utf-8")
    disk = {"name": "data", "disk_offering": "Small", "filesystem": "ext4", "mount": str(guest.place)}
    wanted = fleets.variables(
        2,
        instances_fleet_name="shop",
        instances_wait_for_ssh=True,
        instances_wait_for_cloud_init=True,
        instances_ssh_port=ssh,
        instances_guest_become=False,
        instances__fstab=str(guest.fstab),
        ansible_connection="local",
        profile={
            "affinity": "together",
            "user_data_template": str(tmp_path / "user-data.j2"),
            "user_data_vars": {"role": "front"},
            "hide_user_data": True,
        },
    )
    wanted["instances_fleet"][0]["data_disks"] = [{**disk, "device": str(guest.pattern)}]
    here = {"env": {"PATH": guest.path}}

    foretold = done(fleet(wanted, check=True, **here))
    assert (simulator.writes, guest.is_untouched(), guest.waited()) == (0, True, [])
    pending = f"{ROLE} : Tell what would follow in parts that are not there yet"
    assert foretold.task(pending).result["msg"] == ["the file system of disk data of instance node-1"]
    made = done(fleet(wanted, **here))
    assert told(made)[0] == told(foretold)[0]
    assert "s3cret" not in foretold.stdout + made.stdout
    assert guest.waited() == ["status --wait"] * 2
    assert guest.mounted() == [str(guest.place)]
    instances = named(simulator, "virtualmachine")
    assert len({one["hostid"] for one in instances.values()}) == 1
    data = base64.b64decode(instances["node-2"]["_userdata"]).decode()
    expected = TEMPLATE
    words = {"instance.name": "node-2", "role": "front", "instances_zone": "zone-1"}
    for word, value in words.items():
        expected = expected.replace(f"{{{{ {word} }}}}", value)
    assert data == expected
    assert (done(fleet(wanted, **here)).changed, simulator.writes) == (0, 0)

    guest.enlarge()
    foretold, grown = done(fleet(wanted, check=True, **here)), done(fleet(wanted, **here))
    serve = f"{ROLE} : Have the data disks in use in the guests"
    assert foretold.task(serve).result["results"][0]["stdout"] == grown.task(serve).result["results"][0]["stdout"] != ""

    guest.cloud_init_ends_with(1)
    assert fleet(wanted, **here).rc != 0

    gone = {**wanted, "instances_state": "absent", "instances_remove_data_disks": True}
    foretold = done(fleet(gone, check=True, **here))
    assert told(done(fleet(gone, **here))) == told(foretold)
    assert foretold.changed == 1
    assert named(simulator, "virtualmachine") == named(simulator, "volume") == {}
