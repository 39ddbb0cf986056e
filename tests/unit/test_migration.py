"""Names of the former collection are replaced, and nothing else of a file."""

from __future__ import annotations

import json
from gzip import decompress
from pathlib import Path

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.catalogue import names
from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import RENAMED
from ansible_collections.cloudstack.cloud.plugins.plugin_utils import migration

ROOT = Path(__file__).resolve().parents[2]
INTERFACE = Path(__file__).with_name("data") / "ngine_io.cloudstack-3.3.0.json.gz"

BEFORE = """\
---
# Builds it all; ngine_io.cloudstack.zone makes the zone.
- hosts: localhost   # here
  collections:
    - "ngine_io.cloudstack"
    - community.general
  module_defaults:
    group/ngine_io.cloudstack.cloudstack: {api_key: 'x'}
    group/cloudstack:
        api_secret: y
  tasks:
  - name:   cs_zone: is no key here
    ngine_io.cloudstack.zone :
      name: >-
        zone-1
  - cs_instance:
      name: web  # cs_instance
  - - cs_pod: {name: pod-1}
  - ngine_io.cloudstack.api_request: {command: listZones}
"""
AFTER = """\
---
# Builds it all; cloudstack.cloud.zone makes the zone.
- hosts: localhost   # here
  collections:
    - "cloudstack.cloud"
    - community.general
  module_defaults:
    group/cloudstack.cloud.all: {api_key: 'x'}
    group/cloudstack.cloud.all:
        api_secret: y
  tasks:
  - name:   cs_zone: is no key here
    cloudstack.cloud.zone :
      name: >-
        zone-1
  - cloudstack.cloud.instance:
      name: web  # cs_instance
  - - cloudstack.cloud.pod: {name: pod-1}
  - cloudstack.cloud.api: {command: listZones}
"""
KEPT = """\
  - ngine_io.cloudstack.volcano: {name: cs_zone}
  - cs_volcano:
  - cs_zone_facts: x
  - name: "{{ lookup('url', 'https://galaxy.example.com/ngine_io/cloudstack') }}"
  - other.ngine_io.cloudstack.zone: {}
  - include_tasks: group/cloudstack.yml
"""


def rewritten(text: str) -> str:
    return migration.migrated(text, names(), RENAMED)


def test_names_are_replaced_and_nothing_else() -> None:
    assert rewritten(BEFORE + KEPT) == AFTER + KEPT
    assert rewritten(AFTER + KEPT) == AFTER + KEPT
    assert migration.left(AFTER + KEPT) == ["ngine_io.cloudstack.volcano", "cs_volcano", "cs_zone_facts"]


def test_every_module_and_plugin_is_known() -> None:
    assert {path.stem for path in (ROOT / "plugins" / "modules").glob("*.py")} - {"__init__"} <= names()
    assert {path.stem for kind in ("inventory", "lookup") for path in (ROOT / "plugins" / kind).glob("*.py")} <= names()


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_line_ends_stay(end: str) -> None:
    assert rewritten(f"plugin: ngine_io.cloudstack.instance{end}") == f"plugin: cloudstack.cloud.instance{end}"
    assert rewritten(f"- cs_zone:{end}") == f"- cloudstack.cloud.zone:{end}"


@pytest.mark.parametrize("name", sorted(json.loads(decompress(INTERFACE.read_bytes()))))
def test_every_former_module_has_a_name_here(name: str) -> None:
    old = name.removeprefix("(inventory) ")
    text = rewritten(f"- ngine_io.cloudstack.{old}:\n    name: x\n")
    assert text == f"- cloudstack.cloud.{RENAMED.get(old, old)}:\n    name: x\n"
    assert migration.left(text) == []
