"""What a guest learns of itself, from a virtual router on the loopback interface."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.guest import metadata, router

TOLD = {
    "/latest/meta-data/service-offering": "Small Instance\n",
    "/latest/meta-data/availability-zone": "zone-1",
    "/latest/meta-data/local-hostname": "web-1",
    "/latest/meta-data/local-ipv4": "10.1.1.100",
    "/latest/meta-data/public-ipv4": "",
    "/latest/meta-data/instance-id": "5b19cdd7-e682-4f1d-89fe-02fc00000001",
    "/latest/user-data": "#cloud-config\npackages: [nginx]\n",
}


class Router(BaseHTTPRequestHandler):
    """Answers like a virtual router: what it does not know is 404."""

    def do_GET(self) -> None:
        text = TOLD.get(self.path)
        self.send_response(404 if text is None else 500 if text == "broken" else 200)
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, *_args: Any) -> None:
        """Be quiet."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Host and port of a virtual router."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Router)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def asked(host: str, name: str | None = None) -> dict[str, Any]:
    return metadata.facts_of({"filter": name, "meta_data_host": host, "timeout": 5})


def test_facts_are_what_the_router_tells(host: str) -> None:
    assert asked(host) == {
        "cloudstack_service_offering": "Small Instance",
        "cloudstack_availability_zone": "zone-1",
        "cloudstack_local_hostname": "web-1",
        "cloudstack_local_ipv4": "10.1.1.100",
        "cloudstack_instance_id": "5b19cdd7-e682-4f1d-89fe-02fc00000001",
        "cloudstack_user_data": {"packages": ["nginx"]},
        "cloudstack_user_data_raw": "#cloud-config\npackages: [nginx]\n",
    }
    assert asked(host, "cloudstack_local_ipv4") == {"cloudstack_local_ipv4": "10.1.1.100"}


def test_a_router_that_fails_or_is_not_there_is_an_error(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOLD, "/latest/meta-data/instance-id", "broken")
    with pytest.raises(metadata.Unreachable, match=r"instance-id answers HTTP 500"):
        asked(host)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(metadata.Unreachable, match=f"http://{nobody}/latest/.* does not answer"):
        asked(nobody)
    monkeypatch.setattr(metadata, "virtual_router", lambda: "")
    with pytest.raises(metadata.Unreachable, match=r"^meta_data_host: neither"):
        asked("")


@pytest.mark.parametrize(
    ("text", "content"),
    [("a: 1", {"a": 1}), ('{"a": 1}', {"a": 1}), ("#!/bin/sh\necho", {}), ("a: [", {}), ("", {}), ("- a", {})],
)
def test_user_data_is_a_mapping_or_nothing(text: str, content: dict[str, Any]) -> None:
    assert metadata.mapping(text) == content


def test_without_the_library_user_data_is_only_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "HAS_YAML", False)
    assert metadata.mapping("a: 1") == {}


DHCLIENT = (
    "lease {\n  option dhcp-server-identifier 10.1.1.1;\n}\nlease {\n  option dhcp-server-identifier 10.1.1.2;\n}\n"
)


@pytest.mark.parametrize(
    ("lease", "server"),
    [(DHCLIENT, "10.1.1.2"), ("ADDRESS=10.1.1.9\nSERVER_ADDRESS=10.1.1.1\n", "10.1.1.1"), ("nothing", "10.1.1.254")],
)
def test_the_router_is_the_dhcp_server_or_else_the_gateway(tmp_path: Path, lease: str, server: str) -> None:
    (tmp_path / "eth0.lease").write_text(lease)
    gateway = f"{struct.unpack('=L', socket.inet_aton('10.1.1.254'))[0]:08X}"
    routes = tmp_path / "route"
    routes.write_text(
        "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
        "eth0\t0001010A\t00000000\t0001\t0\t0\t0\t00FFFFFF\n"
        f"eth0\t00000000\t{gateway}\t0003\t0\t0\t0\t00000000\n"
    )
    assert router.virtual_router([str(tmp_path / "*.lease")], str(routes)) == server


def test_nothing_tells_the_router(tmp_path: Path) -> None:
    assert router.virtual_router([str(tmp_path / "*")], str(tmp_path / "none")) == ""


@pytest.mark.playbook
def test_the_module_returns_facts(host: str, run_playbook: Callable[..., Any]) -> None:
    read = {"name": "Read", "cloudstack.cloud.metadata_facts": {"meta_data_host": host}}
    show = {"name": "Show", "ansible.builtin.debug": {"msg": "{{ ansible_facts.cloudstack_instance_id }}"}}
    lost = {
        "name": "Lost",
        "cloudstack.cloud.metadata_facts": {"meta_data_host": "127.0.0.1:1", "timeout": 1},
        "ignore_errors": True,
    }
    run = run_playbook([{"hosts": "localhost", "gather_facts": False, "tasks": [read, show, lost]}])
    assert run.task("Show").result["msg"] == TOLD["/latest/meta-data/instance-id"]
    assert "Run it inside an instance" in run.task("Lost").msg
