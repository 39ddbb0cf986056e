"""Hosts, addresses and instances, which are found in ways of their own."""

from __future__ import annotations

import pytest
from asked import INSTANCE, ask, idents
from contract.samples import OFFERING, POD, TEMPLATE, ZONE
from contract.world import Tasks

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import Ambiguous, CloudError, OptionError


class TestHost:
    options = {
        **POD,
        "cluster": "cluster-1",
        "name": "host-2",
        "url": "http://sim/zone-1/h2",
        "hypervisor": "Simulator",
    }

    def add_unnamed(self, tasks: Tasks, url: str) -> str:
        found = idents(tasks)
        ids = {f"{kind}id": found[f"{kind} {kind}-1"] for kind in ("zone", "pod", "cluster")}
        return ask(tasks, "addHost", url=url, hypervisor="Simulator", username="root", password="x", **ids)["host"][0][
            "id"
        ]

    def test_what_a_cut_run_added_is_adopted(self, tasks: Tasks) -> None:
        identity = self.add_unnamed(tasks, "http://sim/zone-1/h2")
        told = tasks.run("host", self.options, check=True)
        done = tasks.run("host", self.options)
        assert done["id"] == identity
        assert done["name"] == "host-2"
        assert told["diff"] == done["diff"]
        assert [call.command for call in tasks.simulator.calls if call.write] == ["addHost", "updateHost"]
        assert tasks.run("host", self.options)["changed"] is False

    def test_a_named_host_is_not_adopted(self, tasks: Tasks) -> None:
        tasks.run("host", self.options)
        made = tasks.run("host", {**self.options, "name": "host-3", "url": "http://sim/zone-1/h3"})
        assert made["diff"]["before"] == {}
        assert len(tasks.info("host", {**ZONE, "cluster": "cluster-1"})) == 3

    def test_two_unnamed_hosts_are_told_apart_by_the_user(self, tasks: Tasks) -> None:
        two = {self.add_unnamed(tasks, f"http://sim/zone-1/h{number}") for number in (2, 3)}
        with pytest.raises(Ambiguous) as caught:
            tasks.run("host", self.options)
        assert {one["id"] for one in caught.value.failure["candidates"]} == two
        assert tasks.writes == 0
        for number, identity in enumerate(sorted(two), 2):
            tasks.run("host", {**self.options, "name": f"host-{number}", "id": identity})
        assert {one["name"] for one in tasks.info("host", {**ZONE, "cluster": "cluster-1"})} == {
            "host-1",
            "host-2",
            "host-3",
        }


class TestAddress:
    base = {**ZONE, "network": "app-net"}

    @pytest.fixture(autouse=True)
    def network(self, tasks: Tasks) -> None:
        tasks.run("network", {**ZONE, "name": "app-net", "network_offering": OFFERING, "gateway": "10.9.9.1",
                              "netmask": "255.255.255.0"})  # fmt: skip

    def test_the_only_one_of_a_network(self, tasks: Tasks) -> None:
        made = tasks.run("ip_address", self.base)
        assert tasks.run("ip_address", self.base)["ip_address"] == made["ip_address"]
        assert tasks.writes == 0

    def test_one_of_many_by_its_tags(self, tasks: Tasks) -> None:
        made = {
            use: tasks.run("ip_address", {**self.base, "tags": [{"key": "use", "value": use}]})["ip_address"]
            for use in ("api", "web")
        }
        assert len(set(made.values())) == 2
        for use, address in made.items():
            again = tasks.run("ip_address", {**self.base, "tags": [{"key": "use", "value": use}]})
            assert (again["changed"], again["ip_address"]) == (False, address)
        with pytest.raises(Ambiguous) as caught:
            tasks.run("ip_address", self.base)
        assert {one["ipaddress"] for one in caught.value.failure["candidates"]} == set(made.values())
        tasks.run("ip_address", {**self.base, "tags": [{"key": "use", "value": "api"}], "state": "absent"})
        assert tasks.run("ip_address", self.base)["ip_address"] == made["web"]

    def test_none_is_released_that_was_not_named(self, tasks: Tasks) -> None:
        tasks.run("ip_address", self.base)
        for check in (True, False):
            with pytest.raises(OptionError, match="ip_address: give the address, its id or its tags"):
                tasks.run("ip_address", {**self.base, "state": "absent"}, check=check)
            assert tasks.writes == 0

    def test_an_address_of_another_network_is_not_moved(self, tasks: Tasks) -> None:
        with pytest.raises(CloudError, match=r"198\.51\.100\.50"):
            tasks.run("ip_address", {**self.base, "ip_address": "198.51.100.50"})
        assert tasks.info("ip_address", {"ip_address": "198.51.100.50"})[0]["network"] == "web-net"


class TestInstance:
    def test_by_its_display_name(self, tasks: Tasks) -> None:
        made = tasks.run("instance", {**INSTANCE, "display_name": "Shop front"})
        assert made["changed"]
        assert tasks.run("instance", {**INSTANCE, "display_name": "Shop front"})["id"] == made["id"]
        assert tasks.run("instance", {**INSTANCE, "name": "Shop front"})["id"] == made["id"]
        assert tasks.writes == 0
        port = {**ZONE, "ip_address": "198.51.100.50", "public_port": 22, "private_port": 22, "vm": "Shop front"}
        tasks.run("portforward", port)
        assert tasks.run("portforward", port)["changed"] is False

    def test_the_living_one_is_meant(self, tasks: Tasks) -> None:
        first = tasks.run("instance", {**INSTANCE, "display_name": "Shop front"})["id"]
        tasks.run("instance", {**ZONE, "display_name": "Shop front", "state": "absent"})
        status, body = tasks.simulator.request(
            "deployVirtualMachine",
            displayname="Shop front",
            zoneid=idents(tasks)["zone zone-1"],
            templateid=idents(tasks)[f"template {TEMPLATE}"],
            serviceofferingid=idents(tasks)["serviceoffering Small Instance"],
            networkids=idents(tasks)["network web-net"],
        )
        assert status == 200, body
        second = tasks.run("instance", {**INSTANCE, "display_name": "Shop front"})
        assert second["changed"] is False
        assert second["id"] != first

    def test_a_destroyed_one_comes_back_when_nothing_else_lives(self, tasks: Tasks) -> None:
        first = tasks.run("instance", {**INSTANCE, "name": "n1"})["id"]
        tasks.run("instance", {**ZONE, "name": "n1", "state": "absent"})
        again = tasks.run("instance", {**INSTANCE, "name": "n1", "state": "started"})
        assert (again["id"], again["state"]) == (first, "Running")
        assert "deployVirtualMachine" not in [call.command for call in tasks.simulator.calls[-6:]]

    def test_two_of_one_display_name(self, tasks: Tasks) -> None:
        ids = set()
        for name in ("n1", "n2"):
            ids.add(tasks.run("instance", {**INSTANCE, "name": name, "display_name": "Shop front"})["id"])
        with pytest.raises(Ambiguous) as caught:
            tasks.run("instance", {**INSTANCE, "display_name": "Shop front"})
        assert {one["id"] for one in caught.value.failure["candidates"]} == ids
        assert tasks.run("instance", {**INSTANCE, "name": "n2"})["changed"] is False
