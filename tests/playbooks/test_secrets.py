"""Planted secrets show nowhere: in no result, diff, error, log of Ansible or of the system, or list of processes."""

from __future__ import annotations

import base64
import json
import re
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from cloudstack_simulator import server
from cloudstack_simulator.populate import build, plan
from helpers.authority import Authority
from helpers.mariadb import Server
from helpers.processes import processes

SCENARIOS = Path(__file__).resolve().parents[2] / "extensions" / "molecule"
KEY_LINES = ["-----BEGIN PRIVATE KEY-----", "planted7line1of7a7private7key", "-----END PRIVATE KEY-----"]
SECRETS = {
    "account": "planted7account7password",
    "user": "planted7user7password",
    "host": "planted7host7password",
    "pool": "planted7pool7pass",
    "store": "planted7store7key",
    "private_key": "\n".join(KEY_LINES),
    "key_password": "planted7key7password",
    "user_data": "#cloud-config\npassword: planted7user7data",
    "vm": "planted7instance7password",
    "psk": "planted7preshared7key",
    "vpn": "planted7vpn7password",
    "oauth": "planted7oauth7secret",
    "oobm": "planted7ipmi7password",
    "ldap": "planted7ldap7password",
    "any": "planted7password7by7api",
    "many": "planted7many7password",
}
RECORDER = """
import os, sys, syslog
def told(line):
    with open({path!r}, "a") as file:
        file.write(line + chr(10))
syslog.syslog = lambda *words: told("syslog: " + " ".join(str(word) for word in words))
with open("/proc/self/cmdline") as file:
    told("process: " + file.read().replace(chr(0), " "))
"""
"""What each Python process of a run loads first: it writes down what it was started with, and what it tells syslog."""

pytestmark = pytest.mark.playbook


def shapes(secret: str) -> set[str]:
    """A secret as it may be written down: plain, a line of it, in JSON, in a URL, and in base64."""
    lines = {line for line in secret.splitlines() if "planted7" in line}
    whole = {secret, json.dumps(secret)[1:-1], urllib.parse.quote(secret), urllib.parse.quote_plus(secret)}
    return {*whole, *lines, base64.b64encode(secret.encode()).decode()}


def shown(secrets: Mapping[str, str], places: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of the secrets that show, by where they do."""
    found = {
        where: sorted(name for name, secret in secrets.items() if any(shape in text for shape in shapes(secret)))
        for where, text in places.items()
    }
    return {where: names for where, names in found.items() if names}


class Watch:
    """Everything that a run leaves behind for others to read."""

    def __init__(self, folder: Path) -> None:
        self.log, self.told = folder / "ansible.log", folder / "told"
        self.urls: list[str] = []
        self.processes: set[str] = set()
        site = folder / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(RECORDER.format(path=str(self.told)), encoding="utf-8")
        self.environment = {
            "ANSIBLE_LOG_PATH": str(self.log),
            "PYTHONPATH": str(site),
            "ANSIBLE_NO_TARGET_SYSLOG": "false",
        }

    @contextmanager
    def watching(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Watch while a run is under way."""
        route = server._Api.route

        def noted(handler: Any, body: bytes | None) -> None:
            self.urls.append(handler.path)
            route(handler, body)

        monkeypatch.setattr(server._Api, "route", noted)
        with processes(self.processes):
            yield

    def places(self, run: Any) -> dict[str, str]:
        """What was written down, by where it was."""
        return {
            "output": run.stdout + run.stderr,
            "results": repr(run.tasks),
            "log": self.log.read_text(encoding="utf-8"),
            "system": self.told.read_text(encoding="utf-8"),
            "processes": "\n".join(self.processes),
            "urls": "\n".join(self.urls),
        }


@pytest.fixture
def watched(run_playbook: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs plays as talkative as can be; gives the run and what was written down, by where it was."""

    def run(plays: Any, secrets: Mapping[str, str], *more: str, **environment: str) -> tuple[Any, dict[str, str]]:
        watch = Watch(tmp_path)
        given = tmp_path / "vault.yml"
        given.write_text(yaml.safe_dump({"planted": dict(secrets)}), encoding="utf-8")
        options = ["-vvvv", "-e", f"@{given}", *more]
        with watch.watching(monkeypatch):
            done = run_playbook(
                plays, options=options, diff=True, env={"ANSIBLE_PIPELINING": "0", **watch.environment, **environment}
            )
        places = watch.places(done)
        assert all(places.values()), [name for name, text in places.items() if not text]
        assert "ansible playbook" in places["processes"]
        assert "syslog: " in places["system"] or environment.get("CLOUDSTACK_IN_PROCESS") != "0"
        return done, places

    return run


PLACE = {"zone": "zone-1", "pod": "pod-1", "cluster": "cluster-1"}
POOL = "rbd://user:{{ planted.pool }}@192.0.2.20/primary"
USER = {"first_name": "Ann", "last_name": "Lee", "email": "ann@example.com"}
MODULES: list[dict[str, Any]] = [
    {"account": {"name": "team", "username": "team", "password": "{{ planted.account }}", **USER}},
    {"account": {"name": "team", "password": "{{ planted.account }}", "state": "disabled"}},
    {"account": {"name": "team", "password": "{{ planted.account }}", "state": "nonsense"}},
    {"user": {"username": "ann", "account": "admin", "password": "{{ planted.user }}", **USER}},
    {"user": {"username": "ann", "password": "{{ planted.user }}", "update_password": "always", "last_name": "Fox"}},
    {"host": {**PLACE, "name": "h9", "url": "http://sim/c0/h9", "hypervisor": "Simulator", "username": "root",
              "password": "{{ planted.host }}"}},
    {"host": {**PLACE, "name": "h8", "url": "http://root:{{ planted.host }}@nowhere", "hypervisor": "KVM"}},
    {"storage_pool": {**PLACE, "name": "primary", "scope": "cluster", "storage_url": POOL}},
    {"storage_pool": {**PLACE, "name": "primary", "storage_url": POOL, "storage_tags": ["fast"]}},
    {"storage_pool": {**PLACE, "name": "primary", "storage_url": POOL, "colour": "red"}},
    {"image_store": {"name": "s3", "zone": "zone-1", "provider": "S3",
                     "details": {"secretkey": "{{ planted.store }}"}}},
    {"image_store": {"name": "s4", "provider": "Swift", "url": "http://user:{{ planted.store }}@192.0.2.9/v1"}},
    {"ssl_cert": {"name": "shop", "certificate": "{{ certificate }}", "private_key": "{{ planted.private_key }}",
                  "password": "{{ planted.key_password }}"}},
    {"certificate": {"domain_suffix": "example.com", "certificate": "{{ certificate }}",
                     "private_key": "{{ planted.private_key }}"}},
    {"instance": {"name": "web", "zone": "zone-1", "user_data": "{{ planted.user_data }}", "hide_user_data": True,
                  "password": "{{ planted.vm }}", "template": "{{ template }}", "networks": "{{ [network] }}",
                  "service_offering": "Small Instance", "state": "stopped"}},
    {"instance": {"name": "web", "zone": "zone-1", "user_data": "{{ planted.user_data }}# changed",
                  "hide_user_data": True}},
    {"vpn_customer_gateway": {"name": "office", "gateway": "192.0.2.77", "cidrs": ["192.168.77.0/24"],
                              "ipsec_psk": "{{ planted.psk }}", "ike_policy": "aes256-sha256;modp2048",
                              "esp_policy": "aes256-sha256;modp2048"}},
    {"vpn_user": {"username": "alice", "password": "{{ planted.vpn }}"}},
    {"oauth_provider": {"provider": "github", "description": "Developers", "client_id": "cloud",
                        "secret_key": "{{ planted.oauth }}", "redirect_uri": "https://cloud.example.com/"}},
    {"out_of_band_management": {"zone": "zone-1", "host": "host-1", "driver": "ipmitool", "address": "192.0.2.31",
                                "port": 623, "username": "operator", "password": "{{ planted.oobm }}"}},
    {"configuration": {"name": "ldap.bind.password", "value": "{{ planted.ldap }}"}},
    {"configurations": {"settings": {"ldap.bind.password": "{{ planted.ldap }}"}}},
    {"api": {"command": "createUser", "params": {"username": "bob", "account": "admin", "firstname": "a",
             "lastname": "b", "email": "a@example.com", "password": "{{ planted.any }}"}}},
    {"api": {"command": "createUser", "params": {"passphrase": 1, "password": "{{ planted.any }}"}}},
    {"converge": {"resources": [{"user": {"username": "eve", "account": "admin", "password": "{{ planted.many }}",
                                          **USER}},
                                {"storage_pool": {**PLACE, "name": "second", "storage_url": f"{POOL}-2"}}]}},
]  # fmt: skip
"""Tasks with secrets in them: what works, what changes, what the server refuses, and what does not get that far."""

REFUSED = {2, 6, 9, 18, 21, 23}
PROCESSES = {2, 3, 9, 10, 12, 14, 16, 20, 22, 24}
"""Those that are also run as processes of their own, which takes a second each."""


def cloud_with_something(cloud: Any, folder: Path) -> dict[str, Any]:
    """A zone with hosts, templates and networks, and the names that tasks need."""
    build(cloud.simulator, plan("zones=1,networks=1,instances=1"))
    store = cloud.simulator.store
    for number, host in enumerate(store.all("host"), 1):
        host["name"] = f"host-{number}"
    template = next(one for one in store.all("template") if one.get("templatetype") != "SYSTEM")
    return {
        "network": store.all("network")[0]["name"],
        "template": template["name"],
        "certificate": Authority(folder, "own").path.read_text(encoding="utf-8"),
    }


@pytest.mark.parametrize("in_process", ["1", "0"])
def test_modules_show_no_secret(cloud: Any, watched: Any, tmp_path: Path, in_process: str) -> None:
    chosen = set(range(len(MODULES))) if in_process == "1" else PROCESSES
    tasks = [
        {"name": f"{at} {name}", f"cloudstack.cloud.{name}": options, "ignore_errors": True}
        for at, one in enumerate(MODULES)
        if at in chosen
        for name, options in one.items()
    ]
    secrets = {**SECRETS, "api": cloud.environment["CLOUDSTACK_SECRET"]}
    connection = {"api_key": cloud.environment["CLOUDSTACK_KEY"], "api_secret": "{{ planted.api }}"}
    play = {
        "hosts": "localhost",
        "gather_facts": False,
        "vars": cloud_with_something(cloud, tmp_path),
        "module_defaults": {"group/cloudstack.cloud.all": connection},
        "tasks": tasks,
    }
    run, places = watched([play], secrets, CLOUDSTACK_IN_PROCESS=in_process, CLOUDSTACK_SECRET="")
    outcomes = {task.task: (task.outcome, task.msg) for task in run.tasks}
    assert shown(secrets, places) == {}
    assert len(outcomes) == len(tasks)
    failed = {name: msg for name, (outcome, msg) in outcomes.items() if outcome != "ok"}
    assert {int(name.split()[0]) for name in failed} == REFUSED & chosen, failed
    assert "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER" in run.stdout


def scenario(role: str) -> dict[str, Any]:
    """The variables of a role's scenario."""
    found: dict[str, Any] = yaml.safe_load((SCENARIOS / role / "vars.yml").read_text(encoding="utf-8"))
    return found


def test_roles_show_no_secret(cloud: Any, watched: Any, tmp_path: Path) -> None:
    variables = {
        **scenario("zone"),
        **scenario("tenancy"),
        "zone_host_password": "{{ planted.host }}",
        "tenancy_user_password": "{{ planted.user }}",
        "tenancy_keys_folder": str(tmp_path / "keys"),
    }
    roles = ["cloudstack.cloud.zone", "cloudstack.cloud.tenancy"]
    play = {"hosts": "localhost", "gather_facts": False, "vars": variables, "roles": roles}
    secrets = {name: SECRETS[name] for name in ("host", "user")}
    run, places = watched([play], secrets)
    assert run.rc == 0, run.stdout + run.stderr
    assert cloud.simulator.store.first("user", username="molecule-alice")
    made = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "keys").rglob("*.ini"))
    keys = dict(enumerate(re.findall(r"^secret\s*=\s*(\S+)", made, re.MULTILINE)))
    assert keys
    assert shown({**secrets, **keys}, places) == {}


ISOLATED = "DefaultIsolatedNetworkOfferingWithSourceNatService"
NOBODY = {"CLOUDSTACK_ENDPOINT": "", "CLOUDSTACK_KEY": "", "CLOUDSTACK_SECRET": ""}


def test_a_new_server_and_a_fleet_show_no_secret(cloud: Any, watched: Any, tmp_path: Path) -> None:
    """The administrator's new password and keys, and of a fleet its user data, private key and passwords."""
    cloud_with_something(cloud, tmp_path)
    cloud.simulator.api_key = cloud.simulator.secret_key = ""
    store = cloud.simulator.store
    templates = [one for one in store.all("template") if one.get("templatetype") != "SYSTEM"]
    templates[0]["passwordenabled"] = True
    ini, key = tmp_path / "home" / "cloudstack.ini", tmp_path / "web.key"
    fleet = {"name": "web-%d", "count": 2, "hide_user_data": True, "user_data": "{{ planted.user_data }}"}
    variables = {
        "bootstrap_api_url": cloud.url,
        "bootstrap_password": "{{ planted.account }}",
        "bootstrap_config_file": str(ini),
        "bootstrap_cmk_file": str(tmp_path / "home" / "cmk"),
        "bootstrap_profile": "lab",
        "instances_zone": store.all("zone")[0]["name"],
        "instances_network": {"name": "fleet", "network_offering": ISOLATED},
        "instances_key_pair": {"name": "fleet", "private_key_file": str(key)},
        "instances_profile": {"template": templates[0]["name"], "service_offering": "Small Instance"},
        "instances_fleet": [fleet],
        "instances_wait_for_ssh": False,
    }
    play = {
        "hosts": "localhost",
        "gather_facts": False,
        "vars": variables,
        "module_defaults": {"group/cloudstack.cloud.all": {"api_profile": "lab"}},
        "roles": ["cloudstack.cloud.bootstrap", "cloudstack.cloud.instances"],
    }
    planted = {name: SECRETS[name] for name in ("account", "user_data")}
    run, places = watched([play], planted, CLOUDSTACK_CONFIG=str(ini), **NOBODY)
    assert run.rc == 0, run.stdout[-3000:] + run.stderr
    keys = re.findall(r"^secret\s*=\s*(\S+)", ini.read_text(encoding="utf-8"), re.MULTILINE)
    private = key.read_text(encoding="utf-8").splitlines()[1]
    assert (len(keys), len(store.all("virtualmachine"))) == (1, 3)
    machines = [one["jobresult"].get("virtualmachine", {}) for one in store.all("job")]
    made = {f"password of {one['name']}": one["password"] for one in machines if one.get("password")}
    assert len(made) == 2
    secrets = {**planted, "key": keys[0], "private": private, **made}
    assert shown(secrets, places) == {}


def test_the_database_shows_no_secret(cloud: Any, watched: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    server = Server(tmp_path_factory.mktemp("mariadb"))
    server.start()
    program = Path(str(server.variables()["database_setup_program"]))
    program.parent.mkdir(exist_ok=True)
    program.write_text("#!/bin/sh\nsleep 0.3\n", encoding="utf-8")
    program.chmod(0o700)
    variables = {
        **server.variables(),
        "database_password": "{{ planted.database }}",
        "database_management_secret": "{{ planted.management }}",
        "database_secret": "{{ planted.encryption }}",
    }
    role = {"name": "Run the role", "ansible.builtin.include_role": {"name": "cloudstack.cloud.database"}}
    tasks = [role, {"name": "Look at the cloud", "cloudstack.cloud.zone_info": {}}]
    play = {"hosts": "localhost", "connection": "local", "gather_facts": False, "vars": variables, "tasks": tasks}
    planted = {name: f"planted7{name}7secret" for name in ("database", "management", "encryption")}
    try:
        run, places = watched([play], planted, ANSIBLE_PIPELINING="1")
        assert run.rc == 0, run.stdout[-3000:] + run.stderr
        assert server.query("SELECT 1", "cloud", planted["database"]).returncode == 0
    finally:
        server.stop()
    assert run.task("cloudstack.cloud.database : Make the schema").changed
    lines = places["processes"].splitlines()
    places["processes"] = "\n".join(line for line in lines if str(program) not in line)
    assert shown(planted, places) == {}, "CloudStack's own program takes secrets as arguments, and nobody else does"


KNOWN = (
    "{{ groups.cloudstack_instances | default([]) | map('extract', hostvars) | map('dict2items')"
    " | map('selectattr', 'key', 'match', 'cloudstack_') | list }}"
)
"""What the inventory made of the instances."""


@pytest.mark.parametrize("key", ["{{ lookup('env', 'CLOUDSTACK_KEY') }}", "wrong"])
def test_inventory_and_lookup_show_no_secret(cloud: Any, watched: Any, tmp_path: Path, key: str) -> None:
    planted = {"api": cloud.environment["CLOUDSTACK_SECRET"], "user_data": SECRETS["user_data"]}
    cloud_with_something(cloud, tmp_path)
    encoded = base64.b64encode(SECRETS["user_data"].encode()).decode()
    for instance in cloud.simulator.store.all("virtualmachine"):
        instance.update(password=SECRETS["vm"], userdata=encoded)
    inventory = tmp_path / "cloudstack.yml"
    connection = {"api_key": key, "api_secret": planted["api"], "api_url": cloud.url}
    inventory.write_text(yaml.safe_dump({"plugin": "cloudstack.cloud.instance", **connection}), encoding="utf-8")
    read = "{{ query('cloudstack.cloud.api', 'listZones', api_key=key, api_secret=planted.api) }}"
    play = {
        "hosts": "localhost",
        "gather_facts": False,
        "vars": {"key": key},
        "tasks": [
            {"name": "Look", "ansible.builtin.debug": {"msg": read}, "ignore_errors": True},
            {"name": "Tell", "ansible.builtin.debug": {"msg": KNOWN}},
        ],
    }
    run, places = watched([play], planted, "-i", str(inventory))
    assert ("Check api_key" in run.stdout + run.stderr) == (key == "wrong")
    assert ("cloudstack_display_name" in run.stdout) == (key != "wrong")
    assert shown({**planted, "vm": SECRETS["vm"]}, places) == {}
