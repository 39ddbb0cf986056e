"""A cloud with one zone for tests, and shorthands for what they need in it."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from replay import Replay
from test_zone_life import Cloud

from cloudstack_simulator import Simulator

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO5tz3yQkBqsDw0C3Wbx1zS1Ahg3oUXqDnJ4Y1yUQv0n user@example.com"
ISOLATED = "DefaultIsolatedNetworkOfferingWithSourceNatService"
USER_DATA = "I2Nsb3VkLWNvbmZpZwo="


@lru_cache(maxsize=3)
def built(flow: str) -> dict[str, Any]:
    """The state that a zone flow leaves."""
    simulator = Simulator(api_key="k", secret_key="s", strict=True)
    Replay(simulator).run(flow)
    return simulator.dump()


class Site(Cloud):
    """A cloud with one zone, and shorthands for what tests need in it."""

    def __init__(self, flow: str = "zone-advanced") -> None:
        super().__init__(Simulator(api_key="k", secret_key="s", strict=True))
        self.simulator.load(copy.deepcopy(built(flow)))
        self.zone = self.one("listZones")["id"]

    def offering(self, name: str) -> str:
        """The id of a network offering."""
        return self.one("listNetworkOfferings", name=name)["id"]

    def service(self, name: str = "Small Instance") -> str:
        """The id of a service offering."""
        return self.one("listServiceOfferings", name=name)["id"]

    def template(self) -> str:
        """The id of the built-in template."""
        return self.one("listTemplates", templatefilter="executable", zoneid=self.zone)["id"]

    def network(self, name: str = "net", offering: str = ISOLATED, **params: Any) -> dict[str, Any]:
        """A new network."""
        params = {"name": name, "zoneid": self.zone, "networkofferingid": self.offering(offering), **params}
        return self.ok("createNetwork", **params)["network"]

    def instance(self, network: dict[str, Any], name: str = "vm", **params: Any) -> dict[str, Any]:
        """A new instance."""
        params = {"templateid": self.template(), "serviceofferingid": self.service(), **params}
        deployed = self.ok("deployVirtualMachine", name=name, zoneid=self.zone, networkids=network["id"], **params)
        return deployed["virtualmachine"]

    def address(self, network: dict[str, Any], **params: Any) -> dict[str, Any]:
        """A new public address."""
        taken = self.ok("associateIpAddress", networkid=network["id"], **params)["ipaddress"]
        return self.one("listPublicIpAddresses", id=taken["id"])


def shows(item: dict[str, Any], **expected: Any) -> None:
    """An item holds these values."""
    assert {name: item.get(name) for name in expected} == expected
