"""What the simulator's documents say is so."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from cloudstack_simulator import Simulator
from cloudstack_simulator.cli import _parser
from cloudstack_simulator.server import Server

HOME = Path(__file__).resolve().parents[2] / "extensions" / "simulator"
README = (HOME / "README.md").read_text(encoding="utf-8")
DEVELOPING = (HOME / "DEVELOPING.md").read_text(encoding="utf-8")


@pytest.fixture
def server() -> Iterator[Server]:
    with Simulator(api_key="admin-key", secret_key="admin-secret").serve() as running:
        yield running


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("http://127.0.0.1:")


def test_the_curl_examples_work(server: Server) -> None:
    lines = re.findall(r"^curl .*$", README, re.M)
    assert len(lines) == 4
    for line in lines:
        words = shlex.split(line)[1:]
        body = words[words.index("-d") + 1] if "-d" in words else None
        method = "POST" if body or "-X" in words else "GET"
        url = words[-1].replace("127.0.0.1:8096", f"127.0.0.1:{server.port}")
        assert requests.request(method, url, data=body, timeout=10).status_code == 200, line


def test_every_option_is_described() -> None:
    options = {option for action in _parser()._actions for option in action.option_strings if option.startswith("--")}
    table = set(re.findall(r"`(--[a-z-]+)", README))
    assert table == options - {"--help"}


def test_every_file_of_the_core_is_described() -> None:
    files = {path.name for path in (HOME / "cloudstack_simulator").glob("*.py")} - {"__init__.py", "__main__.py"}
    named = set(re.findall(r"`(\w+\.py)`", DEVELOPING))
    assert files == {name for name in named if (HOME / "cloudstack_simulator" / name).exists()}
