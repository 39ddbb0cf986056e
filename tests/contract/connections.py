"""What can go wrong between a task and the server, and every text in which the connection tells of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from test_client import answering

from contract.catalogue import load
from contract.world import KEY, SECRET, Tasks
from helpers.authority import Authority
from helpers.collection import ROOT

FILES = ("settings", "transport", "client", "pages", "jobs")
PARTS = {
    "an answer of more than … MiB",
    "an answer of … MiB",
    "an answer that does not end within … seconds",
    r"max allowed page size value: (\d{1,9})",
    "It was last seen running (…).",
}
"""Texts that nobody reads alone: parts of others, and what the server says of pages."""

WORDS = re.compile(r"[A-Za-z]{2,}")
GIVEN = {"api_url": "https://cloud.example.com/client/api", "api_key": KEY, "api_secret": SECRET}


def texts(name: str) -> Iterator[str]:
    """The texts of four words and more in a file of the engine, with an ellipsis for each value; no docstrings."""
    tree = ast.parse((ROOT / "plugins" / "module_utils" / f"{name}.py").read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    within = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in ast.walk(node) if part != node}
    for node in nodes:
        if id(node) not in alone | within:
            text = _text(node)
            if len(WORDS.findall(text)) >= 4 and " " in text:
                yield text


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def connected(tasks: Tasks, url: str = "", **changed: Any) -> None:
    """Let the tasks run over another connection, which waits for nothing."""
    given = {"key": KEY, "secret": SECRET, **changed}
    settings = load("settings").Settings(url or tasks.client.settings.url, **given)
    tasks.client = load("client").Client(settings, sleep=lambda seconds: None)


def told(options: Mapping[str, Any], **environ: str) -> Callable[[Tasks], list[str]]:
    """Settings that come of options and of an environment; what they warn of."""
    return lambda tasks: load("settings").settings(options, environ={"HOME": "/nonexistent", **environ}).warnings


def read(tasks: Tasks, url: str = "", **changed: Any) -> None:
    """List the zones over another connection."""
    connected(tasks, url, **changed)
    tasks.info("zone", {})


def reading(url: str = "", **changed: Any) -> Callable[[Tasks], None]:
    return lambda tasks: read(tasks, url, **changed)


def without_libraries(tasks: Tasks) -> None:
    client = load("client")
    client.CS_IMPORT_ERROR = "none"
    try:
        connected(tasks)
    finally:
        client.CS_IMPORT_ERROR = None


@contextmanager
def certified(tasks: Tasks) -> Iterator[tuple[str, Path]]:
    """The URL of the cloud with a certificate of an authority of its own, and a folder."""
    with TemporaryDirectory() as folder:
        context = Authority(Path(folder), "own").context("127.0.0.1")
        with tasks.simulator.serve(tls=context) as server:
            yield server.url, Path(folder)


def private_authority(tasks: Tasks) -> None:
    with certified(tasks) as (url, _folder):
        read(tasks, url)


def no_authority(tasks: Tasks) -> None:
    with certified(tasks) as (url, folder):
        (folder / "junk.pem").write_text("no certificate", encoding="utf-8")
        read(tasks, url, verify=str(folder / "junk.pem"))


def without_tls(tasks: Tasks) -> None:
    read(tasks, tasks.client.settings.url.replace("http:", "https:"))


def sent_on(tasks: Tasks) -> None:
    with answering(301, b"", headers={"Location": "https://cloud.example.com/client/api"}) as (url, _seen):
        read(tasks, url)


def something_else(tasks: Tasks) -> None:
    with answering(200, b"<html>Welcome</html>") as (url, _seen):
        read(tasks, url)


def a_gateway(tasks: Tasks) -> None:
    with answering(502, b"<html>Bad gateway</html>") as (url, _seen):
        connected(tasks, url)
        tasks.client.call("createZone", {"name": "zone-9"})


def answer_lost(tasks: Tasks) -> None:
    tasks.simulator.faults.add("close_before", "createZone")
    connected(tasks)
    tasks.client.call("createZone", {"name": "zone-9"})


def no_quota_service(tasks: Tasks) -> None:
    connected(tasks, secret="of another key")
    tasks.client.list("quotaSummary")


PROVOKED: dict[str, Callable[[Tasks], Any]] = {
    "api_url is missing": told({}),
    "is not a URL": told({**GIVEN, "api_url": "cloud.example.com"}),
    "is not a number of seconds": told({**GIVEN, "api_timeout": 0}),
    "is neither 'get' nor 'post'": told(GIVEN, CLOUDSTACK_METHOD="put"),
    "there is no file or folder": told({**GIVEN, "api_verify_ssl_cert": "/nonexistent"}),
    "cannot be read": told({}, CLOUDSTACK_CONFIG="/"),
    "the Python libraries cs and requests": without_libraries,
    "no connection to": reading("http://127.0.0.1:1/client/api"),
    "its certificate is not accepted": private_authority,
    "it does not speak TLS": without_tls,
    "holds no certificate of an authority": no_authority,
    "is not verified (validate_certs=false)": told({**GIVEN, "validate_certs": False}),
    "the server sends on to": sent_on,
    "Check api_url": something_else,
    "but its answer did not arrive": answer_lost,
    "answered HTTP": a_gateway,
    "Check api_key, api_secret": reading(secret="of another key"),
    "The quota service's commands": no_quota_service,
}
"""What provokes each message of the guide, by words that stand in its heading; the order is the guide's."""
