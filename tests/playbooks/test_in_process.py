"""Where a task runs, and that everything that Ansible offers around a task works there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import playbook_run
import pytest

if TYPE_CHECKING:
    from conftest import Cloud, PlaybookRunner

pytestmark = pytest.mark.playbook

HERE = Path(__file__).parent
ZONE = {"name": "zone-1", "network_type": "Advanced", "dns1": "192.0.2.53", "internal_dns1": "10.0.0.53"}
KEEP = {"ANSIBLE_KEEP_REMOTE_FILES": "1"}
SECRETS = {"pool_secret": "pass-of-the-pool", "store_secret": "key-of-the-store"}
ELSEWHERE = """
from ansible.plugins.connection.local import Connection as Local

DOCUMENTATION = '''
name: elsewhere
short_description: A host that happens to be this one
description: [Runs commands here, but under another name.]
extends_documentation_fragment: [connection_pipelining]
'''


class Connection(Local):
    transport = "elsewhere"
"""
BECOME = """#!/bin/sh
while [ "${1#-}" != "$1" ]; do [ "$1" = -u ] && shift; shift; done
exec "$@"
"""
ASYNC_WORKS = " " not in sys.executable
"""Ansible starts an asynchronous module by a line that knows no path with a space; there is nothing to compare then."""
HEAVY = (
    "requests.",
    "urllib3.",
    "cs.",
    "ssl.",
    "http.",
    "email.",
    "certifi.",
    "idna.",
    "ansible_collections.cloudstack.",
)


def play(*tasks: dict[str, Any], **keywords: Any) -> list[dict[str, Any]]:
    """A play of these tasks on the controller."""
    return [{"hosts": "localhost", "gather_facts": False, "tasks": list(tasks), **keywords}]


def info(name: str, **keywords: Any) -> dict[str, Any]:
    """A task that reads one kind."""
    return {"name": name, f"cloudstack.cloud.{name}_info": {}, **keywords}


def as_modules(scratch: Path) -> set[str]:
    """The modules that a process of their own was started for; their files are kept."""
    found = {path.stem.replace("AnsiballZ_", "") for path in (scratch / "tmp").rglob("AnsiballZ_*.py")}
    return found - {"async_status"}


def executable(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def zone(cloud: Cloud) -> Cloud:
    """A cloud with a zone."""
    wire = {"name": "zone-1", "networktype": "Advanced", "dns1": "192.0.2.53", "internaldns1": "10.0.0.53"}
    assert cloud.simulator.request("createZone", **wire)[0] == 200
    cloud.simulator.clear_calls()
    return cloud


def test_only_what_targets_the_controller_itself_runs_here(
    zone: Cloud, run_playbook: PlaybookRunner, tmp_path: Path
) -> None:
    plugins = tmp_path / "connections"
    plugins.mkdir()
    (plugins / "elsewhere.py").write_text(ELSEWHERE, encoding="utf-8")
    python = executable(tmp_path / "other-python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    become = {"ansible_become_exe": executable(tmp_path / "other-sudo", BECOME)}
    inventory = tmp_path / "hosts"
    inventory.write_text(
        "far ansible_host=192.0.2.1 ansible_connection=ssh ansible_python_interpreter=/nowhere/python\n"
        f"near ansible_connection=local ansible_python_interpreter={sys.executable}\n",
        encoding="utf-8",
    )
    here = play(
        info("zone"),
        info("pod", become=True, vars=become),
        *([info("cluster", **{"async": 30, "poll": 1})] if ASYNC_WORKS else []),
        info("host", vars={"ansible_python_interpreter": python}),
        info("storage_pool", vars={"cloudstack_in_process": "{{ 'no' }}"}),
        info("image_store", vars={"ansible_connection": "elsewhere"}),
        info("network", check_mode=True),
    )
    delegated = [
        {"hosts": "far", "gather_facts": False, "tasks": [info("instance", delegate_to="{{ 'local' ~ 'host' }}")]},
        {"hosts": "far", "gather_facts": False, "tasks": [info("ssh_key", delegate_to="near")]},
        {"hosts": "near", "gather_facts": False, "tasks": [info("region")]},
    ]
    folders = {"ANSIBLE_CONNECTION_PLUGINS": str(plugins), "ANSIBLE_ASYNC_DIR": str(tmp_path / "async")}
    run = run_playbook([*here, *delegated], env={**KEEP, **folders}, options=["-i", str(inventory)])
    assert run.rc == 0, run.stdout + run.stderr
    others = {"pod_info", "host_info", "storage_pool_info", "image_store_info"}
    assert as_modules(tmp_path) == (others | {"cluster_info"} if ASYNC_WORKS else others)
    assert run.task("zone").result["zones"][0]["name"] == "zone-1"
    assert run.task("region").result["regions"]
    if ASYNC_WORKS:
        assert run.task("cluster").result["clusters"] == []


@pytest.mark.parametrize(("switch", "modules"), [("0", {"zone_info"}), ("no", {"zone_info"}), ("1", set())])
def test_the_environment_can_turn_it_off(
    zone: Cloud, run_playbook: PlaybookRunner, tmp_path: Path, switch: str, modules: set[str]
) -> None:
    run = run_playbook(play(info("zone")), env={**KEEP, "CLOUDSTACK_IN_PROCESS": switch})
    assert run.rc == 0, run.stdout
    assert len(run.task("zone").result["zones"]) == 1
    assert as_modules(tmp_path) == modules


def test_the_keywords_of_tasks_work(cloud: Cloud, run_playbook: PlaybookRunner, tmp_path: Path) -> None:
    cloud.simulator.faults.add("431", "listRegions")
    task = {"cloudstack.cloud.zone": ZONE}
    run = run_playbook(
        play(
            {"name": "foretold", **task, "check_mode": True, "diff": True},
            {"name": "made", **task, "throttle": 1},
            {"name": "defaults", "zone": {}},
            {"name": "loop", "ssh_key": {"name": "{{ item }}"}, "loop": ["one", "two"]},
            {"name": "again", "register": "found", "until": "found is not failed", "retries": 2, "delay": 0}
            | {"region_info": {}},
            {
                "name": "later",
                "ansible.builtin.assert": {"that": "found.regions | length == 1 and found.attempts == 2"},
            },
            {"name": "hidden", "zone_info": {}, "no_log": True},
            collections=["cloudstack.cloud"],
            module_defaults={"cloudstack.cloud.zone": {"name": "zone-1"}},
            strategy="ansible.builtin.free",
        ),
        env=KEEP,
    )
    assert run.rc == 0, run.stdout + run.stderr
    foretold, made = run.task("foretold"), run.task("made")
    assert foretold.changed
    assert foretold.diff == made.diff
    assert foretold.diff["after"]["name"] == "zone-1"
    assert (made.changed, run.task("defaults").changed) == (True, False)
    assert [one.changed for one in run.tasks if one.outcome == "item_ok"] == [True, True]
    assert "zone-1" not in repr(run.task("hidden").result)
    assert as_modules(tmp_path) == set()


def test_credentials_come_from_the_task(zone: Cloud, run_playbook: PlaybookRunner, tmp_path: Path) -> None:
    options = dict(zip(("api_url", "api_key", "api_secret"), zone.environment.values(), strict=True))
    nothing = dict.fromkeys(zone.environment, "")
    found = run_playbook(
        [
            *play(info("zone", environment=zone.environment)),
            *play(info("pod", environment=[{"CLOUDSTACK_KEY": "wrong"}], ignore_errors=True)),
            *play(info("host"), module_defaults={"group/cloudstack.cloud.all": options}),
            *play(info("network"), module_defaults={"cloudstack.cloud.network_info": options}),
            *play(info("region"), ignore_errors=True),
        ],
        env={**nothing, **KEEP},
    )
    assert found.rc == 0, found.stdout + found.stderr
    assert [(one.task, one.outcome) for one in found.tasks] == [
        ("zone", "ok"),
        ("pod", "ignored"),
        ("host", "ok"),
        ("network", "ok"),
        ("region", "ignored"),
    ]
    assert "api_url is missing" in found.task("region").msg
    assert as_modules(tmp_path) == set()


@pytest.mark.parametrize("in_process", ["1", "0"])
def test_secrets_are_masked(zone: Cloud, run_playbook: PlaybookRunner, in_process: str) -> None:
    pool = {"name": "primary-1", "zone": "zone-1", "storage_url": "rbd://user:{{ pool_secret }}@192.0.2.20/primary-1"}
    store = {"name": "s3", "zone": "zone-1", "provider": "S3", "details": {"secretkey": "{{ store_secret }}"}}
    secrets = {**SECRETS, "api_secret": zone.environment["CLOUDSTACK_SECRET"]}
    connection = {"api_key": zone.environment["CLOUDSTACK_KEY"], "api_secret": "{{ api_secret }}"}
    run = run_playbook(
        play(
            {"name": "pool", "cloudstack.cloud.storage_pool": {**pool, **connection}},
            {"name": "store", "cloudstack.cloud.image_store": {**store, **connection}},
            {"name": "many", "cloudstack.cloud.converge": {"resources": [{"storage_pool": pool}], **connection}},
            ignore_errors=True,
        ),
        secrets,
        env={"CLOUDSTACK_IN_PROCESS": in_process},
        options=["-vvv"],
        diff=True,
    )
    assert len(run.tasks) == 3
    shown = run.stdout + run.stderr + repr(run.tasks)
    assert "primary-1" in run.stdout
    for secret in secrets.values():
        assert secret not in shown


def test_ad_hoc(zone: Cloud, cloud_env: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ansible", "adhoc", "localhost", "-m", "cloudstack.cloud.zone_info"]
    run = subprocess.run(
        command, env={**cloud_env, **KEEP}, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert '"name": "zone-1"' in run.stdout
    assert as_modules(tmp_path) == set()


def test_workers_import_nothing_heavy_again(zone: Cloud, run_playbook: PlaybookRunner, tmp_path: Path) -> None:
    imports = tmp_path / "imports"
    callbacks = f"{playbook_run.ROOT / 'tools' / 'callback'}:{HERE / 'callback'}"
    run = run_playbook(
        play(info("zone"), {"name": "changed", "cloudstack.cloud.zone": {**ZONE, "dns1": "192.0.2.54"}}),
        env={
            "ANSIBLE_CALLBACK_PLUGINS": callbacks,
            "ANSIBLE_CALLBACKS_ENABLED": "task_results,worker_imports",
            "WORKER_IMPORTS_FILE": str(imports),
        },
    )
    assert run.rc == 0, run.stdout + run.stderr
    seen = [tuple(line.split(" ", 1)) for line in imports.read_text(encoding="utf-8").splitlines()]
    assert {"cs", "requests"} <= {name for who, name in seen if who == "parent"}
    workers = {name for who, name in seen if who == "worker"}
    assert sorted(name for name in workers if f"{name}.".startswith(HEAVY)) == []


def test_a_task_that_takes_too_long_ends(zone: Cloud, run_playbook: PlaybookRunner) -> None:
    from cloudstack_simulator.jobs import Never

    zone.simulator.jobs.policy = Never()
    networks = [{"physical_network": {"name": f"physical-{number}", "zone": "zone-1"}} for number in range(4)]
    task = {"name": "many", "cloudstack.cloud.converge": {"resources": networks}, "timeout": 3, "ignore_errors": True}
    run = run_playbook(play(task))
    assert run.task("many").outcome == "ignored", run.stdout
    assert "3 second" in run.stdout
    assert sum(call.command == "createPhysicalNetwork" for call in zone.simulator.calls) == 4
