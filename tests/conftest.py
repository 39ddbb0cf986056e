"""Makes the clone importable as the collection it is, and gives each test a cloud of its own."""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import yaml
from ansible.plugins.loader import init_plugin_loader
from ansible.utils.collection_loader import AnsibleCollectionConfig

HERE = Path(__file__).resolve().parent
sys.path[:0] = [  # ansible-test does not read the settings of pytest in pyproject.toml
    path
    for path in map(str, (HERE, HERE / "unit", HERE.parent / "tools", HERE.parent / "extensions" / "simulator"))
    if path not in sys.path
]

import playbook_run  # noqa: E402

from helpers import collection, told  # noqa: E402
from helpers.busy import Busy  # noqa: E402

if TYPE_CHECKING:
    from cloudstack_simulator import Simulator

API_KEY = "test-api-key"
SECRET_KEY = "test-secret-key"
PLAYBOOK_TIMEOUT = 300.0
BUSY = Busy()

collection.link()
os.environ["ANSIBLE_COLLECTIONS_PATH"] = str(collection.COLLECTIONS)
for variable in [name for name in os.environ if name.startswith("CLOUDSTACK_")]:
    del os.environ[variable]
if AnsibleCollectionConfig.collection_finder is None:  # ansible-test has one
    init_plugin_loader([str(collection.COLLECTIONS)])


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers here, where ansible-test sees them, too; how long a property takes is none of it."""
    hypothesis.settings.register_profile("untimed", deadline=None)
    hypothesis.settings.load_profile("untimed")
    config.pluginmanager.register(told.Told(HERE.parent), "told")
    config.addinivalue_line("markers", "playbook: runs ansible-playbook in a process of its own")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give the tests out so that what is dear to build is built once."""
    from helpers.shares import Shares

    return Shares(config, log)


def pytest_runtest_logreport(report: Any) -> None:
    """Note how long a worker was at it; a test that runs without workers has none."""
    if hasattr(report, "node"):
        BUSY.note(report.node.gateway.id, report.nodeid, report.duration)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name every test that was left out, where the gates look for it; a skipped test is not a green one."""
    for line in BUSY.lines():
        terminalreporter.write_line(line)
    for report in terminalreporter.stats.get("skipped", ()):
        terminalreporter.write_line(f"left out: {report.nodeid}: {report.longrepr[-1]}")


class Cloud:
    """A simulator and the loopback endpoint it answers on."""

    def __init__(self, simulator: Simulator, url: str) -> None:
        self.simulator = simulator
        self.url = url
        self.environment = {
            "CLOUDSTACK_ENDPOINT": url,
            "CLOUDSTACK_KEY": API_KEY,
            "CLOUDSTACK_SECRET": SECRET_KEY,
        }


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    """A fresh strict simulator (`.simulator`), served on loopback (`.url`, `.environment`)."""
    from cloudstack_simulator import Simulator

    simulator = Simulator(api_key=API_KEY, secret_key=SECRET_KEY, strict=True)
    with simulator.serve() as server:
        yield Cloud(simulator, server.url)
    assert simulator.defects == [], "the simulator itself failed"


@pytest.fixture
def simulator(cloud: Cloud) -> Simulator:
    """The simulator behind `cloud`."""
    return cloud.simulator


@pytest.fixture
def cloud_env(cloud: Cloud, tmp_path: Path) -> dict[str, str]:
    """Environment for an Ansible process that reaches `cloud` and nothing of the machine's own configuration.

    What modules run is handed to them without files of its own, which costs less.
    """
    return playbook_run.ansible_environment(tmp_path, {**cloud.environment, "ANSIBLE_PIPELINING": "1"})


PlaybookRunner = Callable[..., playbook_run.PlaybookRun]


@pytest.fixture
def run_playbook(cloud_env: dict[str, str], tmp_path: Path) -> PlaybookRunner:
    """Runs a playbook (a path, an FQCN, or the plays as data) against `cloud`; see the inner function."""
    numbers = itertools.count(1)

    def run(
        playbook: str | Path | list[dict[str, Any]],
        extra_vars: Mapping[str, Any] | None = None,
        *,
        check: bool = False,
        diff: bool = False,
        options: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> playbook_run.PlaybookRun:
        """Run it with `extra_vars`, `--check`, `--diff`, further `options` and `env` on top of `cloud_env`."""
        if isinstance(playbook, list):
            path = tmp_path / f"playbook-{next(numbers)}.yml"
            path.write_text(yaml.safe_dump(playbook, sort_keys=False), encoding="utf-8")
            playbook = path
        arguments = [*options, *["--check"] * check, *["--diff"] * diff]
        if extra_vars:
            arguments += ["--extra-vars", json.dumps(extra_vars)]
        environment = {**cloud_env, **(env or {})}
        return playbook_run.run_playbook(str(playbook), environment, tmp_path, arguments, timeout=PLAYBOOK_TIMEOUT)

    return run
