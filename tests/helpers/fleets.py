"""A small cloud for the playbook tests of fleets: guests that answer on loopback addresses, and their programs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from contract.samples import OFFERING, TEMPLATE, WORLD, ZONE
from contract.world import KEY, SECRET, Tasks, build

from cloudstack_simulator import Simulator

NETWORK = {**ZONE, "name": "guests", "network_offering": OFFERING, "gateway": "127.9.9.1", "netmask": "255.255.255.0"}
FIRST_ADDRESS = 11
HOSTS = 4


def world() -> dict[str, Any]:
    """The state of a cloud with a network whose guests have loopback addresses."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    with simulator.serve() as server:
        tasks = Tasks(simulator, server.url)
        build(tasks)
        tasks.run("configuration", {"name": "allow.non.rfc1918.compliant.ips", "value": "true"})
        tasks.run("network", NETWORK)
        host = next(options for kind, options in WORLD if kind == "host")
        for number in range(2, HOSTS + 1):
            tasks.run("host", {**host, "name": f"host-{number}", "url": f"http://sim/fleet/host-{number}"})
    return simulator.dump()


def address(number: int) -> str:
    """The address of the guest with this number, from 1."""
    return f"127.9.9.{FIRST_ADDRESS + number - 1}"


def guests(count: int, **more: Any) -> list[dict[str, Any]]:
    """That many instances for the variable ``instances_fleet``, each with its address."""
    return [{"name": f"node-{number}", "ip_address": address(number), **more} for number in range(1, count + 1)]


def variables(count: int, **more: Any) -> dict[str, Any]:
    """Variables of the role for a fleet of that many guests."""
    profile = {"template": TEMPLATE, "service_offering": "Small Instance", "networks": ["guests"]}
    return {
        "instances_zone": ZONE["zone"],
        "instances_profile": {**profile, **more.pop("profile", {})},
        "instances_fleet": guests(count),
        **more,
    }


@contextmanager
def answering(addresses: Iterable[str]) -> Iterator[int]:
    """Guests that answer on SSH: what listens at each of the loopback addresses says so. Gives their port."""
    listeners: list[socket.socket] = []
    port = 0
    try:
        for one in addresses:
            listener = socket.create_server((one, port))
            port = listener.getsockname()[1]
            listeners.append(listener)
            threading.Thread(target=_greet, args=(listener,), daemon=True).start()
        yield port
    finally:
        for listener in listeners:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()


def _greet(listener: socket.socket) -> None:
    while True:
        try:
            connection, _peer = listener.accept()
        except OSError:
            return
        with connection:
            connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
