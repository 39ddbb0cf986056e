"""The client against a served simulator: what goes over the wire, pages, and errors that say what to do."""

from __future__ import annotations

import gzip
import itertools
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from contract.samples import KEY_ONE

from ansible_collections.cloudstack.cloud.plugins.module_utils import client as api
from ansible_collections.cloudstack.cloud.plugins.module_utils import transport
from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import (
    ApiError,
    JobTimeout,
    OutcomeUnknown,
    Unreachable,
    Untrusted,
)
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import Settings
from cloudstack_simulator import jobs
from cloudstack_simulator.surface import is_write, surface

API_KEY, SECRET_KEY = "test-api-key", "test-secret-key"
ZONE = {"name": "z", "networktype": "Advanced", "dns1": "192.0.2.53", "internaldns1": "192.0.2.53"}


def client_of(url: str, **settings: Any) -> api.Client:
    """A client that does not wait between two tries; `pauses` tells what it would have waited."""
    pauses: list[float] = []
    made = api.Client(Settings(url, **{"key": API_KEY, "secret": SECRET_KEY, **settings}), sleep=pauses.append)
    made.pauses = pauses
    return made


@pytest.fixture
def client(cloud: Any) -> api.Client:
    return client_of(cloud.url)


class Server(ThreadingHTTPServer):
    daemon_threads = True


@contextmanager
def answering(
    status: int, body: bytes | Iterable[bytes], kind: str = "text/html", headers: Mapping[str, str] | None = None
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server that answers everything alike; yields its URL and the requests it got: method and path."""
    seen: list[tuple[str, str]] = []
    whole = {"Content-Length": str(len(body))} if isinstance(body, bytes) else {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append((self.command, self.path))
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            for name, value in {**whole, **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self.wfile.writelines([body] if isinstance(body, bytes) else body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: Any) -> None:
            """Keep the tests' output quiet."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/client/api", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_post_is_the_default_and_keeps_everything_out_of_the_url() -> None:
    with answering(200, b'{"listzonesresponse": {}}', "application/json") as (url, seen):
        client_of(url, secret="the-secret").call("listZones", {"name": "the-name"})
    assert seen == [("POST", "/client/api")]


def test_get_when_it_is_asked_for_sends_no_secret_key() -> None:
    with answering(200, b'{"listzonesresponse": {}}', "application/json") as (url, seen):
        client_of(url, method="get", secret="the-secret").call("listZones")
    [(method, path)] = seen
    assert method == "GET"
    assert "signature=" in path
    assert "the-secret" not in path


@pytest.mark.parametrize("method", ["get", "post"])
def test_both_methods_are_understood(cloud: Any, method: str) -> None:
    client = client_of(cloud.url, method=method)
    made = client.run("createZone", {**ZONE, "name": "Zürich & co/+ ü"})
    assert client.list("listZones", {"name": "Zürich & co/+ ü"})[0]["id"] == made["id"]


def seed_key_pairs(simulator: Any, number: int) -> None:
    """Register key pairs by hand: one by one over the API takes long."""
    status, _ = simulator.request("registerSSHKeyPair", name="key-0000", publickey=KEY_ONE)
    assert status == 200
    first = simulator.store.all("sshkeypair")[0]
    for index in range(1, number):
        simulator.store.add(
            "sshkeypair",
            {**{k: v for k, v in first.items() if k not in ("id", "_number")}, "name": f"key-{index:04}"},
        )


@pytest.mark.parametrize(("number", "calls"), [(0, 1), (1, 1), (499, 1), (500, 1), (501, 2), (1203, 3)])
def test_a_list_is_read_to_its_end(client: api.Client, simulator: Any, number: int, calls: int) -> None:
    if number:
        seed_key_pairs(simulator, number)
    simulator.clear_calls()
    found = client.list("listSSHKeyPairs")
    assert sorted(one["name"] for one in found) == [f"key-{index:04}" for index in range(number)]
    assert len({one["id"] for one in found}) == number
    assert [call.params["page"] for call in simulator.calls] == [str(page) for page in range(1, calls + 1)]
    assert {call.params["pagesize"] for call in simulator.calls} == {"500"}


@pytest.mark.parametrize("body", [b"{}", b'{"count": 3}', b'{"count": 0, "zone": []}'])
def test_an_empty_list_has_many_forms(body: bytes) -> None:
    with answering(200, b'{"listzonesresponse": ' + body + b"}", "application/json") as (url, seen):
        assert client_of(url).list("listZones") == []
    assert len(seen) == 1


def test_the_items_stand_under_the_key_that_is_asked_for() -> None:
    body = b'{"listthingsresponse": {"count": 1, "other": [{"id": 1}], "thing": [{"id": 2}]}}'
    with answering(200, body, "application/json") as (url, _):
        assert client_of(url).list("listThings", items="thing") == [{"id": 2}]


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        ({"zone": {"id": 1}}, {"id": 1}),
        ({"id": 1, "name": "a"}, {"id": 1, "name": "a"}),
        ({"jobid": "j", "jobstatus": 0, "thing": {"id": 1}}, {"id": 1}),
        ({"count": 1, "thing": [{"id": 1}]}, {"id": 1}),
        ({"success": True}, {"success": True}),
        ({"details": {"a": 1}}, {"a": 1}),
        ({}, {}),
        ("text", {}),
        (None, {}),
    ],
)
def test_the_object_of_an_answer(answer: Any, content: dict[str, Any]) -> None:
    assert api.unwrap(answer) == content


@pytest.mark.parametrize(
    ("command", "read"),
    [
        ("listZones", True),
        ("queryAsyncJobResult", True),
        ("getUser", True),
        ("createZone", False),
        ("addHost", False),
        ("getUploadParamsForVolume", False),
        ("getUploadParamsForKubernetesSupportedVersion", False),
        ("getDiagnosticsData", False),
    ],
)
def test_what_only_reads(command: str, read: bool) -> None:
    assert api.is_read(command) is read


def test_every_command_that_counts_as_a_read_changes_nothing() -> None:
    assert [name for name in surface().commands if api.is_read(name) and is_write(name)] == []


def test_what_goes_while_a_list_is_read_hides_nothing_else(
    client: api.Client, simulator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed_key_pairs(simulator, 501)
    page = client.page

    def and_then_one_goes(*asked: Any) -> Any:
        found = page(*asked)
        if gone := simulator.store.first("sshkeypair", name="key-0000"):
            simulator.store.remove("sshkeypair", gone["id"])
        return found

    monkeypatch.setattr(client, "page", and_then_one_goes)
    assert sorted(one["name"] for one in client.list("listSSHKeyPairs"))[-1] == "key-0500"


def test_a_job_that_ends_well_may_say_that_it_did_not(client: api.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "call", lambda command, params: {"jobid": "j"})
    monkeypatch.setattr(client, "wait_for", lambda command, jobid: {"success": False, "displaytext": "no agent"})
    with pytest.raises(ApiError, match=r"^provisionCertificate failed: no agent$"):
        client.run("provisionCertificate", {"hostid": "h"})


def test_a_port_where_nobody_listens() -> None:
    with answering(200, b"") as (url, _):
        pass
    client = client_of(url)
    with pytest.raises(Unreachable) as caught:
        client.call("createZone", ZONE)
    assert caught.value.message == f"no connection to {url}: check api_url and the network."
    assert caught.value.failure == {"command": "createZone"}
    assert len(client.pauses) == api.RETRIES
    assert client.pauses == sorted(client.pauses)


def test_a_host_that_nobody_knows() -> None:
    with pytest.raises(Unreachable, match=r"no connection to http://cloud\.invalid/client/api: check api_url"):
        client_of("http://cloud.invalid/client/api").call("listZones")


def test_a_server_that_speaks_no_tls(cloud: Any) -> None:
    with pytest.raises(Untrusted, match=r"https://.*: it does not speak TLS"):
        client_of(cloud.url.replace("http://", "https://")).call("listZones")


@pytest.mark.parametrize("wrong", [{"key": "wrong"}, {"secret": "wrong"}])
def test_wrong_credentials(cloud: Any, wrong: dict[str, str]) -> None:
    client = client_of(cloud.url, **wrong)
    with pytest.raises(ApiError) as caught:
        client.call("listZones")
    assert caught.value.code == 401
    assert "Check api_key, api_secret" in caught.value.message
    assert client.pauses == [], "a wrong credential does not become right by trying again"
    assert not {API_KEY, SECRET_KEY} & set(caught.value.message.split())


def test_a_refusal_carries_what_the_server_said(client: api.Client) -> None:
    with pytest.raises(ApiError) as caught:
        client.run("createZone", {**ZONE, "dns1": "not-an-address"})
    failure = caught.value.failure
    assert failure["command"] == "createZone"
    assert failure["code"] == 431
    assert failure["cserrorcode"] == 4350
    assert failure["errortext"] in caught.value.message
    assert client.pauses == []


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, b"<html>Welcome</html>"), (404, b"<html>not found</html>"), (200, b"[1, 2"), (302, b"")],
)
@pytest.mark.parametrize("command", ["listZones", "createZone"])
def test_an_answer_of_something_else(status: int, body: bytes, command: str) -> None:
    with answering(status, body) as (url, seen), pytest.raises(ApiError, match="none of a CloudStack API") as caught:
        client_of(url).call(command)
    assert f"Check api_url ({url})" in caught.value.message
    assert len(seen) == 1
    assert caught.value.failure["command"] == command


@pytest.mark.parametrize("command", ["listZones", "createZone"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_is_sent_on_to_another_place(command: str, status: int) -> None:
    with answering(200, b"{}") as (elsewhere, seen):
        onwards = {"Location": f"{elsewhere}?apikey={API_KEY}&signature=c2lnbmF0dXJl"}
        with answering(status, b"", headers=onwards) as (url, asked), pytest.raises(ApiError) as caught:
            client_of(url).call(command)
    assert seen == []
    assert len(asked) == 1
    assert f"sends on to {elsewhere}. Credentials are not sent on: set api_url" in caught.value.message
    assert API_KEY not in caught.value.message
    assert "signature" not in caught.value.message
    assert caught.value.failure["command"] == command


def test_an_answer_that_says_it_is_huge_is_not_read() -> None:
    huge = {"Content-Length": str(10**12)}
    with (
        answering(200, b"{", headers=huge) as (url, _),
        pytest.raises(ApiError, match="953674 MiB is none of") as caught,
    ):
        client_of(url).call("listZones")
    assert caught.value.failure["code"] == 200


ENDLESS = {False: b" " * 2**20, True: gzip.compress(b" " * 2**26)}
"""What an answer without an end is made of, as it is and packed."""


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_that_does_not_end_is_not_read_to_its_end(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "LARGEST_ANSWER", 2**22)
    head = {"Content-Encoding": "gzip"} if packed else {}
    huge = pytest.raises(ApiError, match="more than 4 MiB is none of")
    with answering(200, itertools.repeat(ENDLESS[packed]), "application/json", head) as (url, _), huge as caught:
        client_of(url).call("listZones")
    assert caught.value.failure["command"] == "listZones"


def test_an_answer_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "LONGEST_ANSWER", 0)
    late = pytest.raises(ApiError, match="does not end within 0 seconds")
    with answering(200, itertools.repeat(ENDLESS[False])) as (url, _), late:
        client_of(url).call("createZone")


@pytest.mark.parametrize("items", ['["a"]', "[1, 2]", '[[{"id": "1"}]]', '[{"id": "1"}, null]'])
def test_a_list_of_something_else(items: str) -> None:
    body = f'{{"listzonesresponse": {{"count": 1, "zone": {items}}}}}'.encode()
    with answering(200, body, "application/json") as (url, _), pytest.raises(ApiError, match="a list of objects was"):
        client_of(url).list("listZones")


@pytest.mark.parametrize("count", ['{"a": 1}', '"many"', "-1", "1e400", "100000000000000000000"])
def test_a_count_that_is_none_is_not_believed(count: str) -> None:
    body = f'{{"listzonesresponse": {{"count": {count}, "zone": [{{"id": "1"}}]}}}}'.encode()
    with answering(200, body, "application/json") as (url, _), pytest.raises(ApiError, match="count of items is not"):
        client_of(url).list("listZones")


def test_an_answer_of_json_that_is_no_object() -> None:
    body = b'["not", "CloudStack"]'
    with answering(200, body, "application/json") as (url, _), pytest.raises(ApiError, match="Check api_url"):
        client_of(url).call("listZones")


def test_half_an_answer_is_a_lost_one() -> None:
    half = b'{"createzoneresponse": {"zone"'
    lost = pytest.raises(OutcomeUnknown, match=r"createZone was sent to .*, but its answer did not arrive")
    with answering(200, half, "application/json") as (url, seen), lost:
        client_of(url).call("createZone")
    assert len(seen) == 1


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(200, b"") as (url, _):
        pass
    monkeypatch.setenv("http_proxy", url)
    with pytest.raises(Unreachable, match="check api_url and the network"):
        client_of("http://192.0.2.1/client/api").call("createZone")


@pytest.mark.parametrize("body", [b"{}", b'{"keypair": {"id": "1"}}'])
def test_a_job_that_answers_at_once_is_not_waited_for(body: bytes) -> None:
    with answering(200, b'{"createsshkeypairresponse": ' + body + b"}", "application/json") as (url, seen):
        made = client_of(url).run("createSSHKeyPair")
    assert made in ({}, {"id": "1"})
    assert len(seen) == 1


class TestJobs:
    def start(self, simulator: Any, client: api.Client, policy: Any, **settings: Any) -> Any:
        zone = client.run("createZone", ZONE)
        simulator.jobs.policy = policy
        return client.run("createPhysicalNetwork", {"zoneid": zone["id"], "name": "net"}, **settings)

    def test_the_end_is_waited_for_with_pauses_that_grow(self, simulator: Any, client: api.Client) -> None:
        made = self.start(simulator, client, jobs.AfterPolls(5))
        assert made["name"] == "net"
        assert len(client.pauses) == 5
        assert client.pauses == sorted(set(client.pauses))
        assert client.pauses[0] <= 0.2

    def test_nobody_waits_when_told_so(self, simulator: Any, client: api.Client) -> None:
        made = self.start(simulator, client, jobs.Never(), wait=False)
        assert set(made) <= {"id"}
        assert "queryAsyncJobResult" not in [call.command for call in simulator.calls]

    def test_a_job_that_does_not_end(self, simulator: Any, cloud: Any) -> None:
        client = client_of(cloud.url, job_timeout=1)
        clock = iter(range(1000))
        client.sleep = lambda seconds: next(clock)
        zone = client.run("createZone", ZONE)
        simulator.jobs.policy = jobs.Never()
        with pytest.raises(JobTimeout) as caught:
            client.run("createPhysicalNetwork", {"zoneid": zone["id"], "name": "net"})
        assert "within 1 seconds (api_job_timeout)" in caught.value.message
        assert caught.value.failure["jobid"] == simulator.store.all("job")[-1]["id"]

    def test_a_job_that_fails(self, simulator: Any, client: api.Client) -> None:
        with pytest.raises(ApiError) as caught:
            self.start(simulator, client, jobs.Fail("out of capacity", "createPhysicalNetwork"))
        job = simulator.store.all("job")[-1]
        assert caught.value.message == "the job of createPhysicalNetwork failed: out of capacity"
        failure = caught.value.failure
        assert failure["jobid"] == job["id"]
        assert failure["code"] == job["jobresult"]["errorcode"]
        assert failure["errortext"] == "out of capacity"
