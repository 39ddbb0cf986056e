"""The programs that judge a change: what they count, what they measure, what they leave out and say so."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import check
import coverage_report
import integration
import next_core
import pytest
import sanity

PYTEST = "....\n3 passed, 1 failed, 2 errors in 4.05s\n"
XDIST = "=========== 891 passed, 2 warnings in 114.31s (0:01:54) ===========\n"
MOLECULE = (
    "\x1b[32mdefault   \x1b[0m: actions=1  successful=1  missing=0  failed=0\n"
    "\x1b[32mzone      \x1b[0m: \x1b[33mactions=4\x1b[0m  successful=4  missing=0  failed=0\n"
    "\x1b[32minstances \x1b[0m: \x1b[33mactions=5\x1b[0m  successful=4  missing=0  failed=1\n"
    "\x1b[32mexport    \x1b[0m: \x1b[33mactions=4\x1b[0m  successful=3  missing=1  failed=0\n"
)


@pytest.mark.parametrize(
    ("output", "counts"),
    [
        (PYTEST, (3, 3)),
        (XDIST, (891, 0)),
        ("integration: 20 passed, 1 failed\n", (20, 1)),
        (MOLECULE, (1, 2)),
        (PYTEST + XDIST + "integration: 2 passed, 0 failed\n", (896, 3)),
        ("no tests ran in 0.01s\n", (0, 0)),
    ],
)
def test_the_tests_of_all_runners_are_counted(output: str, counts: tuple[int, int]) -> None:
    assert check.counted(output) == counts


@pytest.mark.parametrize(
    ("counts", "status", "output", "verdict"),
    [
        (True, 0, XDIST, (891, 0)),
        (True, 1, XDIST, (891, 1)),
        (True, 1, PYTEST, (3, 3)),
        (True, 0, "", (0, 1)),
        (True, 0, "left out: tests/a.py::b: no browser\n1 skipped in 0.10s\n", (0, 1)),
        (True, 0, "5 passed, 3 deselected in 0.10s\n", (5, 1)),
        (True, 0, "5 passed, 3 xfailed in 0.10s\n", (5, 1)),
        (True, -9, "5 passed in 0.10s\n", (5, 1)),
        (False, 0, "", (1, 0)),
        (False, 1, "", (0, 1)),
    ],
)
def test_a_gate_cannot_pass_by_running_nothing(
    counts: bool, status: int, output: str, verdict: tuple[int, int]
) -> None:
    found = check.judged(check.Gate("gate", 1, counts), status, output, 1.0)
    assert (found.passed, found.failed) == verdict


PLACES = {"BIN", "BIN_PATH", "LINK", "PYTHON", "WORKERS"}
OF_OTHER_TARGETS = {"RESOURCE", "COMMANDS", "KEY", "GATES", "MINUTES", "WITHOUT"}
"""Variables of `make new` and `make check`."""


@pytest.mark.parametrize(("status", "failed"), [(0, 0), (2, 1)])
def test_only_a_gate_that_may_leaves_itself_out(status: int, failed: int) -> None:
    assert [gate.target for gate in check.GATES if gate.may_be_left_out] == ["next"]
    gate = next(gate for gate in check.GATES if gate.may_be_left_out)
    assert check.judged(gate, status, "left out: no Python\n", 1.0).failed == failed


def test_a_gate_is_not_narrowed_by_the_variables_of_its_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recipes = re.findall(r"^\t.*", (check.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    taken = set(re.findall(r"\$\((?:if \$\()?(\w+)\)", "".join(recipes)))
    assert {name for name in taken if not name.endswith("VENV")} - PLACES - OF_OTHER_TARGETS <= set(check.NARROWING)
    lines = "".join(f"\t@echo '{name}=$({name})'\n" for name in check.NARROWING)
    (tmp_path / "Makefile").write_text(f"lint:\n{lines}", encoding="utf-8")
    for name in check.NARROWING:
        monkeypatch.setenv(name, "less")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    assert check.run(check.GATES[0]).end.splitlines() == [f"{name}=" for name in check.NARROWING]


def test_what_does_not_fit_is_left_out_and_named() -> None:
    command = [sys.executable, check.__file__, "coverage", "--minutes", "0"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, "a run without a single test is no success"
    assert "left out: make coverage" in done.stdout
    assert done.stdout.endswith("\n0 passed, 0 failed\n")


def test_what_a_failing_gate_printed_stands_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(f"\t@echo line {number}\n" for number in range(200))
    (tmp_path / "Makefile").write_text(f"lint:\n{lines}\t@echo a reason; exit 3\nspell:\n\t@echo well\n")
    monkeypatch.setattr(check, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["check", "lint", "spell"])
    assert check.main() == 1
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "1 passed, 1 failed"
    assert "a reason" in told
    assert "line 199" in told
    assert not {"line 40", "well"} & set(told), "no more than can be read, and nothing of what passed"
    assert "line 40\n" in (tmp_path / "build/check/lint.log").read_text(encoding="utf-8")
    assert (tmp_path / "build/check/spell.log").read_text(encoding="utf-8") == "well\n"


RUN = """\
Running module_pod integration test role
TASK [It is made] ****
Running module_zone integration test role
fatal: [testhost]: FAILED!
Running role_zone integration test script
"""


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        ([], ""),
        (["module_zone"], "Running module_zone integration test role\nfatal: [testhost]: FAILED!\n"),
        (["module_region"], RUN),
    ],
)
def test_of_the_integration_targets_only_those_that_failed_are_shown(failed: list[str], told: str) -> None:
    assert integration.about(failed, RUN) == told


@pytest.mark.parametrize(
    ("status", "output", "failed"),
    [
        (0, RUN, []),
        (0, "WARNING: All targets skipped.\n", ["module_pod", "module_zone", "role_zone"]),
        (0, RUN.replace("Running role_zone", "Skipping role_zone"), ["role_zone"]),
        (
            1,
            RUN + "FATAL: The 1 integration test(s) listed below (out of 3) failed. See:\nmodule_zone\n",
            ["module_zone"],
        ),
        (1, RUN, ["module_pod", "module_zone", "role_zone"]),
    ],
)
def test_a_target_that_did_not_run_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, output: str, failed: list[str]
) -> None:
    ended = subprocess.CompletedProcess([], status, output, "")
    monkeypatch.setattr(integration, "stage", lambda: contextlib.nullcontext(tmp_path))
    monkeypatch.setattr(integration, "ansible_test_environment", lambda home: {})
    monkeypatch.setattr(integration.subprocess, "run", lambda *_, **__: ended)
    (tmp_path / "tests" / "integration").mkdir(parents=True)
    cloud = integration.Cloud("https://cloud.example.com/client/api", "a-key", "a-secret")
    assert integration.run(["module_pod", "module_zone", "role_zone"], cloud, 0, []).failed == failed


def test_every_gate_is_a_target_of_the_makefile() -> None:
    for gate in check.GATES:
        tried = subprocess.run(["make", "--dry-run", gate.target], cwd=check.ROOT, capture_output=True, check=False)
        assert tried.returncode == 0, gate


def summary(statements: int, branches: int, lines: int, taken: int) -> dict[str, object]:
    return {
        "summary": {
            "num_statements": statements,
            "num_branches": branches,
            "covered_lines": lines,
            "covered_branches": taken,
            "missing_lines": statements - lines,
            "missing_branches": branches - taken,
        },
        "missing_lines": list(range(lines, statements)),
        "missing_branches": [[7, -1], [7, 9]][: branches - taken],
    }


@pytest.mark.parametrize(("lines", "kept"), [(98, True), (90, False)])
def test_coverage_below_what_is_promised_fails(lines: int, kept: bool, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "plugins/module_utils/engine.py": summary(100, 2, lines, 0),
        "plugins/filter/reach.py": summary(10, 0, 1, 0),
        "extensions/simulator/cloudstack_simulator/jobs.py": summary(10, 0, 10, 0),
    }
    assert coverage_report.report(files) is kept
    told = capsys.readouterr().out
    assert "plugins/module_utils/engine.py: lines " in told
    assert "branches 7 out, 7 to 9" in told
    assert "jobs.py" not in told
    assert ("BROKEN" in told) is not kept


@pytest.mark.parametrize("files", [{}, {"plugins/filter/reach.py": summary(10, 0, 10, 0)}])
def test_coverage_of_nothing_keeps_no_promise(files: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    assert not coverage_report.report(files)
    assert "engine and declarations: BROKEN" in capsys.readouterr().out


@pytest.mark.parametrize(("status", "lines", "end"), [(0, 98, 0), (1, 98, 1), (5, 98, 1), (0, 90, 1)])
def test_tests_that_fail_or_are_not_there_cover_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, lines: int, end: int
) -> None:
    files = {f"{coverage_report.ROOT}/plugins/module_utils/engine.py": summary(100, 2, lines, 2)}

    def said(_settings: Path, command: str, *_arguments: str) -> str:
        if command == "json":
            (tmp_path / "report.json").write_text(json.dumps({"files": files}), encoding="utf-8")
        return ""

    monkeypatch.setattr(coverage_report, "OUTPUT", tmp_path)
    monkeypatch.setattr(coverage_report, "measuring", lambda _settings: contextlib.nullcontext({}))
    monkeypatch.setattr(coverage_report, "coverage", said)
    ended = subprocess.CompletedProcess([], status)
    monkeypatch.setattr(coverage_report.subprocess, "run", lambda *_, **__: ended)
    monkeypatch.setattr(sys, "argv", ["coverage_report"])
    assert coverage_report.main() == end


def test_an_interpreter_that_is_not_what_it_is_called_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = tmp_path / "versions" / "3.13.9" / "bin" / "python"
    shim.parent.mkdir(parents=True)
    shim.write_text("#!/bin/sh\necho 'version 3.13 is not installed' >&2\nexit 127\n", encoding="utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", "/nowhere")
    assert next(next_core.candidates()) == str(shim)
    assert next_core.interpreter() is None


CLOUD = """\
[cloudstack]
endpoint = https://cloud.example.com/client/api
key = a-key
secret = a%secret
[world]
zone-1 = lab
CentOS 5.6 (64-bit) no GUI (Simulator) = Debian: 12
[roles]
zone = lab.yml
"""


def test_the_file_of_a_cloud_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cloud.ini"
    path.write_text(CLOUD, encoding="utf-8")
    cloud = integration.read_cloud(path)
    assert (cloud.endpoint, cloud.secret, cloud.timeout) == ("https://cloud.example.com/client/api", "a%secret", "60")
    assert cloud.world == {"zone-1": "lab", "CentOS 5.6 (64-bit) no GUI (Simulator)": "Debian: 12"}
    assert cloud.roles == {"zone": str(tmp_path / "lab.yml")}


def test_what_the_file_of_a_cloud_lacks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cloud.ini"
    with pytest.raises(SystemExit, match="there is no file"):
        integration.read_cloud(path)
    path.write_text("[cloudstack]\nendpoint = https://cloud.example.com/client/api\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="lacks key, secret"):
        integration.read_cloud(path)


def test_the_file_with_the_keys_is_for_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "tests" / "integration").mkdir(parents=True)
    integration.Cloud("https://cloud.example.com/client/api", "a-key", "a%secret").write(tmp_path)
    written = tmp_path / "tests" / "integration" / "cloud-config-cs.ini"
    assert written.stat().st_mode & 0o077 == 0
    assert "a%%secret" in written.read_text(encoding="utf-8"), "ansible-test reads it with interpolation"


def test_a_target_without_its_pieces_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cloud.ini"
    path.write_text(CLOUD, encoding="utf-8")
    with integration.ExitStack() as stack:
        found, names = integration.clouds(stack, path, ["module_region", "module_pod", "module_instance"], 2)
    assert len(found) == 1
    assert names == ["module_region", "module_pod"]
    assert "left out: module_instance" in capsys.readouterr().out


def test_where_no_target_can_run_none_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command of ansible-test that names no target runs them all, against somebody's cloud."""
    path = tmp_path / "cloud.ini"
    path.write_text(CLOUD, encoding="utf-8")
    monkeypatch.setattr(integration, "run", pytest.fail)
    monkeypatch.setattr(integration, "init_plugin_loader", lambda _places: None)
    monkeypatch.setattr(sys, "argv", ["integration", "--config", str(path), "module_instance"])
    with pytest.raises(SystemExit, match="no target is left that could run"):
        integration.main()


def test_an_unknown_target_is_told() -> None:
    with pytest.raises(SystemExit, match="there is no target module_volcano"):
        integration.targets(["module_volcano"])
    assert "cycle" not in integration.targets([])


@pytest.mark.parametrize(
    ("made", "judged", "status", "told"),
    [
        ("true", "echo '9 passed, 0 failed'", 0, ["9 passed, 0 failed"]),
        ("true", "echo '8 passed, 1 failed'; exit 1", 1, ["8 passed, 1 failed"]),
        ("exit 1", "true", 1, ["ci: the environment could not be made", "0 passed, 1 failed"]),
    ],
)
def test_the_last_line_has_the_counts_whatever_happens(
    tmp_path: Path, made: str, judged: str, status: int, told: list[str]
) -> None:
    """What make says of a failure stands before them, not after them."""
    script = tmp_path / ".ci" / "run"
    script.parent.mkdir()
    script.write_text((check.ROOT / ".ci" / "run").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "Makefile").write_text(f"env/.check-stamp:\n\t@{made}\nlink:\n\t@true\n", encoding="utf-8")
    python = tmp_path / "env" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\ntest "$1 $2 $3" = "tools/check.py --minutes 55" || exit 9\n{judged}\n')
    python.chmod(0o755)
    for name in ("chromium", "mariadbd", "java", "shellcheck", "apt-get"):
        (tmp_path / name).symlink_to("/bin/true")
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "VENV": "env"}
    done = subprocess.run(
        ["bash", str(script)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == status, done.stdout
    assert done.stdout.splitlines()[-len(told) :] == told


LISTED = "WARNING: Using locale C.UTF-8.\ncompile\npylint\nshellcheck\nWARNING: Reviewing previous 1 warning(s):\n"
SANE = (
    'Running sanity test "compile" on Python 3.11\nRunning sanity test "pylint"\nRunning sanity test "shellcheck"\n'
    'WARNING: Required program "shellcheck" not found.\nWARNING: Reviewing previous 1 warning(s):\n'
    'WARNING: Required program "shellcheck" not found.\n'
)


def test_a_test_of_sanity_that_does_not_begin_is_told() -> None:
    assert sanity.named(LISTED) == {"compile", "pylint", "shellcheck"}
    assert sanity.missing(SANE, sanity.named(LISTED)) == []
    assert sanity.missing("WARNING: All targets skipped.\n", sanity.named(LISTED)) == [
        "compile",
        "pylint",
        "shellcheck",
    ]
    assert sanity.left_out(SANE) == ["left out: a test of sanity, for the program shellcheck is not there"]


@pytest.mark.parametrize(
    ("said", "status", "end"), [(SANE, 0, 0), (SANE, 1, 1), ("All targets skipped.", 0, 1), (SANE[50:], 0, 1)]
)
def test_sanity_passes_where_all_of_it_ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, status: int, end: int
) -> None:
    program = tmp_path / "ansible-test"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        f"sys.stdout.write({LISTED!r} if '--list-tests' in sys.argv else {said!r})\n"
        f"sys.exit(0 if '--list-tests' in sys.argv else {status})\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(sanity, "COMMAND", (str(program),))
    monkeypatch.setattr(sanity, "stage", lambda _ignored: contextlib.nullcontext(tmp_path))
    monkeypatch.setattr(sanity, "ansible_test_environment", lambda _home: {})
    monkeypatch.setattr(sys, "argv", ["sanity"])
    assert sanity.main() == end
