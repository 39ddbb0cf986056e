"""What tenants write is data: it becomes no variable, is no template, stops nothing and takes no one's name."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import Cloud, Read

TAGS = {
    "x": "1\nansible_connection: local",
    "ansible_connection": "local",
    "ansible_host": "192.0.2.66",
    "ansible_become_password": "x",
    "inventory_hostname": "other",
    "template": "{{ lookup('pipe', 'touch " + "%s" + "') }}",
    "statement": "{% for x in range(3) %}x{% endfor %}",
    "comment": "{# gone #}",
    "yaml": "!unsafe {a: [b, *c]}\n- d: e",
    "tag": "!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  00",
    "{{ 7 * 7 }}": "key",
    "groups": "all",
    "vars": "{}",
    "quote'\"": "'\"\\",
    "unicode\u2028": "\u202e\u0000end".replace("\u0000", "\u0001"),
    "brace": "}} {{ {{",
}
NAMES = ("localhost", "127.0.0.1", "all", "ungrouped", "cloudstack", "tagged", "{{ 7 * 7 }}", "a\nb: c", "-i", "[1:9]")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A file that is made when a template of a tenant's is worked out."""
    return tmp_path / "trapped"


def hostile(cloud: Cloud, trap: Path) -> dict[str, str]:
    """Give one instance all the tags, and others all the names."""
    tags = {key: text.replace("%s", str(trap)) for key, text in TAGS.items()}
    cloud.tag(cloud.instances()[0], **tags)
    for instance, name in zip(cloud.instances()[1:], NAMES, strict=False):
        instance.update(name=name, displayname=name)
    return tags


GREEDY = {
    "compose": {"x": "cloudstack_tags.x", "worked": "cloudstack_tags.template", "y": "cloudstack_display_name"},
    "groups": {"chosen": "cloudstack_tags.brace is defined"},
    "keyed_groups": [
        {"key": "cloudstack_tags"},
        {"key": "cloudstack_tags.x", "prefix": "", "separator": "", "parent_group": "{{ cloudstack_tags.x }}"},
        {"key": "cloudstack_display_name", "prefix": "", "separator": "", "parent_group": "web"},
    ],
    "hostnames": ["cloudstack_tags.nothing", "display_name"],
}
"""Options that use as much of what tenants write as can be."""


def test_tags_are_variables_only_under_tags(cloud: Cloud, read: Read, trap: Path) -> None:
    tags = hostile(cloud, trap)
    plain = read()
    for record in cloud.simulator.store.where("tag", resourceid=cloud.instances()[0]["id"]):
        cloud.simulator.store.remove("tag", record["id"])
    without = read()
    for name, host in without.hosts.items():
        expected = {**host.vars, "cloudstack_tags": plain.hosts[name].vars["cloudstack_tags"]}
        assert plain.hosts[name].vars == expected
    assert tags in [host.vars["cloudstack_tags"] for host in plain.hosts.values()]
    assert not any("ansible_connection" in host.vars for host in plain.hosts.values())


def test_nothing_of_it_stops_the_inventory(cloud: Cloud, read: Read, trap: Path) -> None:
    hostile(cloud, trap)
    for instance in cloud.instances()[:1]:
        instance["displayname"] = "web"
    found = read(**GREEDY)
    assert len(found.hosts) == 12
    assert not trap.exists()


def test_no_instance_takes_the_name_of_something_else(cloud: Cloud, read: Read, trap: Path) -> None:
    hostile(cloud, trap)
    found = read(hostnames=["display_name"], groups={"tagged": "true"}, sources=["instances", "hosts"])
    assert found.localhost is None
    assert not set(found.hosts) & {*found.groups, "localhost", "127.0.0.1", "::1"}
    assert not any(set(name) & set("{}[]\n ,!&$") or name.startswith("-") for name in found.hosts)
    assert any(name.startswith("localhost-") for name in found.hosts)
    assert "___7___7___" in found.hosts


def test_a_tenants_name_with_the_name_of_a_group_is_told_apart(cloud: Cloud, read: Read) -> None:
    cloud.instances()[0].update(name="ALL")
    found = read()
    assert "ALL" not in found.hosts
    assert any(name.startswith("ALL-") for name in found.hosts)


@pytest.mark.playbook
@pytest.mark.parametrize("cached", [False, True])
def test_a_playbook_reads_them_as_they_are(
    cloud: Cloud, run_playbook: Any, tmp_path: Path, trap: Path, cached: bool
) -> None:
    tags = hostile(cloud, trap)
    inventory = tmp_path / "cloudstack.yml"
    cache = {"cache": True, "cache_plugin": "ansible.builtin.jsonfile", "cache_connection": str(tmp_path / "cache")}
    options = {"plugin": "cloudstack.cloud.instance", **GREEDY, **(cache if cached else {})}
    inventory.write_text(yaml.safe_dump(options), encoding="utf-8")
    task = {
        "name": "Tell",
        "ansible.builtin.debug": {
            "msg": {"tags": "{{ cloudstack_tags }}", "worked": "{{ worked }}", "by": "{{ ansible_connection }}"}
        },
    }
    play = {"hosts": "chosen", "gather_facts": False, "connection": "ssh", "tasks": [task]}
    for _again in range(1 + cached):
        run = run_playbook([play], options=["-i", str(inventory)])
        assert run.rc == 0, run.stdout + run.stderr
        told = run.task("Tell").result["msg"]
        assert told == {"tags": tags, "worked": tags["template"], "by": "ssh"}
        assert not trap.exists()


@pytest.mark.playbook
def test_ansible_inventory_shows_them(cloud: Cloud, cloud_env: dict[str, str], tmp_path: Path, trap: Path) -> None:
    tags = hostile(cloud, trap)
    inventory = tmp_path / "cloudstack.yml"
    inventory.write_text("plugin: cloudstack.cloud.instance\n", encoding="utf-8")
    command = [sys.executable, "-m", "ansible", "inventory", "-i", str(inventory), "--list"]
    run = subprocess.run(command, env=cloud_env, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
    assert run.returncode == 0, run.stderr
    shown = json.loads(run.stdout)["_meta"]["hostvars"].values()
    unsafe = {key: {"__ansible_unsafe": text} for key, text in tags.items()}
    assert unsafe in [host["cloudstack_tags"] for host in shown]
    assert not trap.exists()
