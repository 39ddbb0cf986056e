"""Measures the inventory plugin: against the bare list calls, and against adding the same hosts from memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / name) for name in ("tests", "tools", "extensions/simulator")]

from ansible.inventory.data import InventoryData  # noqa: E402
from ansible.parsing.dataloader import DataLoader  # noqa: E402
from ansible.plugins.loader import init_plugin_loader, inventory_loader  # noqa: E402
from playbook_run import COLLECTIONS  # noqa: E402

from benchmarks.clouds import API_KEY, SECRET_KEY  # noqa: E402

INSTANCES = 10_000
ROUNDS = 3
PLAN = f"zones=1,networks=40,instances={INSTANCES}"


@contextmanager
def cloud() -> Iterator[str]:
    """The URL of a simulator in a process of its own, as a cloud is."""
    command = [sys.executable, "-m", "cloudstack_simulator", "--port", "0", "--populate", PLAN]
    command += ["--api-key", API_KEY, "--secret-key", SECRET_KEY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "extensions" / "simulator")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield next(word for line in process.stdout or () for word in line.split() if word.startswith("http"))
        finally:
            process.terminate()


def read(url: str, folder: Path) -> InventoryData:
    """What the plugin makes of the cloud."""
    path = folder / "cloudstack.yml"
    path.write_text(
        f"plugin: cloudstack.cloud.instance\napi_url: {url}\napi_key: {API_KEY}\napi_secret: {SECRET_KEY}\n",
        encoding="utf-8",
    )
    found = InventoryData()
    inventory_loader.get("cloudstack.cloud.instance").parse(found, DataLoader(), str(path))
    found.reconcile_inventory()
    return found


def bare_lists(url: str) -> int:
    """The list calls alone, one page after the other, as any client sends them."""
    from ansible_collections.cloudstack.cloud.plugins.module_utils.client import Client
    from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import Settings

    return len(Client(Settings(url, API_KEY, SECRET_KEY)).list("listVirtualMachines"))


def from_memory(made: InventoryData) -> InventoryData:
    """The same hosts with the same variables in the same groups, added by what Ansible itself offers."""
    found = InventoryData()
    for group in ("cloudstack", "cloudstack_instances"):
        found.add_group(group)
    found.add_child("cloudstack", "cloudstack_instances")
    for name, host in made.hosts.items():
        found.add_host(name, "cloudstack_instances")
        for key, value in host.vars.items():
            if not key.startswith("inventory_"):
                found.set_variable(name, key, value)
    found.reconcile_inventory()
    return found


def seconds(work: Callable[[], Any]) -> float:
    """The median of the wall time."""
    took = []
    for _round in range(ROUNDS):
        started = time.monotonic()
        work()
        took.append(time.monotonic() - started)
    return median(took)


def main() -> None:
    init_plugin_loader([str(COLLECTIONS)])
    with cloud() as url, tempfile.TemporaryDirectory() as folder:
        made = read(url, Path(folder))
        if len(made.hosts) != INSTANCES or bare_lists(url) != INSTANCES:
            raise RuntimeError(f"{len(made.hosts)} hosts were read")
        lists = seconds(lambda: bare_lists(url))
        adding = seconds(lambda: from_memory(made))
        whole = seconds(lambda: read(url, Path(folder)))
    ratio = whole / (lists + adding)
    print("| what | measured | aim | in detail |\n|---|---|---|---|")
    print(
        f"| (g) {INSTANCES:,} instances as inventory, against the bare list calls and adding the hosts from memory "
        f"| {ratio:.2f} times | ≤ 1.5 times | {whole:.1f} s; lists {lists:.1f} s, adding {adding:.1f} s |"
    )


if __name__ == "__main__":
    main()
