"""Signed requests, as a client sends them, and the simulator in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from cloudstack_simulator.auth import expires_in as validity
from cloudstack_simulator.auth import sign

PACKAGE = Path(__file__).resolve().parents[2] / "extensions" / "simulator"
ZONE = {"dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced"}


def call(url: str, command: str, expires_in: float | None = None, **params: Any) -> requests.Response:
    """Call the API with the key `key` and the secret `secret`; `expires_in` seconds bounds the signature's validity."""
    query = {
        "command": command,
        "apikey": "key",
        "response": "json",
        **{name: str(value) for name, value in params.items()},
    }
    if expires_in is not None:
        query["expires"] = validity(expires_in, time.time())
    return requests.post(url, data={**query, "signature": sign(query, "secret")}, timeout=30)


def started(*options: str, folder: Path) -> subprocess.Popen[str]:
    """The command line in a process, with the credentials of `call`; its first line of output is the endpoint."""
    command = [
        sys.executable,
        "-m",
        "cloudstack_simulator",
        "--port",
        "0",
        "--api-key",
        "key",
        "--secret-key",
        "secret",
    ]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    return subprocess.Popen([*command, *options], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)


@contextmanager
def running(*options: str, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A started simulator: its endpoint, and the lines that it prints besides, one for each further port."""
    process = started(*options, folder=folder)
    assert process.stdout is not None
    try:
        url = process.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:"), "it did not start"
        yield url, [process.stdout.readline().strip() for option in options if option.endswith("-port")]
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()
