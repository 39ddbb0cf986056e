"""Every declaration is held against the recorded API: the server ignores a misspelt parameter in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contract.catalogue import apis, declared, load, references

DECLARED = declared()
PAGING = {"page", "pagesize"}
UNPAGED = load("client").UNPAGED
OF_NETWORK_RULES = {"startport", "endport", "icmptype", "icmpcode", "destcidrlist", "traffictype"}
RECORDED_ONLY = {"listRoutingFirewallRules": OF_NETWORK_RULES, "listIpv6FirewallRules": OF_NETWORK_RULES}
"""What answers hold, as recorded of routing rules, though the API's own description of them leaves it out. That of IPv6
rules is the same description."""
OWNER = {"domainid", "account", "projectid"}


def base(param: str) -> str:
    return param.split("[", 1)[0]


def sent(resource: Any) -> dict[str, set[str]]:
    """Every parameter that a resource may send, by command."""
    found: dict[str, set[str]] = {resource.list: listed(resource)}
    for command, params in (*written(resource), *of_members(resource), *moved(resource)):
        found.setdefault(command, set()).update(params)
    return found


def listed(resource: Any) -> set[str]:
    paging = set() if resource.list in UNPAGED else PAGING
    params = {*paging, *resource.list_with, *resource.filters.values(), resource.list_key, resource.list_id}
    needed = [resource.field(name) for name in resource.list_needs]
    params |= {getattr(field, "list_api", field.api) for field in needed}
    owner = {"accountid", "projectid"} if resource.listed_by_owner_id else OWNER
    return (params | owner if resource.owned and resource.lists_owned else params) - {""}


def written(resource: Any) -> Iterator[tuple[str, set[str]]]:
    """What creating and changing send."""
    writable = [field for field in resource.fields if not field.steers and field.sent]
    for command in filter(None, (resource.create, *resource.create_when.values())):
        special = () if command in resource.create_when.values() else resource.create_when
        params = {base(field.api) for field in writable if field.taken_by(command) and field.name not in special}
        params |= set(resource.create_params)
        yield command, params | (OWNER if resource.owned and not resource.inherits_owner else set())
    if resource.update:
        changes = [f for f in writable if not (f.via or f.members) and (f.late or (f.compared and not f.fixed))]
        riders = {field.update_api for field in resource.fields if field.rides and not field.via}
        clearing = {field.clear for field in changes if field.clear}
        whole = {*resource.update_by, *(resource.update_whole or ())}
        yield resource.update, {base(f.update_api) for f in changes} | riders | clearing | whole
    for field in resource.fields:
        if field.via:
            value = set(field.parts.values()) or ({base(field.update_api)} if field.sent else set())
            yield field.via.command, {*value, *field.via.by, *field.via.adds, *field.via.removes}
            if field.via.live:
                yield field.via.live, {*value, *field.via.by}
            if field.via.clear:
                yield field.via.clear, set(field.via.clear_by or field.via.by)


def of_members(resource: Any) -> Iterator[tuple[str, set[str]]]:
    """What is sent about records inside a record."""
    for members in (field.members for field in resource.fields if field.members):
        yield members.add, {*members.by, *members.adds.values()}
        yield members.remove, {*(members.by if members.remove_by is None else members.remove_by), members.part}
        if members.make:
            yield members.make, {*members.make_by, *members.makes.values()}
            yield members.add, {*members.by, members.part}
        if members.lead:
            yield members.lead, {*members.by, members.part}
        for change in members.changes.values():
            yield change.command, {members.part, change.param}


def moved(resource: Any) -> Iterator[tuple[str, set[str]]]:
    """What changes of state and actions send."""
    for move in resource.lifecycle.moves if resource.lifecycle else ():
        yield move.command, {base(param) for param in (*move.params, *move.by, *move.options)}
    for action in resource.actions:
        taken = {resource.field(name).update_api for name in action.takes}
        yield action.command, {*action.by, *action.options, *taken}
    if resource.lifecycle and resource.create:
        for params in resource.lifecycle.create_with.values():
            yield resource.create, set(params)


@pytest.mark.parametrize("name", DECLARED)
def test_every_parameter_exists_in_the_api(name: str) -> None:
    unknown = {
        command: sorted(params - set(apis()[command]["params"]))
        for command, params in sent(DECLARED[name]).items()
        if params - set(apis()[command]["params"])
    }
    assert unknown == {}


@pytest.mark.parametrize("name", references())
def test_references_are_found_by_parameters_that_exist(name: str) -> None:
    resource = references()[name]
    asked = {*resource.list_with, *resource.filters.values(), resource.list_key, resource.list_id} - {""}
    if resource.owned:
        asked |= OWNER
    if resource.list not in UNPAGED:
        asked |= PAGING
    assert sorted(asked - set(apis()[resource.list]["params"])) == []


@pytest.mark.parametrize("name", DECLARED)
def test_every_parameter_of_the_api_is_offered_or_the_reason_is_given(name: str) -> None:
    resource = DECLARED[name]
    offered: set[str] = set(resource.omits)
    for command, params in sent(resource).items():
        offered |= params if command != resource.list else set()
    commands = [command for command in (resource.create, *resource.create_when.values(), resource.update) if command]
    missing = {param for command in commands for param in apis()[command]["params"]} - offered
    assert sorted(missing) == []


@pytest.mark.parametrize("name", DECLARED)
def test_no_reason_is_given_for_what_is_offered(name: str) -> None:
    resource = DECLARED[name]
    commands = [command for command in (resource.create, *resource.create_when.values(), resource.update) if command]
    known = {param for command in commands for param in apis()[command]["params"]}
    assert sorted(set(resource.omits) - known) == []


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_read_exists_in_the_answer(name: str) -> None:
    resource = DECLARED[name]
    answer = set(apis()[resource.list]["response"])
    read = {field.read for field in resource.fields if isinstance(field.read, str)}
    read |= {one.read for one in resource.answers if isinstance(one.read, str)}
    read |= {ref.shows for ref in resource.refs if isinstance(ref.shows, str) and not ref.steers}
    if resource.lifecycle and resource.lifecycle.read:
        read.add(resource.lifecycle.read)
    read = {name for name in read if not name.startswith("(")}
    extra = {"podname", "podid", "vlanid", "startip", "endip"} if resource.rows else set()
    nested = [facts["of"] for facts in apis()[resource.list]["response"].values() if "of" in facts]
    extra |= {name for one in nested for name in one} if resource.rows else set()
    assert sorted(read - answer - extra - RECORDED_ONLY.get(resource.list, set())) == []


@pytest.mark.parametrize("name", DECLARED)
def test_required_parameters_are_required_or_have_a_value(name: str) -> None:
    resource = DECLARED[name]
    command = resource.create or resource.update
    required = {
        param for param, facts in apis().get(command, {"params": {}})["params"].items() if facts.get("required")
    }
    sure = {
        base(field.api if resource.create else field.update_api)
        for field in resource.fields
        if field.required or field.implied or field.needed_to_create or field.falls_back_to or _has_default(field)
    }
    sure |= set(resource.create_params)
    plain = [one.update_api for one in resource.fields if not (one.fixed or one.steers or one.via)]
    sure |= set(plain if not resource.create and len(plain) == 1 else ())  # the only change there is
    sure |= set(plain if resource.update_whole is not None else ())  # all of it goes along
    assert sorted(required - sure - (set() if resource.create else set(resource.update_by))) == []


def _has_default(field: Any) -> bool:
    return field.default is not None or field.create_default is not None


def test_lists_without_pages_take_none() -> None:
    assert [command for command in sorted(UNPAGED) if "page" in apis()[command]["params"]] == []


def test_a_wrong_declaration_fails_when_it_is_built() -> None:
    spec = load("spec")
    with pytest.raises(spec.SpecError, match="no comparison"):
        spec.Field("name", compare="about")
    with pytest.raises(spec.SpecError, match="cannot be updated"):
        spec.Field("name", fixed=True, late=True)
    with pytest.raises(spec.SpecError, match="needs a target"):
        spec.Ref("zone")
    with pytest.raises(spec.SpecError, match="declared twice"):
        spec.Resource("thing", list="listThings", fields=(spec.Field("name"), spec.Field("name")))
    with pytest.raises(spec.SpecError, match="no option 'colour'"):
        spec.Resource("thing", list="listThings", fields=(spec.Field("name", falls_back_to="colour"),))
    with pytest.raises(spec.SpecError, match="the key 'name'"):
        spec.Resource("thing", list="listThings", create="createThing")
