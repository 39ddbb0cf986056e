"""Signatures, expiry and sessions over HTTP, and the client library that users have."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from cs import CloudStack, CloudStackApiException

from cloudstack_simulator import Simulator
from cloudstack_simulator.auth import expires_in, sign
from cloudstack_simulator.server import Server

REFUSED = "unable to verify user credentials and/or request signature"


@pytest.fixture
def server() -> Iterator[Server]:
    with Simulator(api_key="key", secret_key="secret", password="pw-of-admin").serve() as running:
        yield running


def call(server: Server, command: str = "listZones", secret: str = "secret", **params: Any) -> requests.Response:
    query = {"command": command, "apikey": "key", "response": "json", **params}
    return requests.get(server.url, params={**query, "signature": sign(query, secret)}, timeout=10)


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_client_library_is_understood(server: Server, method: str) -> None:
    client = CloudStack(endpoint=server.url, key="key", secret="secret", method=method, poll_interval=0.01)
    odd = "a b+c~d*e-f_g.h/i:j=k&l%m|n ü"
    zone = client.createZone(name=odd, dns1="192.0.2.1", internaldns1="192.0.2.2", networktype="Basic")["zone"]
    assert zone["name"] == odd
    assert [z["id"] for z in client.listZones(fetch_list=True)] == [zone["id"]]


def test_signature_of_version_1_needs_no_expiry(server: Server) -> None:
    assert call(server).json() == {"listzonesresponse": {}}


def test_signature_of_version_3_holds_until_it_expires(server: Server) -> None:
    good = {"signatureversion": "3", "expires": expires_in(60, time.time())}
    late = {"signatureversion": "3", "expires": expires_in(-1, time.time())}
    unreadable = {"signatureversion": "3", "expires": "tomorrow"}
    assert call(server, **good).status_code == 200
    assert call(server, **late).status_code == call(server, **unreadable).status_code == 401


@pytest.mark.parametrize("change", [{"secret": "other"}, {"apikey": "stranger"}])
def test_strangers_are_refused(server: Server, change: dict[str, str]) -> None:
    answer = call(server, **change)
    assert answer.status_code == 401
    assert answer.json() == {"listzonesresponse": {"uuidList": [], "errorcode": 401, "errortext": REFUSED}}


def test_an_unknown_command_is_refused_like_a_stranger(server: Server) -> None:
    for name in ("noSuchCommand", "LISTZONES"):
        answer = call(server, name)
        assert (answer.status_code, list(answer.json())) == (401, ["errorresponse"])


def test_without_json_the_answer_is_xml(server: Server) -> None:
    answer = call(server, response="xml", command="listRegions")
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert "<listregionsresponse><count>1</count><region><id>1</id><name>Local</name>" in answer.text


def test_login_gives_a_session_and_logout_ends_it(server: Server) -> None:
    session = requests.Session()
    form = {"command": "login", "username": "admin", "password": "pw-of-admin", "response": "json"}
    login = session.post(server.url, data=form, timeout=10).json()["loginresponse"]
    query = {"command": "listRegions", "sessionkey": login["sessionkey"], "response": "json"}
    assert session.get(server.url, params=query, timeout=10).json()["listregionsresponse"]["count"] == 1
    assert requests.get(server.url, params=query, timeout=10).status_code == 401, "the cookie is needed too"
    session.get(server.url, params={"command": "logout", "response": "json"}, timeout=10)
    assert session.get(server.url, params=query, timeout=10).status_code == 401


def test_login_by_get_and_with_a_wrong_password_is_refused(server: Server) -> None:
    wrong = {"command": "login", "username": "admin", "password": "guess", "response": "json"}
    assert requests.get(server.url, params=wrong, timeout=10).status_code == 405
    answer = requests.post(server.url, data=wrong, timeout=10)
    assert (answer.status_code, answer.json()["loginresponse"]["errorcode"]) == (531, 531)


def test_credentials_never_reach_the_record_of_calls(server: Server) -> None:
    form = {"command": "login", "username": "admin", "password": "pw-of-admin", "response": "json"}
    requests.post(server.url, data=form, timeout=10)
    call(server)
    call(server, secret="other")
    seen = repr(server.simulator.calls)
    assert [c.command for c in server.simulator.calls] == ["login", "listZones", "listZones"]
    assert "pw-of-admin" not in seen
    assert "'key'" not in seen
    assert "signature" not in seen


@pytest.mark.parametrize("kind", ["user", "account"])
def test_who_is_disabled_is_a_stranger(server: Server, kind: str) -> None:
    store = server.simulator.store
    user = server.simulator.admin().user
    (store.need("user", user["id"]) if kind == "user" else store.need("account", user["accountid"]))["state"] = (
        "disabled"
    )
    assert call(server).status_code == 401


def test_the_client_library_sees_the_error_codes(server: Server) -> None:
    client = CloudStack(endpoint=server.url, key="key", secret="secret")
    with pytest.raises(CloudStackApiException) as caught:
        client.createZone(name="z")
    assert caught.value.error["errorcode"] == 431
    assert caught.value.error["cserrorcode"] == 9999
