"""A populated cloud, and inventories read from it in the test's own process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.loader import inventory_loader

from cloudstack_simulator import Simulator
from cloudstack_simulator.populate import build, plan

KEY, SECRET = "inventory-key", "inventory-secret"
PLAN = "zones=2,networks=4,instances=12"

Read = Callable[..., InventoryData]


class Cloud:
    """The cloud that an inventory is read from."""

    def __init__(self, simulator: Simulator, url: str) -> None:
        self.simulator = simulator
        self.connection = {"api_url": url, "api_key": KEY, "api_secret": SECRET}
        self.environment = {"CLOUDSTACK_ENDPOINT": url, "CLOUDSTACK_KEY": KEY, "CLOUDSTACK_SECRET": SECRET}

    def ask(self, command: str, **params: Any) -> dict[str, Any]:
        """The content of an answer; a job's result where there is a job."""
        status, body = self.simulator.request(command, **params)
        content: dict[str, Any] = next(iter(body.values()))
        assert status == 200, content
        if "jobid" in content:
            for _look in range(3):
                job = self.simulator.request("queryAsyncJobResult", jobid=content["jobid"])[1]
                result: dict[str, Any] = next(iter(job.values()))
            assert result["jobstatus"] == 1, result
            return result["jobresult"]
        return content

    def instances(self) -> list[dict[str, Any]]:
        """The records of all instances, by their names."""
        return sorted(self.simulator.store.all("virtualmachine"), key=lambda one: one["name"])

    def tag(self, instance: Mapping[str, Any], **tags: str) -> None:
        """Give an instance tags."""
        pairs = {
            f"tags[{at}].{word}": text
            for at, pair in enumerate(tags.items())
            for word, text in zip(("key", "value"), pair, strict=True)
        }
        self.ask("createTags", resourcetype="UserVm", resourceids=instance["id"], **pairs)


@pytest.fixture(scope="session")
def populated() -> Iterator[tuple[Cloud, Any]]:
    """The cloud and its state as it was populated."""
    simulator = Simulator(api_key=KEY, secret_key=SECRET, strict=True)
    build(simulator, plan(PLAN))
    with simulator.serve() as server:
        yield Cloud(simulator, server.url), simulator.dump()
    assert simulator.defects == [], "the simulator itself failed"


@pytest.fixture
def cloud(populated: tuple[Cloud, Any]) -> Cloud:
    """The cloud, fresh."""
    cloud, state = populated
    cloud.simulator.load(state)
    cloud.simulator.clear_calls()
    return cloud


@pytest.fixture
def read(cloud: Cloud, tmp_path: Path) -> Read:
    """Reads the inventory that a configuration file with these options makes."""

    def inventory(*, connection: Any = None, **options: Any) -> InventoryData:
        path = tmp_path / "cloudstack.yml"
        given = {"plugin": "cloudstack.cloud.instance", **(cloud.connection if connection is None else connection)}
        path.write_text(yaml.safe_dump({**given, **options}, allow_unicode=True), encoding="utf-8")
        plugin = inventory_loader.get("cloudstack.cloud.instance")
        found = InventoryData()
        assert plugin.verify_file(str(path))
        plugin.parse(found, DataLoader(), str(path))
        plugin.update_cache_if_changed()
        found.reconcile_inventory()
        return found

    return inventory
