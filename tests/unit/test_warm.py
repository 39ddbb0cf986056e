"""A warm Python of the tests runs a program as one that starts for it does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.warm import WarmPython

SAYS = "import os, sys; print(__name__, os.environ.get('WORD'), os.getcwd()); print('aside', file=sys.stderr)"


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmPython]:
    made = WarmPython(tmp_path_factory.mktemp("warm") / "python")
    yield made
    made.end()


@pytest.mark.parametrize(
    "program",
    [
        SAYS,
        f"{SAYS}; sys.exit(3)",
        f"{SAYS}; sys.exit('words')",
        "import atexit; atexit.register(print, 'at the end'); raise SystemExit",
        "import subprocess, sys; sys.exit(subprocess.run(['sh', '-c', 'exit 4']).returncode)",
        "import signal, os; os.kill(os.getpid(), signal.SIGKILL)",
        "import json; print(json.__name__, 'left over' in globals())",
    ],
)
def test_a_program_ends_alike(program: str, warm: WarmPython) -> None:
    runs = [
        subprocess.run(words, input=program, env={"WORD": "said"}, cwd="/", capture_output=True, encoding="utf-8")
        for words in ([sys.executable], [warm.path])
    ]
    told = [(run.returncode % 256 if run.returncode >= 0 else 128 - run.returncode, run.stdout) for run in runs]
    assert told[0] == told[1]
    assert ("aside" in runs[0].stderr) == ("aside" in runs[1].stderr)


def test_what_fails_says_where(warm: WarmPython) -> None:
    run = subprocess.run([warm.path], input="1 / 0", capture_output=True, encoding="utf-8")
    assert (run.returncode, run.stderr.splitlines()[-1]) == (1, "ZeroDivisionError: division by zero")


def test_a_file_is_run_by_a_python_of_its_own(tmp_path: Path, warm: WarmPython) -> None:
    (tmp_path / "program.py").write_text("import sys; print(sys.argv[1], 'ansible' in sys.modules)", encoding="utf-8")
    run = subprocess.run([warm.path, tmp_path / "program.py", "word"], capture_output=True, encoding="utf-8")
    assert run.stdout == "word False\n"
