"""The lookup and the module api through ansible-playbook: the examples, the former names, what is masked."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from docgen.catalog import ROOT, literals

from cloudstack_simulator.populate import build, plan

pytestmark = pytest.mark.playbook


def play(*tasks: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"hosts": "localhost", "gather_facts": False, "tasks": list(tasks)}]


@pytest.fixture(autouse=True)
def _populated(simulator: Any) -> None:
    build(simulator, plan("zones=2,networks=2,instances=5"))


def test_the_examples_of_the_lookup(run_playbook: Any) -> None:
    run = run_playbook(play(*yaml.safe_load(literals(ROOT / "plugins" / "lookup" / "api.py")["EXAMPLES"])))
    assert run.rc == 0, run.stdout + run.stderr
    zones, instances, version = (task.msg for task in run.tasks)
    assert zones == str(["zone-1", "zone-2"])
    assert instances == "5"
    assert version.startswith("4.")


@pytest.mark.parametrize("in_process", ["1", "0"])
def test_the_examples_of_the_module_change_once(run_playbook: Any, simulator: Any, in_process: str) -> None:
    examples = yaml.safe_load(literals(ROOT / "plugins" / "modules" / "api.py")["EXAMPLES"])
    env = {"CLOUDSTACK_IN_PROCESS": in_process}
    told = run_playbook(play(*examples[:3]), check=True, env=env)
    assert (told.rc, [task.changed for task in told.tasks]) == (0, [False, True, True]), told.stdout + told.stderr
    assert simulator.writes == 0
    first = run_playbook(play(*examples), env=env)
    assert [task.changed for task in first.tasks] == [False, True, True, True], first.stdout + first.stderr
    again = run_playbook(play(*examples[:1], *examples[2:]), env=env)
    assert [task.changed for task in again.tasks] == [False, False, False], again.stdout + again.stderr


@pytest.mark.parametrize("in_process", ["1", "0"])
def test_the_former_name_works_and_secrets_are_masked(run_playbook: Any, simulator: Any, in_process: str) -> None:
    account = {"username": "zoe", "password": "{{ hidden }}", "email": "z@example.com", "firstname": "z"}
    command = {"command": "createAccount", "query_params": {**account, "lastname": "e", "accounttype": 0}}
    run = run_playbook(
        play({"name": "made", "cloudstack.cloud.api_request": command}),
        {"hidden": "not-a-real-one"},
        env={"CLOUDSTACK_IN_PROCESS": in_process},
        options=["-vvv"],
    )
    assert (run.rc, run.task("made").changed) == (0, True), run.stdout + run.stderr
    assert run.task("made").result["response"]["account"]["name"] == "zoe"
    assert "not-a-real-one" not in run.stdout + run.stderr + repr(run.tasks)
    assert any(call.command == "createAccount" for call in simulator.calls)
