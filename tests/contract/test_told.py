"""What a task names is looked up by the commands told of its module; what is not there is told by its option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from contract.catalogue import ROOT, declared, load
from contract.samples import LISTINGS, SAMPLES, ZONE
from contract.test_contract import begun, prepare
from contract.test_least_privilege import allowed_only, refused
from contract.world import Tasks

NOTHING = "nothing-is-called-so"
KINDS = load("registry").KINDS
MODULES = ROOT / "plugins" / "modules"
HELD = sorted(declared())
WITH: dict[tuple[str, str], dict[str, Any]] = {
    ("guest_vlan_range", "project"): {"account": None},
    ("network_permission", "for_project"): {"for_account": None},
    ("static_route", "private_gateway"): {"next_hop": None},
    ("instance", "iso"): {"template": None},
    ("instance", "user_data_name"): {"user_data": None},
    ("template", "volume"): {"url": None},
    ("backup", "attach_to"): {"volume": "7f000000-0000-4000-8000-000000000000"},
    ("portforward", "vpc"): {"network": NOTHING},
    ("static_nat", "vpc"): {"network": NOTHING},
    ("volume_snapshot_policy", "vpc"): {"vm": "web-1", "volume": None},
}
"""What a task says besides, so that a reference counts."""

IDLE = {("instance_import", "host")}
"""References that count in a detour only."""

ON = {**ZONE, "ip_address": "198.51.100.50"}
OTHERS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "role_permissions": ({"role": "User", "rules": []}, ("role",)),
    "network_acl_rules": (
        {**ZONE, "vpc": "vpc-1", "network_acl": "acl-0", "rules": []},
        ("zone", "vpc", "network_acl"),
    ),
    "security_group_rules": ({"security_group": "app", "rules": []}, ("security_group",)),
    "firewall_rules": ({**ON, "rules": []}, ("zone", "ip_address")),
    "egress_rules": ({**ZONE, "network": "web-net", "rules": []}, ("zone", "network")),
    "portforwards": ({**ON, "rules": []}, ("zone", "ip_address")),
    "host_certificate": ({**ZONE, "host": "host-1"}, ("zone", "host")),
    "instance_password_reset": ({**ZONE, "vm": "web-1"}, ("zone", "vm")),
    "console_endpoint": ({**ZONE, "vm": "web-1"}, ("zone", "vm")),
}
"""Modules without a sample, what they take, and the options that say where."""

FORWARD = {"public_port": 80, "private_port": 80, "vm": "web-1"}
RULES: dict[str, list[dict[str, Any]]] = {
    "security_group_rules": [{"port": 80, "user_security_group": NOTHING}],
    "portforwards": [
        {**FORWARD, "vm": NOTHING},
        {**FORWARD, "network": NOTHING},
        {**FORWARD, "vpc": NOTHING, "network": "web-net"},
    ],
}
"""Rules that name what is not there."""


def references(resource: Any) -> list[Any]:
    """The options of a kind that name other things."""
    return [field for field in resource.fields if isinstance(field, load("spec").Ref) and not field.implied]


def missing(tasks: Tasks, name: str, options: Mapping[str, Any]) -> str:
    """The option of which a task says that nothing is called so."""
    given = {option: value for option, value in options.items() if value is not None}
    with pytest.raises(load("errors").NotFound) as caught:
        tasks.run(name, given, check=True)
    assert NOTHING in str(caught.value)
    assert tasks.writes == 0
    return str(caught.value.failure["option"])


@pytest.mark.parametrize("name", HELD)
def test_a_reference_to_nothing_is_told(tasks: Tasks, name: str) -> None:
    prepare(tasks, SAMPLES[name])
    for field in references(declared()[name]):
        if (name, field.name) not in IDLE:
            nothing = [NOTHING] if field.type == "list" else NOTHING
            options = {**begun(SAMPLES[name]), field.name: nothing, **WITH.get((name, field.name), {})}
            assert missing(tasks, name, options) == field.name


def without_domains(tasks: Tasks, name: str) -> Any:
    """Run tasks with a role that allows what is told of a module, but not to list domains."""
    told = load("commands").commands(name.split(".", 1)[0])
    return allowed_only(tasks, [command for command in told if command != "listDomains"])


def owners(resource: Any) -> list[str]:
    """The options of a kind that say whose a thing is."""
    named = [field.name for field in references(resource) if field.kind.list == "listDomains"]
    return [*named, *(["domain"] if resource.owned else [])]


@pytest.mark.parametrize("name", [name for name in HELD if owners(declared()[name])])
def test_a_domain_that_is_not_there_is_told(tasks: Tasks, name: str) -> None:
    """To those, too, who may not list domains: they have the domain of their own account."""
    prepare(tasks, SAMPLES[name])
    for option in owners(declared()[name]):
        nothing = [NOTHING] if option == "domains" else NOTHING
        options = {**begun(SAMPLES[name]), **WITH.get((name, option), {}), option: nothing}
        assert missing(tasks, name, options) == option
        with without_domains(tasks, name):
            assert missing(tasks, name, options) == option
            assert refused(tasks) <= {"listDomains"}


@pytest.mark.parametrize("name", [name for name in HELD if declared()[name].owned])
def test_a_project_that_is_not_there_is_told(tasks: Tasks, name: str) -> None:
    prepare(tasks, SAMPLES[name])
    assert missing(tasks, name, {**begun(SAMPLES[name]), "project": NOTHING}) == "project"


def test_a_domain_above_that_is_not_there_is_told(tasks: Tasks) -> None:
    with without_domains(tasks, "domain"):
        assert missing(tasks, "domain", {"path": f"ROOT/{NOTHING}/web"}) == "path"


@pytest.mark.parametrize("name", OTHERS)
def test_other_modules_tell_what_is_not_there(tasks: Tasks, name: str) -> None:
    """Lists of rules, and modules that make something happen."""
    options, places = OTHERS[name]
    for option in places:
        assert missing(tasks, name, {**options, option: NOTHING}) == option
    for rule in RULES.get(name, ()):
        with pytest.raises(load("errors").NotFound, match=NOTHING):
            tasks.run(name, {**options, "rules": [rule]}, check=True)
    if any(one.owned for one in load("commands").resources_of(KINDS[name])):
        assert missing(tasks, name, {**options, "project": NOTHING}) == "project"
        with without_domains(tasks, name):
            assert missing(tasks, name, {**options, "domain": NOTHING}) == "domain"


@pytest.mark.parametrize(("name", "option"), [("tag", "resource"), ("annotation", "entity")])
def test_a_thing_of_any_kind_that_is_not_there_is_told(tasks: Tasks, name: str, option: str) -> None:
    kinds = load("parts.entities").TAGGED if name == "tag" else load("parts.entities").ANNOTATED
    for kind in kinds:
        options = {**SAMPLES[name]["create"], f"{option}_type": kind, option: NOTHING}
        assert missing(tasks, name, options) == option
    with without_domains(tasks, name):
        assert missing(tasks, name, {**options, f"{option}_type": "domain"}) == option


def infos() -> Iterator[tuple[str, str, Any]]:
    """Each info module with what it lists, once for each kind that it tells apart."""
    for name, kind in KINDS.items():
        if (MODULES / f"{name}_info.py").exists():
            variants = getattr(kind, "resources", {"": kind})
            yield from ((name, word, resource) for word, resource in variants.items())


INFOS = {f"{name}.{word}" if word else name: (name, word, resource) for name, word, resource in infos()}


def looked_up(tasks: Tasks, name: str, options: dict[str, Any], option: str) -> None:
    """Nothing is listed for a name of nothing, or an error names its option."""
    try:
        found: Any = tasks.info(name, options) or option
    except load("errors").OptionError as error:
        found = error.failure["option"]
    assert found == option


@pytest.mark.parametrize("which", INFOS)
def test_an_info_module_finds_nothing_by_what_is_not_there(tasks: Tasks, which: str) -> None:
    name, word, resource = INFOS[which]
    sample = SAMPLES.get(which, {"exists": LISTINGS.get(which, {})})
    prepare(tasks, sample)
    if "create" in sample:
        tasks.run(which, sample["create"])
    needs = {need: begun(sample)[need] for need in resource.info_needs}
    options = {**({"type": word} if word else {}), **needs}
    tasks.info(name, options)
    fields = [one for one in load("arguments").info_fields(resource) if isinstance(one, load("spec").Ref)]
    names = {one.name for one in fields}
    wishes = [(name, {name}) for name in sorted(names)]
    for inner in fields:
        deeper = [one.name for one in fields if inner.name in one.within][:1]
        wishes += [(place, {place, inner.name, *deeper}) for place in inner.within if place in names]
    needed = names.intersection(resource.list_needs)
    wishes += [(option, {option, *needed}) for option in ("domain", "project") if resource.owned]
    domains = {"domain", *(one.name for one in fields if one.kind.list == "listDomains")}
    for option, given in wishes:
        wish = {**options, **dict.fromkeys(given, NOTHING)}
        looked_up(tasks, name, wish, option)
        if option in domains:
            with without_domains(tasks, f"{name}_info"):
                looked_up(tasks, name, wish, option)
    with pytest.raises(load("errors").OptionError, match=f"filters.{NOTHING}"):
        tasks.info(name, {**options, "filters": {NOTHING: 1}})
