"""The playbook `awx_setup` with the real collection awx.awx, against a stand-in for the REST API of AWX."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
from playbook_run import COLLECTIONS, ansible_environment, run_playbook

from helpers.awx_api import Controller, served
from helpers.awx_collection import have_awx
from helpers.collection import ROOT
from helpers.guides import runnable
from helpers.patterns import NAMES, template

pytestmark = pytest.mark.playbook

TOKEN, SECRET = "awx-t0ken", "cloud-5ecret"
[COMMAND] = runnable("awx#Set AWX up")[0].commands
ORDER = ("zone_bring_up", "instance_deployment", "drift_report", "host_maintenance", "capacity_report")
ESTATE = ["CloudStack: batches of the estate", "CloudStack: zones of the estate"]
WORKFLOWS = "workflow_job_templates"
CHANGED = [
    "The type of the credential is there",
    "The credential is there",
    "The execution environment is there",
    "The project is there",
    "The inventory is there",
    "The label is there",
    "The inventory is filled with instances",
    "The job templates are there with their surveys",
    "The workflow is there",
    "The inventory of the estate is there",
    "The inventory of the estate is filled from the project",
    "The job templates of the estate are there",
    "The workflow of the estate is there",
]
LATER = "What a check cannot ask about before the rest is there would be made, too"
MADE = {
    "organizations": ["Default"],
    "credential_types": ["Apache CloudStack"],
    "credentials": ["CloudStack"],
    "execution_environments": ["CloudStack"],
    "projects": ["CloudStack"],
    "inventories": ["CloudStack", "CloudStack: estate"],
    "inventory_sources": ["CloudStack: estate", "CloudStack: instances"],
    "job_templates": sorted([*(template(name)["name"] for name in NAMES), *ESTATE]),
    "workflow_job_templates": ["CloudStack: new zone with instances", "CloudStack: the estate"],
    "workflow_job_template_nodes": ["batches", "capacity", "drift", "instances", "zone", "zones"],
    "labels": ["cloudstack"],
}


def inside(controller: Controller) -> dict[str, list[str]]:
    """The names of everything that the stand-in holds."""
    return {kind: sorted(controller.named(kind)) for kind in MADE}


def test_awx_is_set_up_and_again_nothing_changes(tmp_path: Path) -> None:
    with served(TOKEN, ROOT) as (controller, url):
        cloud = {"ENDPOINT": "https://cloud.example.com/client/api", "KEY": "user-key", "SECRET": SECRET}
        environment = ansible_environment(tmp_path, {f"CLOUDSTACK_{name}": value for name, value in cloud.items()})
        environment["ANSIBLE_COLLECTIONS_PATH"] = f"{COLLECTIONS}:{have_awx()}"
        environment.update(CONTROLLER_HOST=url, CONTROLLER_OAUTH_TOKEN=TOKEN)

        def run(*options: str) -> Any:
            program, playbook, *words = shlex.split(COMMAND)
            assert program == "ansible-playbook"
            done = run_playbook(playbook, environment, tmp_path, [*words, *options], timeout=300)
            assert done.rc == 0, done.stdout + done.stderr
            assert SECRET not in done.stdout + done.stderr
            return done

        told = run("--check")
        assert controller.writes == []
        done = run()
        assert inside(controller) == MADE
        later = told.task(LATER).result["msg"]
        assert later == [
            "the credential",
            "the inventory source",
            *(template(name)["name"] for name in ORDER),
            *MADE[WORKFLOWS],
        ]
        assert [task.task for task in done.tasks if task.changed and task.outcome == "ok"] == CHANGED
        assert {task.task for task in told.tasks if task.changed} == {*CHANGED[:1], *CHANGED[2:6], LATER}
        controller.writes.clear()
        assert (run().changed, controller.writes) == (0, [])

    credential = controller.named("credentials")["CloudStack"]
    assert credential["inputs"]["api_secret"] == SECRET
    for job in controller.named("job_templates").values():
        assert controller.joins("job_templates", job, "credentials") == ["CloudStack"]
        estate = job["name"] in ESTATE
        assert (f"job_templates/{job['id']}/survey_spec" in controller.surveys) is not estate
        assert job.get("job_slice_count", 1) == (2 if estate else 1)
    node = controller.named("workflow_job_template_nodes")["zone"]
    assert controller.joins("workflow_job_template_nodes", node, "success_nodes") == ["instances"]
    assert controller.joins("workflow_job_template_nodes", node, "failure_nodes") == ["drift"]
