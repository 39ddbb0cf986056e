"""The role `zone` where things are not as they should be: cut off, not there yet, drifted, badly described."""

from __future__ import annotations

import copy

import pytest

from helpers.zones import example, portrait

pytestmark = pytest.mark.playbook

PLAYBOOK = "cloudstack.cloud.zone"
FOUNDATION = "cloudstack.cloud.zone : Have the zone with its networks, addresses and hosts"
STORAGE = "cloudstack.cloud.zone : Have the storage"


def without_interruption(run_playbook, simulator) -> dict[str, list[str]]:
    run = run_playbook(PLAYBOOK, example("advanced"))
    assert run.rc == 0, run.stdout + run.stderr
    whole = portrait(simulator)
    simulator.reset()
    return whole


def test_a_run_that_was_cut_off_is_completed_by_the_next(simulator, run_playbook):
    whole = without_interruption(run_playbook, simulator)
    variables = example("advanced")
    for command, nth in (("addTrafficType", 3), ("createPod", 1), ("updateHost", 1), ("createStoragePool", 2)):
        simulator.faults.add("530", command, nth)
        cut = run_playbook(PLAYBOOK, variables)
        assert cut.rc != 0
        assert [task.result["failure"]["command"] for task in cut.failures] == [command], cut.failures
        assert len(simulator.faults) == 0

        simulator.clear_calls()
        checked = run_playbook(PLAYBOOK, variables, check=True)
        assert (checked.rc, simulator.writes) == (0, 0), checked.stdout
        assert checked.changed > 0
    last = run_playbook(PLAYBOOK, variables)
    assert last.rc == 0, last.stdout + last.stderr
    assert portrait(simulator) == whole


def test_lost_answers_leave_no_duplicates(simulator, run_playbook):
    whole = without_interruption(run_playbook, simulator)
    for command in ("createZone", "createPhysicalNetwork", "createPod", "addCluster", "addHost", "addImageStore"):
        simulator.faults.add("close_after", command)
    run = run_playbook(PLAYBOOK, example("advanced"))
    assert run.rc == 0, run.stdout + run.stderr
    assert len(simulator.faults) == 0
    assert portrait(simulator) == whole


def test_a_check_run_on_an_empty_cloud_tells_everything(simulator, run_playbook):
    run = run_playbook(PLAYBOOK, example("advanced"), check=True, diff=True)
    assert (run.rc, simulator.writes) == (0, 0), run.stdout + run.stderr
    planned = run.task(FOUNDATION).result["resources"]
    assert all(row["changed"] for row in planned)
    names = [f"{row['kind']} {row['name']}" for row in planned]
    assert (names[0], names[-1]) == ("zone fl-adv", "zone fl-adv")
    assert "host fl-adv-h1" in names
    assert "vlan_ip_range 192.168.71.10" in names
    made = run.task(FOUNDATION).diff["after"]
    assert made["pod pod1"]["gateway"]

    built = run_playbook(PLAYBOOK, example("advanced"), diff=True)
    assert built.rc == 0, built.stdout + built.stderr
    done = built.task(FOUNDATION).diff["after"] | built.task(STORAGE).diff["after"]
    assert {title: shown for title, shown in made.items() if title != "zone fl-adv (2)"} == done


def test_drift_is_reported_and_then_repaired(simulator, run_playbook):
    variables = example("edge")
    built = run_playbook(PLAYBOOK, variables)
    assert built.rc == 0, built.stdout + built.stderr
    zone = simulator.request("listZones")[1]["listzonesresponse"]["zone"][0]
    assert simulator.request("updateZone", id=zone["id"], dns2="192.0.2.53")[0] == 200
    report = run_playbook(PLAYBOOK, variables, check=True, diff=True)
    diffs = [task.diff for task in report.tasks if task.diff]
    assert report.changed == 1
    (before, after) = (diffs[0][side]["zone fl-edge"] for side in ("before", "after"))
    assert (before.pop("dns2"), after.pop("dns2")) == ("192.0.2.53", "8.8.4.4")
    assert before == after
    simulator.clear_calls()
    repair = run_playbook(PLAYBOOK, variables)
    assert (repair.rc, repair.changed, simulator.writes) == (0, 1, 1)


def nameless(tree):
    del tree["name"]


def overlapping(tree):
    tree["pods"][0]["management_ip_ranges"][0]["start_ip"] = "172.71.15.90"


def bad_cidr(tree):
    tree["guest_cidr_address"] = "10.1.1.0/99"


def misspelt(tree):
    tree["pods"][0]["gatway"] = tree["pods"][0].pop("gateway")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (nameless, "name found in zone_tree"),
        (overlapping, "overlaps"),
        (bad_cidr, "guest_cidr_address: '10.1.1.0/99'"),
        (misspelt, "gatway"),
    ],
)
def test_a_bad_tree_gets_one_clear_error(spoil, says, simulator, run_playbook):
    variables = copy.deepcopy(example("advanced"))
    spoil(variables["zone_tree"])
    run = run_playbook(PLAYBOOK, variables)
    assert run.rc == 2
    assert len(run.failures) == 1
    assert says in run.failures[0].msg
    assert simulator.writes == 0


def test_the_password_of_the_hosts_shows_nowhere(run_playbook):
    variables = {**example("edge"), "zone_host_password": "5ecret-of-the-hosts"}
    run = run_playbook(PLAYBOOK, variables, diff=True, options=["-vvv"])
    assert run.rc == 0, run.stdout + run.stderr
    shown = run.stdout.replace('"zone_host_password": "5ecret-of-the-hosts"', "") + run.stderr
    assert "5ecret-of-the-hosts" not in shown
    assert "5ecret-of-the-hosts" not in str([task.result for task in run.tasks])
