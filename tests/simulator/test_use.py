"""The simulator as people use it: installed, killed, and called by a client that nobody here wrote."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from callers import PACKAGE, ZONE, call, running, started

from cloudstack_simulator.registry import simulated

CS = Path(sys.executable).with_name("cs")
WRITERS = 4


def run(*command: str | Path, **options: Any) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_pip_installs_the_command(tmp_path: Path) -> None:
    source = tmp_path / "simulator"
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run(*pip, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "-w", tmp_path / "out", source)
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "env")
    (wheel,) = (tmp_path / "out").glob("*.whl")
    run(*pip, "--python", tmp_path / "env/bin/python", "install", "--quiet", "--no-index", "--no-deps", wheel)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    listed = run(tmp_path / "env/bin/cloudstack-simulator", "--commands", cwd=tmp_path, env=environment)
    assert listed.split() == simulated()
    shutil.rmtree(source)
    with subprocess.Popen(
        [tmp_path / "env/bin/cloudstack-simulator", "--port", "0", "--control-port", "0", "--populate", "zones=1"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("http://127.0.0.1:")
            page = process.stdout.readline().strip().removeprefix("control plane: ")
            assert "CloudStack simulator" in requests.get(page, timeout=10).text, "the page is in the package"
        finally:
            process.terminate()


def names(path: Path) -> set[str]:
    """The zones that a saved state holds."""
    state = json.loads(path.read_text(encoding="utf-8"))
    return {zone["name"] for zone in state["kinds"].get("zone", ())}


def test_a_kill_loses_no_answered_call(tmp_path: Path) -> None:
    """Killed in the midst of many writes: every answered one is there, and at most the unanswered ones besides."""
    state, answered = tmp_path / "cloud.json", set()
    process = started("--state", str(state), folder=tmp_path)
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    enough = threading.Event()

    def write(writer: int) -> None:
        for turn in range(10_000):
            name = f"z-{writer}-{turn}"
            try:
                status = call(url, "createZone", name=name, **ZONE).status_code
            except requests.RequestException:
                return
            assert status == 200
            answered.add(name)
            if len(answered) >= 40:
                enough.set()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    try:
        assert enough.wait(timeout=60)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
        process.stdout.close()
    for thread in threads:
        thread.join(timeout=30)
    kept = names(state)
    assert answered <= kept
    assert len(kept - answered) <= WRITERS
    with running("--state", str(state), folder=tmp_path) as (again, _):
        listed = call(again, "listZones").json()["listzonesresponse"]["zone"]
        assert {zone["name"] for zone in listed} == kept


@pytest.fixture
def cs(tmp_path: Path) -> Iterator[Any]:
    """The `cs` command line against a populated cloud; returns what it prints, parsed. It prints nothing for `{}`."""
    with running("--populate", "zones=1,networks=1", folder=tmp_path) as (url, _):
        environment = {"CLOUDSTACK_ENDPOINT": url, "CLOUDSTACK_KEY": "key", "CLOUDSTACK_SECRET": "secret",
                       "CLOUDSTACK_POLL_INTERVAL": "0.05", "HOME": str(tmp_path)}  # fmt: skip

        def ask(*words: str) -> Any:
            printed = run(CS, *words, cwd=tmp_path, env=environment)
            return json.loads(printed) if printed.strip() else {}

        ask.environment = environment  # type: ignore[attr-defined]
        yield ask


def test_the_cs_command_line_runs_an_instance(cs: Any) -> None:
    zone = cs("listZones")["zone"][0]["id"]
    template = cs("listTemplates", "templatefilter=executable", f"zoneid={zone}")["template"][0]["id"]
    offering = cs("listServiceOfferings", "name=Small Instance")["serviceoffering"][0]["id"]
    network = cs("listNetworks", f"zoneid={zone}")["network"][0]["id"]
    deployed = cs("deployVirtualMachine", "name=vm1", f"zoneid={zone}", f"templateid={template}",
                  f"serviceofferingid={offering}", f"networkids={network}")  # fmt: skip
    instance = deployed["virtualmachine"]
    assert (instance["name"], instance["state"]) == ("vm1", "Running")
    assert cs("createTags", f"resourceids={instance['id']}", "resourcetype=UserVm", "tags[0].key=role",
              "tags[0].value=web") == {"success": True}  # fmt: skip
    (shown,) = cs("listVirtualMachines", "name=vm1")["virtualmachine"]
    assert [(tag["key"], tag["value"]) for tag in shown["tags"]] == [("role", "web")]
    assert cs("destroyVirtualMachine", f"id={instance['id']}", "expunge=true")["virtualmachine"]["nic"] == []
    assert "virtualmachine" not in cs("listVirtualMachines")


def test_the_cs_command_line_reports_refusals(cs: Any, tmp_path: Path) -> None:
    refused = subprocess.run([CS, "listZones", "id=nonsense"], cwd=tmp_path, env=cs.environment, capture_output=True,
                             text=True, timeout=60)  # fmt: skip
    assert refused.returncode != 0
    assert "431" in refused.stdout + refused.stderr
    assert "Invalid parameter id value=nonsense" in refused.stdout + refused.stderr
    stranger = {**cs.environment, "CLOUDSTACK_SECRET": "wrong"}
    refused = subprocess.run([CS, "listZones"], cwd=tmp_path, env=stranger, capture_output=True, text=True, timeout=60)
    assert "401" in refused.stdout + refused.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_it_does_not_bind_elsewhere_unasked(host: str, tmp_path: Path) -> None:
    process = started("--host", host, folder=tmp_path)
    assert process.wait(timeout=30) == 2
    assert process.stdout is not None
    assert process.stdout.read() == ""


def test_bound_elsewhere_it_warns_and_keeps_the_control_plane_to_itself(tmp_path: Path) -> None:
    options = ["--port", "0", "--host", "0.0.0.0", "--allow-remote", "--control-port", "0"]
    with subprocess.Popen([sys.executable, "-m", "cloudstack_simulator", *options], cwd=tmp_path, text=True,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE)}, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            assert process.stderr is not None
            assert "WARNING" in process.stderr.readline()
            assert process.stdout.readline().startswith("http://0.0.0.0:")
            assert process.stdout.readline().startswith("control plane: http://127.0.0.1:")
        finally:
            process.terminate()


@pytest.mark.parametrize(
    "options", [["--seed", "missing.json"], ["--populate", "moons=1"], ["--control-port", "99999"]]
)
def test_what_cannot_be_is_one_clear_line(options: list[str], tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "cloudstack_simulator", "--port", "0", *options], cwd=tmp_path,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE)}, capture_output=True, text=True,
                          timeout=30)  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("cloudstack-simulator: ")
    assert done.stderr.count("\n") == 1
