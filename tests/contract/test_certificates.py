"""Certificates that the API takes and never shows."""

from __future__ import annotations

from typing import Any

import pytest

from contract.catalogue import apis, load
from contract.samples import ZONE
from contract.world import Tasks
from helpers.certificates import OF_THE_LATE_CENTURY as PEM

UPLOAD = {
    "domain_suffix": "console.example.com",
    "certificate": PEM,
    "private_key": "a-key-of-its-own",
    "chain": [{"name": "root", "certificate": PEM}, {"name": "middle", "certificate": PEM}],
}
HOST = {**ZONE, "host": "host-1"}


def sent(tasks: Tasks) -> list[dict[str, Any]]:
    """The parameters of the writes since the calls were cleared."""
    return [dict(call.params) for call in tasks.simulator.calls if call.write]


def test_a_chain_is_uploaded_from_its_root_to_the_certificate(tasks: Tasks) -> None:
    told = tasks.run("certificate", UPLOAD, check=True)
    assert (told["changed"], tasks.writes) == (True, 0)
    tasks.simulator.clear_calls()
    done = tasks.run("certificate", UPLOAD)
    assert [(one.get("id"), one.get("name"), "privatekey" in one) for one in sent(tasks)] == [
        ("1", "root", False),
        ("2", "middle", False),
        (None, None, True),
    ]
    assert done["system_vms"] == told["system_vms"] != []
    assert "a-key-of-its-own" not in str(done)
    assert "a-key-of-its-own" not in str(tasks.simulator.dump()["kinds"])
    assert {key for one in sent(tasks) for key in one} <= set(apis()["uploadCustomCertificate"]["params"])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"certificate": "x"}, r"^certificate: .*PEM"),
        ({"chain": [{"name": "root", "certificate": "x"}]}, r"^chain: .* under the name root what is not in PEM form"),
    ],
)
def test_what_is_no_certificate_is_not_sent(tasks: Tasks, wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(load("errors").OptionError, match=message):
        tasks.run("certificate", {**UPLOAD, **wrong})
    assert tasks.writes == 0


def test_a_certificate_of_a_host_is_renewed_when_it_soon_ends(tasks: Tasks) -> None:
    kept = tasks.run("host_certificate", {**HOST, "certificate": PEM})
    assert (kept["changed"], kept["expires"], tasks.writes) == (False, "2081-08-26T01:43:54Z", 0)
    soon = {**HOST, "certificate": PEM, "renew_before": kept["days_left"] + 1, "reconnect": False}
    assert tasks.run("host_certificate", soon, check=True)["changed"]
    assert tasks.writes == 0
    tasks.simulator.clear_calls()
    assert tasks.run("host_certificate", soon)["changed"]
    (renewal,) = sent(tasks)
    assert (renewal["hostid"], renewal["reconnect"]) == (kept["id"], "false")
    assert set(renewal) <= set(apis()["provisionCertificate"]["params"])


def test_a_certificate_of_which_nothing_is_known_is_renewed(tasks: Tasks) -> None:
    for _ in range(2):
        assert tasks.run("host_certificate", HOST)["changed"]
        assert tasks.writes == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"certificate": "x"}, r"^certificate: 'x' is no certificate"),
        ({"host": "nobody"}, r"^host: there is no host 'nobody'"),
        ({"provider": "vault"}, r"^provider: .*for example root"),
    ],
)
def test_a_wrong_renewal_is_refused(tasks: Tasks, wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(load("errors").OptionError, match=message):
        tasks.run("host_certificate", {**HOST, **wrong})


def test_it_is_told_how_long_an_authority_is_good(tasks: Tasks) -> None:
    (root,) = tasks.info("certificate_authority", {})
    assert (root["name"], root["expires"]) == ("root", "2056-11-14T14:39:55Z")
    assert root["days_left"] > 0
    assert root["certificate"].startswith("-----BEGIN CERTIFICATE-----")
    assert tasks.info("certificate_authority", {"name": "no-such"}) == []


def test_an_authority_without_a_certificate_is_told_all_the_same(tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    client = load("client").Client
    call = client.call
    monkeypatch.setattr(client, "call", lambda *sent: {} if sent[1] == "listCaCertificate" else call(*sent))
    (root,) = tasks.info("certificate_authority", {})
    assert (root["name"], root.get("days_left"), root.get("certificate")) == ("root", None, None)
