"""Servers for the tests of the role `database`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.database import RunRole, start_role
from helpers.mariadb import Server
from helpers.runs import well
from helpers.warm import WarmPython


@pytest.fixture(scope="module")
def make_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Server]]:
    """Starts a server; all are ended when the tests of this file are over."""
    servers: list[Server] = []

    def make() -> Server:
        servers.append(Server(tmp_path_factory.mktemp("mariadb")))
        servers[-1].start()
        return servers[-1]

    yield make
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The variable that has modules of this machine run by a Python that is warm."""
    made = WarmPython(tmp_path_factory.mktemp("warm") / "python")
    yield {"ansible_python_interpreter": str(made.path)}
    made.end()


@pytest.fixture(scope="module")
def ready(make_server, warm: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server on which the role has been, for tests that leave it as good as they found it."""
    server = make_server()
    well(start_role(tmp_path_factory.mktemp("ready"), server, **warm))
    return server


@pytest.fixture
def run_role(tmp_path: Path, warm: dict[str, str]) -> RunRole:
    """Runs the role against a server; see `start_role`."""
    return functools.partial(start_role, tmp_path, **warm)
