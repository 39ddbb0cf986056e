"""The module api_keys on a server where nobody has keys yet: log in, register, change the password, log out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

import pytest

from cloudstack_simulator import Simulator
from contract.catalogue import load

OWN = "correct-horse-battery-staple"
SHIPPED = "password"
FRESH = {"username": "admin", "password": OWN, "initial_password": SHIPPED}


@dataclass
class Server:
    """A simulator without keys, and the module run against it."""

    simulator: Simulator
    url: str
    options: dict[str, Any] = field(default_factory=dict)

    def run(self, check: bool = False, **options: Any) -> dict[str, Any]:
        self.simulator.clear_calls()
        surface = load("api_keys").API_KEYS
        params = {**dict.fromkeys(surface.arguments()["argument_spec"]), **FRESH, "api_url": self.url, **options}
        done = load("run").execute(surface.work, params, check, surface.needed)
        assert self.simulator.auth.sessions == 0, "the session is closed, whatever happened"
        return done

    @property
    def commands(self) -> list[str]:
        return [call.command for call in self.simulator.calls]


@pytest.fixture
def server() -> Iterator[Server]:
    simulator = Simulator("", "", strict=True)
    with simulator.serve() as running:
        yield Server(simulator, running.url)
    assert simulator.defects == []


def test_a_new_server_gets_a_password_and_keys(server: Server) -> None:
    told = server.run(check=True)
    assert (told["changed"], server.simulator.writes, "user_api_key" in told) == (True, 0, False)
    done = server.run()
    assert done["diff"] == told["diff"]
    assert done["diff"]["before"] == {"keys_registered": False, "has_initial_password": True}
    assert server.simulator.writes == 2
    assert [one for one in server.commands if one != "queryAsyncJobResult"] == [
        *("login", "login", "updateUser", "getUserKeys", "registerUserKeys", "getUserKeys", "listCapabilities"),
        "logout",
    ]
    again = server.run()
    assert (again["changed"], server.simulator.writes) == (False, 0)
    assert server.commands == ["login", "getUserKeys", "listCapabilities", "logout"]
    assert {key: again[key] for key in again if key.startswith("user_api")} == {
        "user_api_key": done["user_api_key"],
        "user_api_secret": done["user_api_secret"],
    }
    assert "diff" not in again


def test_the_keys_are_good_for_the_other_modules(server: Server) -> None:
    done = server.run()
    settings = load("settings").Settings(server.url, done["user_api_key"], done["user_api_secret"])
    assert load("client").Client(settings).list("listUsers")[0]["username"] == "admin"


@pytest.mark.parametrize("begun", ["updateUser", "registerUserKeys"])
@pytest.mark.parametrize("fault", ["close_before", "close_after"])
def test_a_lost_answer_is_no_failure(server: Server, begun: str, fault: str) -> None:
    server.simulator.faults.add(fault, begun)
    done = server.run()
    assert (done.get("msg"), done["changed"], done["keys_registered"]) == (None, True, True)
    assert len(server.simulator.store.all("userkey")) == 1
    assert server.run()["changed"] is False


@pytest.mark.parametrize("begun", ["updateUser", "registerUserKeys"])
def test_a_run_that_was_cut_off_is_completed_by_the_next(server: Server, begun: str) -> None:
    server.simulator.faults.add("530", begun)
    assert server.run()["failure"]["command"] == begun
    assert server.run()["changed"] is True
    assert server.run()["changed"] is False
    assert len(server.simulator.store.all("userkey")) == 1


def test_keys_that_are_there_are_kept(server: Server) -> None:
    first = server.run()
    changed = server.run(password="another-one", initial_password=OWN)
    assert changed["diff"]["before"] == {"keys_registered": True, "has_initial_password": True}
    assert changed["user_api_key"] == first["user_api_key"]
    assert server.commands.count("registerUserKeys") == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"initial_password": None}, "password: the server does not let 'admin' of the domain 'ROOT' in"),
        ({"initial_password": "guess"}, "nor with initial_password"),
        ({"domain": "dev"}, "of the domain 'dev'"),
    ],
)
def test_wrong_credentials_are_told(server: Server, options: dict[str, Any], says: str) -> None:
    done = server.run(**options)
    assert done["failed"]
    assert says in done["msg"]
    assert done["failure"]["option"] == "password"
    assert OWN not in str(done)
    assert server.simulator.writes == 0


def test_without_an_address_the_error_names_it() -> None:
    surface = load("api_keys").API_KEYS
    done = load("run").execute(surface.work, FRESH, False, surface.needed)
    assert done["failure"]["option"] == "api_url"


def test_keys_that_are_not_accepted_are_told(server: Server) -> None:
    server.run()
    server.simulator.admin().user["_secretkey"] = "changed-behind"
    server.simulator.store.first("userkey")["_secretkey"] = "changed-behind-too"
    done = server.run()
    assert "the server does not accept them" in done["msg"]
    assert done["failure"]["code"] == 401


def test_no_secret_is_in_a_url_or_a_record(server: Server) -> None:
    done = server.run()
    seen = repr(server.simulator.calls)
    for secret in (OWN, done["user_api_secret"], done["user_api_key"]):
        assert secret not in seen
    assert done["user_api_secret"] not in str(done["diff"])


@pytest.mark.parametrize(
    ("code", "says"), [(401, "the server does not accept them"), (432, ""), (530, "listCapabilities failed")]
)
def test_only_keys_that_are_refused_are_no_good(monkeypatch: pytest.MonkeyPatch, code: int, says: str) -> None:
    """A role that may do little answers 432: the signature was good, then."""
    api_keys, errors = load("api_keys"), load("errors")

    def call(client: Any, command: str) -> None:
        raise errors.ApiError(command, code, "as the test wants it")

    monkeypatch.setattr(api_keys.Client, "call", call)
    client = api_keys.Client(load("settings").Settings("http://192.0.2.1/client/api", "a", "b"))
    with pytest.raises(errors.CloudError, match=says) if says else nullcontext():
        api_keys._verify(client, {"key": "c", "secret": "d"}, "ada")
