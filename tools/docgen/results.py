"""RETURN of a module and of its info module, from the declaration of the resource."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .catalog import Entry, first_sentence, glossary

MENTION = re.compile(r"\bO\(([^)]*)\)")
ALWAYS = "when it exists"
MAYBE = "when it has one"
TOLD = "when the task gives it"
OWNER = ("domain", "account", "project")


def of_module(entry: Entry) -> dict[str, Any]:
    """RETURN of the module: the resource, flat, and what tells of the change or of the failure."""
    if hasattr(entry.kind, "members"):
        return _of_rule_set(entry)
    found = _keys(entry, info=False)
    return {**found, **glossary()["outcome"]["change"], **glossary()["outcome"]["failure"]}


def _of_rule_set(entry: Entry) -> dict[str, Any]:
    """RETURN of a module that holds a list of rules: where they are, the rules, how many changed."""
    place = {name: _key(entry, name, "str", "success", _option(entry, name)) for name in entry.kind.place}
    member = Entry(entry.kind.member.name, entry.kind.member)
    outside = (*entry.kind.place, *OWNER)
    keys: dict[str, Any] = {}
    for resource in entry.resources:
        for name, value in _of_resource(member, resource, info=False):
            keys.setdefault(name, value)
    contains = {name: value for name, value in keys.items() if name not in outside}
    if hasattr(entry.kind.member, "option"):
        option = entry.kind.member.option
        contains[option] = _key(member, option, "str", ALWAYS, _option(member, option))
    words = glossary()["rule_sets"]
    rules = {**words["rules"], "contains": contains}
    counts = {**words["counts"], **(words["moved"] if entry.kind.order else {})}
    return {**place, "rules": rules, **counts, **words["change"], **glossary()["outcome"]["failure"]}


def of_info(entry: Entry) -> dict[str, Any]:
    """RETURN of the info module: the list of resources."""
    listed = {
        "description": f"The {entry.nouns} that fit.",
        "returned": "success",
        "type": "list",
        "elements": "dict",
        "contains": _keys(entry, info=True),
    }
    return {entry.first.plural: listed, **glossary()["outcome"]["failure"]}


def _keys(entry: Entry, info: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for resource in entry.resources:
        for key, value in _of_resource(entry, resource, info):
            found.setdefault(key, value)
    if len(entry.resources) > 1:
        option = entry.documentation()["options"][entry.kind.option]
        found[entry.kind.option] = _key(entry, entry.kind.option, "str", ALWAYS, option["description"])
    return found


def _of_resource(entry: Entry, resource: Any, info: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    if not resource.rows and "id" not in resource.field_names and entry.name not in glossary()["without_id"]:
        yield "id", _key(entry, "id", "str", ALWAYS, f"Id of the {entry.noun}.")
    for field in resource.fields:
        if _is_shown(entry, field, info):
            yield field.result, _of_field(entry, resource, field)
    for answer in resource.answers:
        yield answer.name, _key(entry, answer.name, answer.type, MAYBE)
    lifecycle = resource.lifecycle
    if lifecycle and lifecycle.shows:
        is_flag = bool(lifecycle.words) and all(isinstance(word, bool) for word in lifecycle.words.values())
        yield lifecycle.shows, _key(entry, lifecycle.shows, "bool" if is_flag else "str", ALWAYS)
    yield from _common(entry, resource)
    if not info:
        yield from _of_task(entry, resource)


def _common(entry: Entry, resource: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for owner in OWNER if resource.owned and resource.lists_owned else ():
        yield owner, _key(entry, owner, "str", MAYBE)
    if resource.tags:
        yield "tags", _key(entry, "tags", "list", MAYBE, glossary()["results"]["_tags"])


def _of_task(entry: Entry, resource: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for child in resource.children:
        yield child.name, _key(entry, child.name, "list", TOLD, _option(entry, child.name))
    if resource.lifecycle and resource.lifecycle.detour_option:
        yield (
            "restart_required_for",
            _key(
                entry, "restart_required_for", "list", "when a change needs a stop", glossary()["results"]["_restart"]
            ),
        )
    for once in resource.reveals:
        yield once.name, _key(entry, once.name, once.type, "when the task makes it")


def _is_shown(entry: Entry, field: Any, info: bool) -> bool:
    is_ref = hasattr(field, "target")
    if field.secret or (field.steers and not is_ref) or (not field.compared and not is_ref):
        return False
    if info and field.members and not is_ref:
        return False
    if info and field.name in glossary()["only_when_asked"].get(entry.name, ()):
        return False
    return not info or field.compared or field.name in entry.info_arguments()


def _of_field(entry: Entry, resource: Any, field: Any) -> dict[str, Any]:
    is_ref = hasattr(field, "target")
    told = (is_ref and not field.compared) or (field.members is not None and not is_ref)
    settled = field.required or field.default is not None or resource.key == (field.name,)
    when = TOLD if told else ALWAYS if settled else MAYBE
    description = _option(entry, field.name) if field.result == field.name else None
    key = _key(entry, field.result, field.type, when, description)
    if hasattr(field, "target") and field.compared and field.shows is None:
        words = [key["description"]] if isinstance(key["description"], str) else key["description"]
        key["description"] = [*words, "It is the id where the task does not name it."]
    if field.choices:
        key.setdefault("sample", field.choices[0])
    return key


def _option(entry: Entry, name: str) -> Any:
    return entry.documentation()["options"].get(name, {}).get("description")


def _key(entry: Entry, name: str, type: str, returned: str, description: Any = None) -> dict[str, Any]:
    """One key of RETURN; the glossary's prose for it wins over what the option says."""
    prose = glossary()["results"]
    own = prose.get(entry.name, {}).get(name) or (None if description else prose["_common"].get(name))
    text = own or (description and _result(first_sentence(description)))
    if not text:
        raise LookupError(f"tools/docgen/glossary.yml: results.{entry.name}.{name} is missing")
    found: dict[str, Any] = {"description": text, "returned": returned, "type": type}
    if type == "list":
        found["elements"] = "dict" if name in prose["_contains"] else "str"
    if name in prose["_contains"] and type == "list":
        found["contains"] = prose["_contains"][name]
    sample = _sample(entry, name)
    if sample is not None:
        found["sample"] = sample
    return found


def _sample(entry: Entry, name: str) -> Any:
    samples: Mapping[str, Any] = glossary()["samples"]
    return samples.get(entry.name, {}).get(name, samples["_common"].get(name))


def _result(sentence: str) -> str:
    """An option takes a name or an id, a result is the name; and the info module lacks the options it may mention."""
    sentence = MENTION.sub(r"C(\1)", sentence)
    for option, result in (("Names or ids of", "Names of"), ("Name or id of", "Name of")):
        sentence = sentence.replace(option, result)
    return sentence
