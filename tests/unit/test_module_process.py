"""Modules as Ansible runs them: a process that reads its options and prints one JSON document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from contract.samples import SAMPLES, ZONE
from contract.world import KEY, SECRET, Tasks

from cloudstack_simulator import jobs
from helpers import collection

MODULES = "ansible_collections.cloudstack.cloud.plugins.modules"
CLIENT = "ansible_collections.cloudstack.cloud.plugins.module_utils.client"


def run_raw(name: str, options: dict[str, Any], path: Path | None = None) -> tuple[int, str]:
    """Run a module's process with these arguments; its exit status, and all that it printed."""
    paths = [str(one) for one in (path, collection.COLLECTIONS) if one]
    environment = {"PATH": os.environ["PATH"], "HOME": os.devnull, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(
        [sys.executable, "-m", f"{MODULES}.{name}"],
        input=json.dumps({"ANSIBLE_MODULE_ARGS": options}),
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


class Process:
    """Runs modules against the small cloud; remembers what they printed."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks
        self.printed = ""

    def run(self, name: str, check: bool = False, /, **options: Any) -> dict[str, Any]:
        """The result of a module; a failed one included."""
        connection = {"api_url": self.tasks.client.settings.url, "api_key": KEY, "api_secret": SECRET}
        given = {**connection, **options, **({"_ansible_check_mode": True} if check else {})}
        status, self.printed = run_raw(name, given)
        result: dict[str, Any] = json.loads(self.printed)
        assert status == (1 if result.get("failed") else 0)
        assert SECRET not in self.printed
        assert SECRET not in json.dumps([call.params for call in self.tasks.simulator.calls])
        return result


@pytest.fixture
def process(tasks: Tasks) -> Process:
    return Process(tasks)


def test_success_is_the_same_as_the_engine_s(process: Process) -> None:
    options = SAMPLES["network"]["create"]
    told = process.run("network", True, **options)
    assert process.tasks.simulator.writes == 0
    done = process.run("network", **options)
    assert (told["changed"], done["changed"]) == (True, True)
    assert told["diff"] == done["diff"]
    assert done["name"] == "app-net"
    assert "failed" not in done
    assert not {name for name in done if name.startswith("api_")}
    again = process.run("network", **options)
    assert again["changed"] is False
    assert "diff" not in again
    assert process.tasks.run("network", options)["id"] == again["id"]


def test_an_info_module(process: Process) -> None:
    found = process.run("network_info", **ZONE)
    assert found["changed"] is False
    assert "web-net" in [one["name"] for one in found["networks"]]


def test_a_refusal_of_the_server_is_readable_by_a_machine(process: Process) -> None:
    place = {**ZONE, "physical_network": "physical-1", "for_virtual_network": True}
    failed = process.run(
        "vlan_ip_range",
        **place,
        start_ip="198.51.100.90",
        end_ip="198.51.100.120",
        netmask="255.255.255.0",
        gateway="198.51.100.1",
        vlan="51",
    )
    assert failed["failed"] is True
    assert failed["failure"]["command"] == "createVlanIpRange"
    assert failed["failure"]["option"] == "start_ip"
    assert failed["failure"]["code"] in (431, 530)
    assert failed["failure"]["errortext"] in failed["msg"]
    assert "Traceback" not in process.printed


def test_a_failed_job_names_itself(process: Process) -> None:
    process.tasks.simulator.jobs.policy = jobs.Fail("no luck", "associateIpAddress")
    try:
        failed = process.run("ip_address", **ZONE, network="web-net", ip_address="198.51.100.60")
    finally:
        process.tasks.simulator.jobs.policy = jobs.AfterPolls(1)
    failure = failed["failure"]
    assert failure["jobid"] == process.tasks.simulator.store.all("job")[-1]["id"]
    assert failure["errortext"] == "no luck"


def test_wrong_credentials_are_told_without_them(process: Process) -> None:
    failed = process.run("zone_info", api_secret="quite-wrong-secret")
    assert failed["failure"]["code"] == 401
    assert "Check api_key, api_secret" in failed["msg"]
    assert "quite-wrong-secret" not in process.printed


def test_a_missing_setting_is_told_with_its_variable() -> None:
    status, printed = run_raw("zone_info", {"api_key": "some-key", "api_secret": "some-secret"})
    failed = json.loads(printed)
    assert status == 1
    assert failed["failure"] == {"option": "api_url"}
    assert "CLOUDSTACK_ENDPOINT" in failed["msg"]
    assert "some-secret" not in printed


@pytest.mark.parametrize("name", ["zone", "zone_info"])
def test_a_missing_library_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "cs.py").write_text("raise ImportError('no cs here')\n", encoding="utf-8")
    status, printed = run_raw(name, {"name": "z", "api_url": "http://127.0.0.1:9", "api_key": "k1"}, tmp_path)
    failed = json.loads(printed)
    assert status == 1
    assert "Failed to import the required Python library (cs)" in failed["msg"]
    assert "failure" not in failed


def test_a_private_key_is_printed_once(process: Process) -> None:
    made = process.run("ssh_key", name="fresh")
    assert made["private_key"].startswith("-----BEGIN")
    key = made["private_key"].splitlines()[1]
    assert process.printed.count(key) == 1, "only in the result"
    assert "private_key" not in process.run("ssh_key", name="fresh")
    assert key not in process.printed


def test_the_password_of_a_host_is_not_printed(process: Process) -> None:
    options = {**SAMPLES["host"]["create"], "password": "hard-to-guess"}
    for check in (True, False):
        process.run("host", check, **options)
        assert "hard-to-guess" not in process.printed
    assert process.run("host", **{**options, "hypervisor": "KVM"})["failed"]
    assert "hard-to-guess" not in process.printed


def test_the_password_in_the_url_of_storage_is_not_printed(process: Process) -> None:
    password = "hard%2Fto%40guess"
    options = {
        **ZONE,
        "name": "rbd-1",
        "scope": "zone",
        "hypervisor": "KVM",
        "storage_url": f"rbd://admin:{password}@10.0.0.30/pool-1",
    }
    for check in (True, False):
        process.run("storage_pool", check, **options)
        assert password not in process.printed
        assert unquote(password) not in process.printed
    wrong = {**options, "storage_url": f"rbd://admin:{password}@10.0.0.31/pool-1"}
    assert process.run("storage_pool", **wrong)["failed"]
    assert password not in process.printed


def test_the_keys_in_the_details_of_an_image_store_are_not_printed(process: Process) -> None:
    options = {
        **ZONE,
        "name": "s3-1",
        "provider": "S3",
        "details": {
            "accesskey": "access-me",
            "secretkey": "hard-to-guess",
            "bucket": "b",
            "endpoint": "s3.example.com",
        },
    }
    for check in (True, False):
        process.run("image_store", check, **options)
        assert "hard-to-guess" not in process.printed


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("zone", {}, "name"),
        ("zone", {"name": "z", "network_type": "Flat"}, "network_type"),
        ("network", {"name": "n", "zone": "z", "account": "a"}, "domain"),
        ("instance", {"zone": "z"}, "display_name"),
    ],
)
def test_options_that_ansible_refuses(process: Process, name: str, options: dict[str, Any], words: str) -> None:
    failed = process.run(name, **options)
    assert failed["failed"]
    assert words in failed["msg"]
    assert process.tasks.simulator.calls == []


def test_what_cs_would_import_besides_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "aiohttp.py").write_text("print('imported')", encoding="utf-8")
    program = f"import {CLIENT} as api, sys; print(api.CS_IMPORT_ERROR, 'aiohttp' in sys.modules); import aiohttp"
    path = os.pathsep.join(map(str, (tmp_path, collection.COLLECTIONS)))
    run = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path}, capture_output=True, encoding="utf-8"
    )
    assert (run.stdout.splitlines(), run.stderr) == (["None False", "imported"], "")
