"""Machines with stand-ins for CloudStack's packages, and the runs of roles and playbooks on them."""

from __future__ import annotations

import json
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playbook_run import PlaybookRun, ansible_environment, run_playbook

from helpers.machine import Machine
from helpers.mariadb import free_port
from helpers.network import Network
from helpers.stand_ins import Repository

SECRETS = {
    "management_server_database_password": "db-5ecret",
    "management_server_secret": "ms-5ecret",
    "management_server_database_secret": "dk-5ecret",
    "management_server_tls_password": "ks-5ecret",
}
LOG = "/var/lib/cloudstack-stand-in/log"
CONFIG = "/etc/cloudstack/management"


def status(url: str, authority: Path | None = None) -> int:
    """What the API answers to somebody who is not known, and who trusts an authority, or anybody.

    :raises urllib.error.URLError: nothing answers, or nobody that is trusted.
    """
    context = ssl.create_default_context(cafile=authority) if authority else ssl._create_unverified_context()
    try:
        with urllib.request.urlopen(f"{url}/client/api?command=listZones", context=context, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


class Site:
    """Machines on which the role runs, and the variables that lead it to the stand-ins."""

    def __init__(
        self, folder: Path, names: list[str], others: Sequence[Path] = (), network: Network | None = None
    ) -> None:
        """Have the machines, in a network of their own where one is given.

        others: packages that the repository holds beside those of CloudStack.
        """
        self.folder = folder
        self._inside = network.inside if network else []
        suite = subprocess.run(
            ["sh", "-c", ". /etc/os-release; echo $VERSION_CODENAME"], check=True, capture_output=True, encoding="utf-8"
        ).stdout.strip()
        self.repository = Repository(folder / "repository", suite, others)
        self.machines = {name: Machine(name, folder / name, folder, network) for name in names}
        self.port = free_port()
        self.tls_port = free_port()
        self.balancer_port = free_port()
        self.variables: dict[str, Any] = {
            "ansible_connection": "local",
            "management_server_mirror": self.repository.mirror,
            "management_server_key_url": self.repository.key,
            "management_server_version": "4.23.0.0",
            "management_server_connector": str(self.repository.connector),
            "management_server_http_port": self.port,
            "management_server_https_port": self.tls_port,
            "management_server_wait_interval": 1,
            "management_server_wait_timeout": 60,
            **SECRETS,
        }
        hosts = {
            name: {
                "ansible_python_interpreter": str(machine.python),
                "management_server_bind": f"127.0.0.{number}",
                "management_server_address": f"127.0.0.{number}",
            }
            for number, (name, machine) in enumerate(self.machines.items(), 1)
        }
        self.inventory = folder / "inventory.yml"
        self.inventory.write_text(json.dumps({"all": {"hosts": hosts}}), encoding="utf-8")
        for machine in self.machines.values():
            machine.run("sh", "-c", "rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*")
            machine.write("/etc/apt/apt.conf.d/99stand-in", 'APT::Sandbox::User "root";\n')

    def run(self, *options: str, hosts: str = "ms1", tasks_from: str = "main", **more: Any) -> PlaybookRun:
        """Run the role."""
        role = {"name": "cloudstack.cloud.management_server", "tasks_from": tasks_from}
        tasks = [{"name": "Run the role", "ansible.builtin.include_role": role}]
        return self.run_plays([{"hosts": hosts, "gather_facts": False, "tasks": tasks}], *options, **more)

    def run_plays(self, plays: list[dict[str, Any]], *options: str, **more: Any) -> PlaybookRun:
        """Run plays with the variables of the site."""
        play = self.folder / "play.yml"
        play.write_text(json.dumps(plays), encoding="utf-8")
        return self.run_file(str(play), *options, **more)

    def run_file(self, play: str, *options: str, **more: Any) -> PlaybookRun:
        """Run a playbook with the variables of the site."""
        given = self.folder / "variables.json"
        given.write_text(json.dumps({**self.variables, **more}), encoding="utf-8")
        environment = ansible_environment(self.folder)
        environment["ANSIBLE_PIPELINING"] = "1"
        words = [*options, "--inventory", str(self.inventory), "--extra-vars", f"@{given}"]
        return run_playbook(play, environment, self.folder, words, timeout=1800, inside=self._inside)

    def end(self) -> None:
        for machine in self.machines.values():
            machine.end()
