"""The fixtures hand a playbook a cloud that is fresh, reachable and counted."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.playbook

CALL = "{{ ansible_playbook_python | quote }} -m cs "
CREATE = "createZone networktype=Advanced dns1=192.0.2.53 internaldns1=192.0.2.53 name={{ zone }}"
PLAYS = [
    {
        "hosts": "localhost",
        "gather_facts": False,
        "tasks": [
            {"name": "Read", "ansible.builtin.command": CALL + "listZones", "changed_when": False},
            {"name": "Write", "ansible.builtin.command": CALL + CREATE},
        ],
    }
]


def test_a_playbook_reaches_the_simulator_and_is_counted(run_playbook, simulator) -> None:
    run = run_playbook(PLAYS, {"zone": "first"})
    assert run.rc == 0, run.stdout
    assert [call.command for call in simulator.calls] == ["listZones", "createZone"]
    assert simulator.writes == 1
    assert run.changed == 1


def test_every_test_gets_a_fresh_cloud(run_playbook, simulator) -> None:
    assert simulator.calls == []
    run = run_playbook(PLAYS, {"zone": "first"}, check=True)
    assert run.rc == 0, run.stdout
    assert {task.outcome for task in run.tasks} == {"skipped"}
    assert simulator.writes == 0


def test_a_proxy_of_the_machine_does_not_matter(run_playbook, simulator) -> None:
    run = run_playbook(PLAYS, {"zone": "first"}, env={"http_proxy": "http://127.0.0.1:9"})
    assert run.rc == 0, run.stdout
    assert len(simulator.calls) == 2
