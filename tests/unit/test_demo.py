"""The demo's runner must refuse to praise a playbook that is not idempotent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import demo
import playbook_run
import pytest
import yaml

GOOD = demo.Figures(rc=0, changed=3, calls=10, writes=4, seconds=1.0)
IDLE = demo.Figures(rc=0, changed=0, calls=6, writes=0, seconds=1.0)
CALL = "{{ ansible_playbook_python | quote }} -m cs"
CREATE = f"{CALL} createZone networktype=Advanced dns1=192.0.2.53 internaldns1=192.0.2.53 name=z"


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        (GOOD, GOOD, "second run reports 3 changed"),
        (GOOD, demo.Figures(0, 1, 6, 0, 1.0), "second run reports 1 changed"),
        (GOOD, demo.Figures(0, 0, 6, 1, 1.0), "second run sent 1 writes"),
        (GOOD, demo.Figures(2, 0, 6, 0, 1.0), "second run failed with status 2"),
        (IDLE, IDLE, "first run wrote nothing"),
    ],
)
def test_what_is_wrong_is_said(first: demo.Figures, second: demo.Figures, problem: str) -> None:
    assert problem in "; ".join(demo.verdict(first, second))


def test_a_second_run_that_does_nothing_is_right() -> None:
    assert demo.verdict(GOOD, IDLE) == []


def demo_command(tmp_path: Path, tasks: list[dict]) -> list[str]:
    playbook = tmp_path / "play.yml"
    play = {"hosts": "localhost", "gather_facts": False, "tasks": tasks}
    playbook.write_text(yaml.safe_dump([play]), encoding="utf-8")
    return [sys.executable, str(playbook_run.ROOT / "tools" / "demo.py"), str(playbook)]


def run_demo(tmp_path: Path, tasks: list[dict]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(demo_command(tmp_path, tasks), capture_output=True, encoding="utf-8", check=False)


@pytest.mark.playbook
def test_a_playbook_that_converges_passes(tmp_path: Path) -> None:
    tasks = [
        {
            "name": "Create it when it is missing",
            "ansible.builtin.shell": f"{CALL} listZones | grep -q networktype || {CREATE}",
            "register": "zone",
            "changed_when": "'networktype' in zone.stdout",
        }
    ]
    ran = run_demo(tmp_path, tasks)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "first run:  2 API calls, 1 writes, 1 changed tasks" in ran.stdout
    assert "second run: 1 API calls, 0 writes, 0 changed tasks" in ran.stdout


@pytest.mark.playbook
def test_a_playbook_that_writes_without_saying_so_does_not(tmp_path: Path) -> None:
    tasks = [
        {
            "name": "Create another one every time",
            "ansible.builtin.shell": f"{CREATE}{{{{ 1000000000 | random }}}}",
            "changed_when": False,
        }
    ]
    ran = run_demo(tmp_path, tasks)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "the second run sent 1 writes" in ran.stderr


@pytest.mark.playbook
def test_a_playbook_that_fails_ends_the_demo(tmp_path: Path) -> None:
    ran = run_demo(tmp_path, [{"name": "Break", "ansible.builtin.fail": {"msg": "on purpose"}}])
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert "second run" not in ran.stdout


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def short_directory() -> Iterator[Path]:
    """A directory whose path leaves room for the sockets that newer Ansible makes below TMPDIR."""
    with tempfile.TemporaryDirectory(prefix="demo-") as directory:
        yield Path(directory)


def wait_for(condition, what: str, seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.05)


@pytest.mark.playbook
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_demo_leaves_nothing_behind(
    tmp_path: Path, short_directory: Path, number: signal.Signals
) -> None:
    """SIGINT goes to the whole group, as from a terminal; SIGTERM to the demo alone, as from a supervisor."""
    pid_file = tmp_path / "pid"
    tasks = [
        {"name": "Wait", "ansible.builtin.shell": f"echo $$ > {pid_file}.new; mv {pid_file}.new {pid_file}; sleep 60"}
    ]
    environment = {**os.environ, "TMPDIR": str(short_directory)}
    command = demo_command(tmp_path, tasks)
    with subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL) as process:
        wait_for(lambda: pid_file.exists() or process.poll() is not None, "the task to start")
        assert process.returncode is None, "the demo ended by itself"
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert process.wait(timeout=30) == 128 + number
    task = int(pid_file.read_text(encoding="utf-8"))
    wait_for(lambda: not alive(task), "the task to end")
    assert list(short_directory.iterdir()) == []
