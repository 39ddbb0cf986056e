"""Who answers must be the server: certificates are verified, by modules both ways, by the lookup and the inventory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from contract.catalogue import load

from cloudstack_simulator import Simulator
from helpers.authority import Authority

KEY, SECRET = "tls-key", "tls-secret-of-a-user"
ERRORS = load("errors")


class Https:
    """Clouds that speak TLS with certificates of a private authority."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.own, self.foreign = Authority(folder, "own"), Authority(folder, "foreign")
        self.simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
        self._stack = stack

    def url(self, made_out_to: str = "127.0.0.1", age: int = 1) -> str:
        """A cloud whose certificate is made out to a name, and counts for two days."""
        server = self.simulator.serve(tls=self.own.context(made_out_to, age))
        return str(self._stack.enter_context(server).url)

    def zones(self, url: str, **options: Any) -> Any:
        """What zone_info gives, by way of the settings and the edge of every module."""
        params = {"api_url": url, "api_key": KEY, "api_secret": SECRET, **options}
        return load("run").execute(load("run").info_work_of(load("resources.zone").ZONE), params, False)


@pytest.fixture
def https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Https]:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    with ExitStack() as stack:
        yield Https(tmp_path, stack)


def test_a_private_authority_is_trusted_when_it_is_named(https: Https, monkeypatch: pytest.MonkeyPatch) -> None:
    url = https.url()
    assert url.startswith("https://")
    assert https.zones(url, api_verify_ssl_cert=str(https.own.path)) == {"changed": False, "zones": []}
    monkeypatch.setenv("CLOUDSTACK_VERIFY", str(https.own.path))
    assert https.zones(url)["zones"] == []


@pytest.mark.parametrize(
    ("certificate", "trusted", "why"),
    [
        ({}, None, "unable to get local issuer certificate"),
        ({}, "foreign", "unable to get local issuer certificate"),
        ({"made_out_to": "cloud.example.com"}, "own", "IP address mismatch, certificate is not valid for '127.0.0.1'"),
        ({"age": 9}, "own", "certificate has expired"),
    ],
)
def test_no_other_server_is_spoken_to(https: Https, certificate: Any, trusted: str | None, why: str) -> None:
    url = https.url(**certificate)
    options = {"api_verify_ssl_cert": str(getattr(https, trusted).path)} if trusted else {}
    result = https.zones(url, **options)
    assert result["failed"]
    assert f"{url}: its certificate is not accepted ({why})." in result["msg"]
    assert "Give api_verify_ssl_cert" in result["msg"]
    assert SECRET not in str(result)
    assert https.simulator.calls == []


def test_nothing_is_tried_twice_where_the_certificate_is_wrong(https: Https) -> None:
    settings = load("settings").Settings(https.url(), KEY, SECRET)
    client = load("client").Client(settings, sleep=lambda seconds: pytest.fail("it waits"))
    with pytest.raises(ERRORS.Untrusted):
        client.call("listZones")
    with pytest.raises(ERRORS.Untrusted):
        client.call("createZone", {"name": "zone-1"})


def test_a_file_without_certificates_and_a_server_without_tls_are_told_apart(https: Https, tmp_path: Path) -> None:
    (tmp_path / "junk.pem").write_text("no certificate", encoding="utf-8")
    result = https.zones(https.url(), api_verify_ssl_cert=str(tmp_path / "junk.pem"))
    assert "the file of api_verify_ssl_cert holds no certificate of an authority" in result["msg"]
    with https.simulator.serve() as plain:
        result = https.zones(plain.url.replace("http:", "https:"))
    assert "it does not speak TLS" in result["msg"]


def test_the_switch_works_and_warns(https: Https, monkeypatch: pytest.MonkeyPatch) -> None:
    url = https.url("cloud.example.com")
    result = https.zones(url, validate_certs=False)
    assert result["zones"] == []
    (warning,) = result["warnings"]
    assert warning.startswith(f"The certificate of {url} is not verified (validate_certs=false)")
    failed = https.zones(url, validate_certs=False, api_key="wrong")
    assert (failed["failed"], failed["warnings"]) == (True, [warning])
    monkeypatch.setenv("CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY", "true")
    assert https.zones(url)["warnings"] == [warning]
    with https.simulator.serve() as plain:
        assert "warnings" not in https.zones(plain.url, validate_certs=False)


def task(name: str, module: str = "zone_info", **options: Any) -> dict[str, Any]:
    return {"name": name, f"cloudstack.cloud.{module}": options, "ignore_errors": True}


@pytest.mark.playbook
@pytest.mark.parametrize("in_process", ["1", "0"])
def test_playbooks_verify_and_warn(https: Https, run_playbook: Any, tmp_path: Path, in_process: str) -> None:
    url = https.url()
    connection = {"api_url": url, "api_key": KEY, "api_secret": SECRET}
    looked = "{{ query('cloudstack.cloud.api', 'listZones', **(cloud | combine(%s))) }}"
    play = {
        "hosts": "localhost",
        "gather_facts": False,
        "vars": {"cloud": connection},
        "module_defaults": {"group/cloudstack.cloud.all": connection},
        "tasks": [
            task("Unknown authority"),
            task("Known authority", api_verify_ssl_cert=str(https.own.path)),
            task("Anybody", validate_certs=False),
            {"name": "Looked up without", "ansible.builtin.debug": {"msg": looked % "{'validate_certs': false}"}},
            {"name": "Looked up", "ansible.builtin.debug": {"msg": looked % "{}"}, "ignore_errors": True},
        ],
    }
    run = run_playbook([play], env={"CLOUDSTACK_IN_PROCESS": in_process})
    assert run.task("Unknown authority").outcome == "ignored"
    assert "its certificate is not accepted" in run.task("Unknown authority").msg
    known = run.task("Known authority")
    assert (known.failed, known.result["zones"], known.result.get("warnings")) == (False, [], None)
    anybody = run.task("Anybody").result
    assert anybody["zones"] == []
    assert "is not verified" in str(anybody["warnings"])
    assert run.task("Looked up").outcome == "ignored"
    assert "its certificate is not accepted" in run.task("Looked up").msg
    assert run.task("Looked up without").result["msg"] == []
    printed = run.stdout + run.stderr
    assert printed.count("is not verified (validate_certs=false)") == 1
    assert "stderr instead of using Display" not in printed
    assert SECRET not in printed


def test_the_inventory_verifies_and_warns(https: Https, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ansible.errors import AnsibleParserError
    from ansible.inventory.data import InventoryData
    from ansible.parsing.dataloader import DataLoader
    from ansible.plugins.loader import inventory_loader

    path = tmp_path / "cloudstack.yml"
    text = f"plugin: cloudstack.cloud.instance\napi_url: {https.url()}\napi_key: {KEY}\napi_secret: {SECRET}\n"
    path.write_text(text, encoding="utf-8")
    warned: list[str] = []
    plugin = inventory_loader.get("cloudstack.cloud.instance")
    monkeypatch.setattr(plugin.display, "warning", warned.append)
    with pytest.raises(AnsibleParserError, match="its certificate is not accepted"):
        plugin.parse(InventoryData(), DataLoader(), str(path))
    assert warned == []
    path.write_text(f"{text}validate_certs: false\n", encoding="utf-8")
    plugin.parse(InventoryData(), DataLoader(), str(path))
    assert ["is not verified" in warning for warning in warned] == [True]
