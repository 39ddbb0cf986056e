"""What the simulator's documents say is so."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import requests
from callers import ZONE, call, running

from cloudstack_simulator import AfterSeconds, Simulator
from cloudstack_simulator.cli import _parser

HOME = Path(__file__).resolve().parents[2] / "extensions" / "simulator"
README = (HOME / "README.md").read_text(encoding="utf-8")
DEVELOPING = (HOME / "DEVELOPING.md").read_text(encoding="utf-8")


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("http://127.0.0.1:")


def test_the_curl_recipes_work(tmp_path: Path) -> None:
    lines = re.findall(r"^curl .*$", README, re.M)
    assert len(lines) == 9
    simulator = Simulator(api_key="key", secret_key="secret")
    with simulator.serve_control() as control:
        for line in lines:
            words = shlex.split(line.replace("127.0.0.1:8097", f"127.0.0.1:{control.port}"))[1:]
            assert curl(words, tmp_path).status_code == 200, line
    assert len(simulator.faults) == 0, "the last recipes begin afresh"
    assert simulator.jobs.policy == AfterSeconds(300)
    assert json.loads((tmp_path / "cloud.json").read_text(encoding="utf-8")) == simulator.dump()


def curl(words: list[str], folder: Path) -> requests.Response:
    """What curl does with the options that the recipes use."""
    given = dict(zip(words[:-1:2], words[1:-1:2], strict=True))
    data = given.get("-d", "").encode()
    if "--data-binary" in given:
        data = (folder / given["--data-binary"].removeprefix("@")).read_bytes()
    answer = requests.request(given.get("-X", "POST" if data else "GET"), words[-1], data=data, timeout=10)
    if "-o" in given:
        (folder / given["-o"]).write_bytes(answer.content)
    return answer


RECIPES = re.findall(r"^cloudstack-simulator (.*)$", README, re.M)


@pytest.mark.parametrize(("recipe", "zones"), list(zip(RECIPES, (0, 0, 2, 0), strict=True)))
def test_the_command_line_recipes_work(recipe: str, zones: int, tmp_path: Path) -> None:
    words = re.sub(r"--port \d+|--api-key \S+|--secret-key \S+", "", recipe).replace("8097", "0").split()
    with running(*words, folder=tmp_path) as (url, rest):
        listed = call(url, "listZones").json()["listzonesresponse"]
        assert listed.get("count", 0) == zones
        if "--control-port" in words:
            page = requests.get(rest[0].removeprefix("control plane: "), timeout=10)
            assert page.status_code == 200
            assert "<title>CloudStack simulator</title>" in page.text
        if "--state" in words:
            assert call(url, "createZone", name="z", **ZONE).status_code == 200
            assert "createZone" not in (tmp_path / "cloud.json").read_text(encoding="utf-8")
            assert json.loads((tmp_path / "cloud.json").read_text(encoding="utf-8"))["kinds"]["zone"]


def test_every_option_is_described() -> None:
    options = {option for action in _parser()._actions for option in action.option_strings if option.startswith("--")}
    table = set(re.findall(r"`(--[a-z-]+)", README))
    assert table == options - {"--help"}


def test_every_file_of_the_core_is_described() -> None:
    files = {path.name for path in (HOME / "cloudstack_simulator").glob("*.py")} - {"__init__.py", "__main__.py"}
    named = set(re.findall(r"`(\w+\.py)`", DEVELOPING))
    assert files == {name for name in named if (HOME / "cloudstack_simulator" / name).exists()}
