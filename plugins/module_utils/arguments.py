# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From a resource to the argument specification of its module and of its info module; what a module is to Ansible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Mapping

from .rulesets.spec import OWN_OPTIONS, RuleSet
from .settings import CONNECTION_OPTIONS, NEEDED
from .spec import Field, Resource, Variants

if TYPE_CHECKING:
    from .client import Client

Work = Callable[["Client", Mapping[str, Any], bool], "dict[str, Any]"]
"""What a module does: takes a client, validated options and whether it is check mode; returns the result."""


@dataclass(frozen=True)
class Surface:
    """A module as Ansible meets it, in a process of its own or in the controller's.

    :ivar work: what it does.
    :ivar arguments: makes the keyword arguments of its AnsibleModule.
    :ivar needed: the connection options that it cannot do without.
    """

    work: Work
    arguments: Callable[[], dict[str, Any]]
    needed: tuple[str, ...] = NEEDED


OWNER: dict[str, dict[str, Any]] = {"domain": {"type": "str"}, "account": {"type": "str"}, "project": {"type": "str"}}
TAGS: dict[str, Any] = {
    "type": "list",
    "elements": "dict",
    "aliases": ["tag"],
    "options": {"key": {"type": "str", "required": True, "no_log": False}, "value": {"type": "str", "required": True}},
}


WAIT_FOR: dict[str, Any] = {
    "type": "dict",
    "options": {
        "where": {"type": "dict"},
        "count": {"type": "int", "default": 1},
        "timeout": {"type": "int", "default": 300},
    },
}


def module_arguments(kind: Resource | Variants | RuleSet) -> dict[str, Any]:
    """Keyword arguments for AnsibleModule: the specification and the rules between options."""
    if isinstance(kind, RuleSet):
        return _of_rule_set(kind)
    if isinstance(kind, Variants):
        return _merged(kind, [module_arguments(resource) for resource in kind.resources.values()])
    spec: dict[str, Any] = {one.name: _option(one) for one in kind.fields if not one.implied}
    states = kind.state_choices()
    if len(states) > 1:
        spec["state"] = {"type": "str", "choices": list(states), "default": kind.default_state}
    lifecycle = kind.lifecycle
    if lifecycle and lifecycle.option != "state":
        spec[lifecycle.option] = {"type": "str", "choices": [goal for goal in lifecycle.goals if goal != "absent"]}
    spec.update({child.name: {"type": "list", "elements": "str"} for child in kind.children})
    spec.update(_common(kind))
    if kind.asynchronous:
        spec["poll_async"] = {"type": "bool", "default": True}
    return {
        "argument_spec": spec,
        "supports_check_mode": True,
        "required_one_of": [list(group) for group in kind.one_of],
        "mutually_exclusive": [list(group) for group in kind.exclusive],
        "required_by": {"account": ["domain"]} if kind.owned else {},
    }


def _merged(kind: Variants, each: list[dict[str, Any]]) -> dict[str, Any]:
    """One specification for several: the options of all; rules that only some have are the engine's to check."""
    spec = {name: option for one in reversed(each) for name, option in one["argument_spec"].items()}
    settled = {"default": kind.default} if kind.default else {"required": True}
    spec[kind.option] = {"type": "str", "choices": list(kind.resources), **settled}
    return {"argument_spec": spec, "supports_check_mode": True, "required_by": each[0]["required_by"]}


def _of_rule_set(kind: RuleSet) -> dict[str, Any]:
    """The place of the rules, and the options of a single rule as those of each item of a list."""
    single = module_arguments(kind.member)
    options = single["argument_spec"]
    outside = {*kind.place, *OWN_OPTIONS, *OWNER, *CONNECTION_OPTIONS}
    rules: dict[str, Any] = {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": {name: dict(option) for name, option in options.items() if name not in outside},
    }
    rules["options"].get(kind.derived, {}).pop("required", None)
    place = {name: {**options[name], "required": True} if name in kind.key else options[name] for name in kind.place}
    owner = OWNER if any(member.owned for member in kind.members) else {}
    steering = {
        "purge": {"type": "bool", "default": False},
        "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    }
    return {
        "argument_spec": {**place, "rules": rules, **steering, **owner, **CONNECTION_OPTIONS},
        "supports_check_mode": True,
        "required_by": {"account": ["domain"]} if owner else {},
    }


def _common(kind: Resource) -> dict[str, Any]:
    spec: dict[str, Any] = {}
    if kind.id_option and "id" not in kind.field_names:
        spec["id"] = {"type": "str"}
    if kind.owned:
        spec.update(OWNER)
    if kind.tags:
        spec["tags"] = TAGS
    spec.update(CONNECTION_OPTIONS)
    return spec


def _option(one: Field) -> dict[str, Any]:
    option: dict[str, Any] = {"type": one.type}
    if one.type == "list":
        option["elements"] = one.elements
    if one.suboptions:
        option["options"] = dict(one.suboptions)
    for word in ("required", "choices", "aliases", "default"):
        value = getattr(one, word)
        if value not in (None, False, ()):
            option[word] = list(value) if isinstance(value, tuple) else value
    if one.default is False:
        option["default"] = False
    if one.secret:
        option["no_log"] = True
    elif _looks_secret(one.name):
        option["no_log"] = False
    return option


def _looks_secret(name: str) -> bool:
    return any(word in name for word in ("key", "password", "secret", "token"))


def info_arguments(kind: Resource | Variants) -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of the info module: what the server can filter by."""
    if isinstance(kind, Variants):
        return _merged(kind, [info_arguments(resource) for resource in kind.resources.values()])
    spec: dict[str, Any] = {}
    for one in info_fields(kind):
        option = _option(one)
        option.pop("required", None)
        if not one.steers:
            option.pop("default", None)
        if one.name in kind.info_needs:
            option["required"] = True
        spec[one.name] = option
    if kind.id_option:
        spec["id"] = {"type": "str"}
    if kind.owned:
        spec.update(OWNER)
        if kind.lists_owned:
            spec["list_all"] = {"type": "bool", "default": False}
            if not kind.listed_by_owner_id:
                spec["all_projects"] = {"type": "bool", "default": False}
    if kind.tags:
        spec["tags"] = TAGS
    spec["filters"] = {"type": "dict"}
    spec["wait_for"] = WAIT_FOR
    spec.update(CONNECTION_OPTIONS)
    return {
        "argument_spec": spec,
        "supports_check_mode": True,
        "required_by": {"account": ["domain"]} if kind.owned else {},
    }


def info_fields(kind: Resource) -> tuple[Field, ...]:
    """The options of the info module besides id, owner and connection: name, scope and its places, further filters."""
    names = [name for name in kind.key if name not in {ref.name for ref in kind.scope}]
    first = [kind.field(name) for name in names[:1]] if kind.list_key else []
    places = [ref for ref in kind.refs if any(ref.name in inner.within for inner in kind.scope)]
    found = [*first, *places, *kind.scope, *kind.info]
    return tuple({one.name: one for one in found}.values())


def spoken(kind: Resource) -> dict[str, str]:
    """The parameters of the list command that options of the info module stand for: parameter to option."""
    names = {one.name for one in info_fields(kind)}
    by_option = {**kind.filters, **kind.asks_by}
    found = {param: option for option, param in by_option.items() if option in names}
    for field in (kind.field(name) for name in kind.list_needs if name in names):
        found[getattr(field, "list_api", field.api)] = field.name
    if kind.list_key and kind.key and kind.key[0] in names:
        found[kind.list_key] = kind.key[0]
    if kind.list_id and (kind.id_option or "id" in names):
        found[kind.list_id] = "id"
    if kind.tags:
        found["tags"] = "tags"
    if kind.owned and kind.lists_owned:
        account = "accountid" if kind.listed_by_owner_id else "account"
        found.update({"domainid": "domain", account: "account", "projectid": "project", "listall": "list_all"})
    return found
