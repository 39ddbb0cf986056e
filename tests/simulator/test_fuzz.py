"""Whatever is sent, the answer is an answer of the API: never a traceback, never silence."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
import requests
from callers import ZONE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cloudstack_simulator import Simulator
from cloudstack_simulator.answers_xml import document
from cloudstack_simulator.auth import sign
from cloudstack_simulator.params import unpack
from cloudstack_simulator.registry import simulated
from cloudstack_simulator.server import Server
from cloudstack_simulator.surface import surface

STATUSES = {200, 401, 405, 430, 431, 432, 530, 531, 533, 534, 535, 536, 537}
READS = sorted(name for name in simulated() if name.startswith("list"))
WRITES = sorted(set(simulated()) - set(READS))
ODD = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "-1", "0", "1", "true", "--5", "²", "1_0", "NaN", "1e999", "9" * 25, "a" * 300, "10.0.0.0/33",
                     "[0].a", "{{ x }}", "\x00", "a,b,,c", "1970-01-01", "2026-11-22T00:00:00+0000"]),
)  # fmt: skip
PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
BODIES = st.recursive(
    ODD | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
RELAXED = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    simulator = Simulator(api_key="key", secret_key="secret")
    simulator.request("createZone", name="z", **ZONE)
    with simulator.serve() as running:
        yield running
    assert simulator.defects == []


def held(server: Server, answer: requests.Response) -> Any:
    """The content of an answer, after checking that it is one; a refusal has its code and text."""
    assert answer.status_code in STATUSES, answer.text
    assert "Traceback" not in answer.text
    assert server.simulator.defects == [], answer.text
    if answer.headers["Content-Type"].startswith("text/xml"):
        return ElementTree.fromstring(answer.content)
    (content,) = answer.json().values()
    if answer.status_code != 200:
        assert content["errorcode"] == answer.status_code
        assert content["errortext"]
    return content


def parameters(command: str) -> st.SearchStrategy[dict[str, str]]:
    """Some parameters of a command, and some of no command, with odd values."""
    names = [p.name for p in surface().commands[command].params.values()] or ["id"]
    indexed = [f"{name}[{index}].{key}" for name in names for index in ("0", "9", "x") for key in ("key", "value")]
    return st.dictionaries(st.one_of(st.sampled_from(names + indexed), st.text(max_size=12)), ODD, max_size=8)


@RELAXED
@given(data=st.data())
def test_signed_requests(server: Server, data: st.DataObject) -> None:
    command = data.draw(st.one_of(st.sampled_from(READS), st.sampled_from(WRITES)))
    query = {**data.draw(parameters(command)), "command": command, "apikey": "key", "response": "json"}
    query = {name: value for name, value in query.items() if name.lower() != "signature" and "\x00" not in name}
    query["response"] = data.draw(st.sampled_from(["json", "xml"]))
    encoded = {name.encode("utf-8", "replace").decode(): value for name, value in query.items()}
    held(server, requests.post(server.url, data={**encoded, "signature": sign(encoded, "secret")}, timeout=10))


@RELAXED
@given(query=st.dictionaries(st.text(max_size=10), ODD, max_size=6), cookie=st.text(PRINTABLE))
def test_unsigned_requests_are_refused(server: Server, query: dict[str, str], cookie: str) -> None:
    sent = {**query, "command": query.get("command", "listZones"), "response": "json", "sessionkey": "x"}
    if sent["command"] in ("login", "logout"):
        return
    answer = requests.get(server.url, params=sent, headers={"Cookie": cookie.strip()}, timeout=10)
    assert answer.status_code == 401
    held(server, answer)


@RELAXED
@given(fields=st.fixed_dictionaries({"username": ODD, "password": ODD}, optional={"domain": ODD}))
def test_logins_of_nobody_are_refused(server: Server, fields: dict[str, str]) -> None:
    answer = requests.post(server.url, data={**fields, "command": "login", "response": "json"}, timeout=10)
    assert answer.status_code == 531
    held(server, answer)


@RELAXED
@given(raw=st.dictionaries(st.text(max_size=20), st.text(max_size=20)))
def test_grouping_loses_no_value(raw: dict[str, str]) -> None:
    grouped = unpack(raw)
    values: list[str] = []
    for value in grouped.values():
        values += [value] if isinstance(value, str) else [v for entry in value for v in entry.values()]
    assert set(values) <= set(raw.values())
    assert len({name.lower() for name in raw}) >= len(grouped)


@RELAXED
@given(body=BODIES)
def test_every_answer_is_well_formed_xml(body: Any) -> None:
    root = ElementTree.fromstring(document({"response": {"content": body}}))
    assert root.tag == "response"


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /client/api?command=listZones HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=\xff;;=\r\n\r\n",
        b"GET //[ HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /client/api?%ff%fe=%c0&command=%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /client/api HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        b"POST /client/api HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /client/api HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST /client/api HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /client/api HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n\xff\xfe\xfd",
        b"BREW /client/api HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /client/api HTTP/9.9\r\nHost: x\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_broken_http_gets_a_status_and_harms_nobody(server: Server, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answer:
            received = answer.read()
    assert b" 4" in received[:16] or b" 5" in received[:16], received[:200]
    assert b"Traceback" not in received
    query = {"command": "listZones", "apikey": "key", "response": "json"}
    answer = requests.get(server.url, params={**query, "signature": sign(query, "secret")}, timeout=10)
    assert json.loads(answer.content)["listzonesresponse"]["count"] >= 1


def test_a_repeated_parameter_counts_once(server: Server) -> None:
    query = urlencode([("command", "listZones"), ("command", "listRegions"), ("response", "json"), ("apikey", "key")])
    answer = requests.get(f"{server.url}?{query}", timeout=10)
    assert answer.status_code == 401
    held(server, answer)
