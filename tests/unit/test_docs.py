"""The documentation says what the declarations say, no more and no less."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.plugins.loader import fragment_loader
from ansible.utils.plugin_docs import get_docstring
from docgen import facts
from docgen.catalog import ROOT, Entry, catalog, literals, sentences, without_info

SURFACE = ROOT / "extensions" / "simulator" / "cloudstack_simulator" / "data" / "apis.json.gz"
WORDS = ("type", "elements", "choices", "default", "required", "aliases")
EMPTY = {"required": False, "aliases": [], "choices": []}
MAY_BE_PASSED_OVER = {
    "block",
    "check_mode",
    "failed_when",
    "ignore_errors",
    "ignore_unreachable",
    "loop",
    "tags",
    "when",
}
"""Words of a task with which an example of a module would pass that did nothing, or that failed."""

MODULES = [entry for entry in catalog() if entry.has_module]
DOCUMENTED = [
    *((entry.name, entry.path, entry.arguments()) for entry in (*MODULES, *without_info())),
    *((f"{entry.name}_info", entry.info_path, entry.info_arguments()) for entry in catalog()),
]


@cache
def documentation(path: Path) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """DOCUMENTATION with its fragments, EXAMPLES and RETURN of a module's file."""
    found = get_docstring(str(path), fragment_loader, collection_name="cloudstack.cloud", plugin_type="module")
    return found[:3]


def differences(documented: Mapping[str, Any], specified: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What the options as documented and as specified do not agree on."""
    for name in sorted({*documented, *specified}):
        place = f"{where}{name}"
        if name not in documented or name not in specified:
            yield f"{place}: {'documented' if name in documented else 'specified'} only"
            continue
        for word in WORDS:
            said = documented[name].get(word, EMPTY.get(word))
            meant = specified[name].get(word, EMPTY.get(word))
            if said != meant:
                yield f"{place}.{word}: documented {said!r}, specified {meant!r}"
        inner, options = documented[name].get("suboptions", {}), specified[name].get("options", {})
        yield from differences(inner, options, f"{place}.")


@pytest.mark.parametrize(("name", "path", "arguments"), DOCUMENTED, ids=[one[0] for one in DOCUMENTED])
def test_options_are_documented_as_they_are(name: str, path: Path, arguments: Mapping[str, Any]) -> None:
    assert list(differences(documentation(path)[0]["options"], arguments)) == []


def test_a_difference_is_told() -> None:
    documented = {"name": {"type": "str"}, "size": {"type": "str", "choices": ["a"]}, "lost": {"type": "str"}}
    specified = {"name": {"type": "str"}, "size": {"type": "int", "choices": ["a", "b"]}, "new": {"type": "str"}}
    assert list(differences(documented, specified)) == [
        "lost: documented only",
        "new: specified only",
        "size.type: documented 'str', specified 'int'",
        "size.choices: documented ['a'], specified ['a', 'b']",
    ]


@cache
def surface() -> dict[str, Any]:
    """The commands of the API."""
    found: dict[str, Any] = json.loads(gzip.decompress(SURFACE.read_bytes()))
    return found


def expected(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each option with each sentence that follows from its declaration."""
    for resource in entry.resources:
        for field in resource.fields:
            yield from ((field.name, sentence) for sentence in facts.sentences(resource, field, entry.word, surface()))


@pytest.mark.parametrize("entry", MODULES, ids=lambda entry: entry.name)
def test_prose_tells_when_an_option_counts(entry: Entry) -> None:
    options = entry.documentation()["options"]
    missing = {name: sentence for name, sentence in expected(entry) if sentence not in options[name]["description"]}
    assert missing == {}


STRICT = (
    "Used only when the ",
    "CloudStack takes it only when the ",
    "It is only sent when the ",
    "CloudStack changes it only while the ",
)


@pytest.mark.parametrize("entry", MODULES, ids=lambda entry: entry.name)
def test_prose_claims_no_limit_that_there_is_not(entry: Entry) -> None:
    known = set(expected(entry))
    said = {
        (name, sentence)
        for name, option in entry.documentation()["options"].items()
        for sentence in sentences(option["description"])
        if str(sentence).startswith(STRICT)
    }
    assert said <= known


@pytest.mark.parametrize("entry", MODULES, ids=lambda entry: entry.name)
def test_what_acts_at_every_run_is_not_called_idempotent(entry: Entry) -> None:
    acts = {action.state for resource in entry.resources for action in resource.actions}
    forced = {field.forced_by for resource in entry.resources for field in resource.fields if field.forced_by}
    told = documentation(entry.path)[0]["attributes"]["idempotent"]
    assert not (acts | forced) or told["support"] != "full"
    assert [word for word in sorted(acts - {"present"} | forced) if word not in str(told.get("details"))] == []


def test_the_facts_cover_what_is_unusual() -> None:
    """Guards the test above: the declarations do yield sentences of every sort."""
    found = {sentence for entry in MODULES for _, sentence in expected(entry)}
    for start in ("Needed to create", "When the zone is created without", "CloudStack takes it only", "Used only when"):
        assert any(sentence.startswith(start) for sentence in found), start
    for start in (
        "It is only sent when",
        "CloudStack changes it only while",
        "Needs CloudStack 4.",
        "It can be changed",
    ):
        assert any(sentence.startswith(start) for sentence in found), start


@pytest.mark.parametrize(("name", "path", "arguments"), DOCUMENTED, ids=[one[0] for one in DOCUMENTED])
def test_docs_are_whole(name: str, path: Path, arguments: Mapping[str, Any]) -> None:
    doc, _, returned = documentation(path)
    assert set(literals(path)) == {"DOCUMENTATION", "EXAMPLES", "RETURN"}
    assert doc["module"] == name
    assert set(doc["attributes"]) == {"check_mode", "diff_mode", "idempotent", "action_group"}
    assert not doc["short_description"].endswith(".")
    assert "failure" in returned
    for option, value in doc["options"].items():
        assert all(str(text).endswith(".") for text in sentences(value["description"])), option


@pytest.mark.parametrize(("name", "path", "arguments"), DOCUMENTED, ids=[one[0] for one in DOCUMENTED])
def test_examples_use_the_options_there_are(name: str, path: Path, arguments: Mapping[str, Any]) -> None:
    tasks = yaml.safe_load(literals(path)["EXAMPLES"])
    assert f"cloudstack.cloud.{name}" in {key for task in tasks for key in task}
    known = {f"cloudstack.cloud.{one}": specified for one, _, specified in DOCUMENTED}
    titles = [task["name"] for task in tasks]
    assert len(set(titles)) == len(titles), "the test that runs the examples tells them apart by their names"
    for task in tasks:
        assert task["name"][0].isupper()
        for module in set(task) & set(known):
            assert not set(task) & MAY_BE_PASSED_OVER
            spec = known[module]
            given = set(task[module] or {})
            assert given <= {*spec, *(alias for one in spec.values() for alias in one.get("aliases", ()))}
            assert {option for option, one in spec.items() if one.get("required")} <= given
