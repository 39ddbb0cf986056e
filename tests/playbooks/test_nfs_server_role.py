"""The role `nfs_server` with Debian's exportfs in a mount namespace of its own; firewalld is a stand-in."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playbook_run import PlaybookRun, ansible_environment, run_playbook

from helpers.runs import well

pytestmark = pytest.mark.playbook

ROLE = "cloudstack.cloud.nfs_server : "
EXPORTFS = """\
#!/bin/bash
# Debian's exportfs, which sees the test's folders in the place of /etc and /var/lib.
echo "$@" >> {folder}/exportfs-runs
exec unshare --mount bash -c \\
  'mount --bind {folder}/lib /var/lib && mount --bind {folder}/etc /etc && exec "$@"' - {program} "$@"
"""
FIREWALL = """\
#!/bin/bash
# A stand-in for firewall-cmd: it keeps open ports in two files, those for good and those at present.
set -eu
cd {folder}
for word in "$@"; do
  case "$word" in
    --permanent) table=permanent ;;
    --list-ports) xargs < "${{table-present}}" ;;
    --add-port=*) echo "${{word#*=}}" >> "${{table-present}}" ;;
    --reload) cp permanent present ;;
  esac
done
"""

Run = Callable[..., PlaybookRun]


@pytest.fixture(scope="session")
def exportfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of Debian's package, unpacked and not installed: no service is started."""
    folder = tmp_path_factory.mktemp("nfs-kernel-server")
    download = ["apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", "nfs-kernel-server"]
    if subprocess.run(download, cwd=folder, check=False, capture_output=True).returncode:
        subprocess.run(["apt-get", "-qq", "update"], check=True, capture_output=True)
        subprocess.run(download, cwd=folder, check=True, capture_output=True)
    subprocess.run(["dpkg", "-x", next(folder.glob("*.deb")), folder / "x"], check=True)
    return folder / "x" / "usr" / "sbin" / "exportfs"


@pytest.fixture
def run_role(tmp_path: Path, exportfs: Path, warm: dict[str, str]) -> Run:
    """Runs the role in a folder of the test's own."""
    place = tmp_path / "machine"
    for folder in (place / "etc" / "exports.d", place / "lib" / "nfs"):
        folder.mkdir(parents=True)
    for file in ("etc/exports", "permanent", "present"):
        (place / file).touch()
    for name, text in (("exportfs", EXPORTFS), ("firewall-cmd", FIREWALL)):
        (place / name).write_text(text.format(folder=place, program=exportfs), encoding="utf-8")
        (place / name).chmod(0o700)
    variables = {
        "nfs_server_packages": [],
        "nfs_server_restart_command": f"bash -c 'echo restarted >> {place}/restarts'",
        "nfs_server_exports_file": str(place / "etc" / "exports.d" / "cloudstack.exports"),
        "nfs_server_config_file": str(place / "etc" / "nfs.conf.d" / "cloudstack.conf"),
        "nfs_server_state_folder": str(place / "state"),
        "nfs_server_firewall": "firewalld",
        "nfs_server_clients": ["10.0.0.0/24"],
        "nfs_server_exports": [
            {"path": str(place / "primary")},
            {"path": str(place / "secondary"), "clients": ["10.0.2.5", "*"], "mode": "0770"},
        ],
        "nfs_server__table": str(place / "lib" / "nfs" / "etab"),
        "nfs_server__exportfs": [str(place / "exportfs")],
        "nfs_server__firewall_cmd": [str(place / "firewall-cmd")],
    }

    def run(*options: str, **more: Any) -> PlaybookRun:
        play = tmp_path / "play.yml"
        task = {"name": "Run the role", "ansible.builtin.include_role": {"name": "cloudstack.cloud.nfs_server"}}
        play.write_text(
            json.dumps([{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [task]}])
        )
        given = ["--extra-vars", json.dumps({**variables, **warm, **more})]
        environment = {**ansible_environment(tmp_path), "ANSIBLE_PIPELINING": "1"}
        return run_playbook(str(play), environment, tmp_path, [*options, *given], timeout=300)

    return run


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_the_server_reads_what_is_exported(tmp_path, run_role):
    place = tmp_path / "machine"
    foretold = well(run_role("--check"))
    assert not (place / "primary").exists()
    assert lines(place / "exportfs-runs") == lines(place / "restarts") == lines(place / "permanent") == []
    done = well(run_role())
    assert {task.task for task in foretold.tasks if task.changed} == {task.task for task in done.tasks if task.changed}
    table = lines(place / "lib" / "nfs" / "etab")
    assert sorted(line.split("(")[0] for line in table) == [
        f"{place}/primary\t10.0.0.0/24",
        f"{place}/secondary\t*",
        f"{place}/secondary\t10.0.2.5",
    ]
    assert all("(rw,sync," in line and "no_root_squash" in line for line in table)
    assert (place / "secondary").stat().st_mode & 0o777 == 0o770
    assert {"2049/tcp", "111/udp", "892/tcp", "662/tcp", "32803/tcp", "32769/udp"} < set(lines(place / "present"))

    again = well(run_role())
    assert (again.changed, lines(place / "exportfs-runs"), lines(place / "restarts")) == (0, ["-ra"], ["restarted"])

    os.utime(place / "lib" / "nfs" / "etab", (0, 0))
    (place / "state" / "restarted").unlink()
    (place / "present").write_text("", encoding="utf-8")
    cut = well(run_role())
    assert [task.task for task in cut.tasks if task.changed] == [
        f"{ROLE}Restart the server by the given command",
        f"{ROLE}Let the server read its exports",
        f"{ROLE}Let firewalld read its rules",
    ]
    fewer = well(run_role(nfs_server_exports=[{"path": str(place / "primary")}], nfs_server_options=["ro"]))
    assert fewer.changed == 2
    assert [line.split("(")[0] for line in lines(place / "lib" / "nfs" / "etab")] == [f"{place}/primary\t10.0.0.0/24"]
    assert (place / "secondary").is_dir()


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        ({"nfs_server_exports": [{"path": "relative"}]}, "relative must be an absolute path"),
        ({"nfs_server_exports": [{"path": "/a"}, {"path": "/a"}]}, "stand there"),
        ({"nfs_server_clients": []}, "have clients"),
        ({"nfs_server_versions": []}, "nfs_server_versions is empty"),
        ({"nfs_server_versions": [2]}, "nfs_server_versions"),
    ],
)
def test_bad_input_is_named(spoilt, says, tmp_path, run_role):
    run = run_role(**spoilt)
    assert run.rc == 2
    assert says in json.dumps(run.failures[0].result)
    assert not (tmp_path / "machine" / "state").exists()
