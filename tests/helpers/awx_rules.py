"""What a stand-in for the REST API of AWX knows: the fields of its kinds, and what it refuses.

The fields are those that the collection awx.awx sends for the kinds that the playbook awx_setup makes; the rules are
the ones that the API's documentation states. It is not AWX: it launches nothing, and knows no permissions.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Find = Callable[[str, Any], Record]
"""Gives the record of a kind by its id; raises `Refused` without one."""

SECRET = "$encrypted$"
PLAYBOOK = re.compile(r"^\s*?-?\s*?(?:hosts|include|import_playbook):")
"""By which a project's scan takes a YAML file for a playbook."""

TYPES = {
    "text": str,
    "textarea": str,
    "password": str,
    "integer": int,
    "float": float,
    "multiplechoice": str,
    "multiselect": str,
}


class Refused(Exception):
    """A request that the API answers with 400 and this body."""


@dataclass(frozen=True)
class Kind:
    """A list of the API.

    :ivar refers: fields that hold the id of a record, and the kind of it.
    :ivar joined: what is associated by sub-lists, and the kind of it.
    """

    type: str
    needed: tuple[str, ...] = ("name",)
    fields: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)


ORGANIZATION = {"organization": "organizations"}
NODES = "workflow_job_template_nodes"
ASKED = ("job_type", "diff_mode", "verbosity", "limit")
KINDS: dict[str, Kind] = {
    "organizations": Kind("organization"),
    "labels": Kind("label", ("name", "organization"), refers=ORGANIZATION),
    "credential_types": Kind("credential_type", ("name", "kind"), ("inputs", "injectors", "managed")),
    "credentials": Kind(
        "credential",
        ("name", "credential_type"),
        ("inputs",),
        {**ORGANIZATION, "credential_type": "credential_types"},
        defaults={"inputs": {}},
    ),
    "execution_environments": Kind(
        "execution_environment", ("name", "image"), ("pull",), {**ORGANIZATION, "credential": "credentials"}
    ),
    "projects": Kind(
        "project",
        fields=("scm_type", "scm_url", "scm_branch"),
        refers={**ORGANIZATION, "credential": "credentials", "default_environment": "execution_environments"},
        defaults={"scm_type": "", "scm_revision": ""},
    ),
    "inventories": Kind("inventory", ("name", "organization"), ("kind", "host_filter"), ORGANIZATION),
    "inventory_sources": Kind(
        "inventory_source",
        ("name", "inventory"),
        ("source", "source_path", "overwrite", "overwrite_vars"),
        {
            "inventory": "inventories",
            "source_project": "projects",
            "credential": "credentials",
            "execution_environment": "execution_environments",
        },
    ),
    "job_templates": Kind(
        "job_template",
        ("name", "project", "playbook"),
        ("job_type", "survey_enabled", "forks", "job_slice_count", *(f"ask_{word}_on_launch" for word in ASKED)),
        {
            **ORGANIZATION,
            "project": "projects",
            "inventory": "inventories",
            "execution_environment": "execution_environments",
        },
        {"credentials": "credentials", "labels": "labels"},
    ),
    "workflow_job_templates": Kind("workflow_job_template", fields=("survey_enabled",), refers=ORGANIZATION),
    NODES: Kind(
        "workflow_job_template_node",
        ("identifier", "workflow_job_template", "unified_job_template"),
        ("extra_data",),
        {"workflow_job_template": "workflow_job_templates", "unified_job_template": "unified_job_templates"},
        {"success_nodes": NODES, "failure_nodes": NODES, "always_nodes": NODES},
    ),
}
WITH_SURVEY = ("job_templates", "workflow_job_templates")


def checked(kind: str, record: Record, find: Find, files: Path) -> None:
    """Refuse a record as the API does; `files` is what every project holds.

    :raises Refused: with the body of the answer.
    """
    known = KINDS[kind]
    for name in known.needed:
        if record.get(name) in (None, ""):
            raise Refused({name: ["This field is required."]})
    own = {"name", "description", "identifier", *known.needed, *known.fields, *known.refers}
    for name in record.keys() - own - known.defaults.keys():
        raise Refused({name: ["The stand-in knows no such field."]})
    for name, target in known.refers.items():
        if record.get(name) is not None:
            find(target, record[name])
    if kind in RULES:
        RULES[kind](record, find, files)


def _credential_type(record: Record, find: Find, files: Path) -> None:
    if record["kind"] not in ("cloud", "net"):
        raise Refused({"kind": ["Must be cloud or net."]})
    fields = {one["id"]: one for one in record["inputs"]["fields"]}
    for one in fields.values():
        if one["type"] not in ("string", "boolean") or set(one) - {"id", "label", "type", "secret", "help_text"}:
            raise Refused({"inputs": [f"The field {one['id']} is none."]})
    unknown = set(record["inputs"].get("required", [])) - set(fields)
    used = set(re.findall(r"{{ (\w+) }}", json.dumps(record["injectors"])))
    if unknown or used - set(fields) or set(record["injectors"]) - {"env", "extra_vars", "file"}:
        raise Refused({"injectors": [f"{sorted(unknown | used - set(fields))} are no inputs."]})


def _credential(record: Record, find: Find, files: Path) -> None:
    inputs = find("credential_types", record["credential_type"])["inputs"]
    extra = set(record["inputs"]) - {one["id"] for one in inputs["fields"]}
    if extra:
        raise Refused({"inputs": [f"{sorted(extra)} are no inputs of the type."]})


def _inventory_source(record: Record, find: Find, files: Path) -> None:
    if record.get("source") != "scm" or record.get("source_project") is None:
        raise Refused({"source_project": ["Project required for scm type sources."]})
    if not (files / record["source_path"]).is_file():
        raise Refused({"source_path": ["The stand-in's project has no such file."]})


def _job_template(record: Record, find: Find, files: Path) -> None:
    if record.get("inventory") is None:
        raise Refused({"inventory": ["Job Template must provide 'inventory' or allow prompting for it."]})
    if record["playbook"] not in playbooks(files):
        raise Refused({"playbook": ["Playbook not found for project."]})


RULES: dict[str, Callable[[Record, Find, Path], None]] = {
    "credential_types": _credential_type,
    "credentials": _credential,
    "inventory_sources": _inventory_source,
    "job_templates": _job_template,
}


@lru_cache(maxsize=2)
def playbooks(files: Path) -> set[str]:
    """The playbooks that a project's scan finds: not below roles, tasks or variables, nor in hidden folders."""
    found = set()
    for place, folders, names in os.walk(files):
        hidden = ("roles", "tasks", "group_vars", "host_vars")
        folders[:] = [one for one in folders if one not in hidden and not one.startswith(".")]
        for name in names:
            path = Path(place) / name
            if path.suffix in (".yml", ".yaml") and any(map(PLAYBOOK.match, path.read_text("utf-8").splitlines())):
                found.add(str(path.relative_to(files)))
    return found


def survey_is_sound(survey: Record) -> None:
    """Refuse a survey as the API does.

    :raises Refused: with the body of the answer.
    """
    for name, wanted in (("name", str), ("description", str), ("spec", list)):
        if not isinstance(survey.get(name), wanted) or (name == "spec" and not survey[name]):
            raise Refused({"error": f"Field '{name}' is missing from survey spec, or is of another type."})
    seen: set[str] = set()
    for number, question in enumerate(survey["spec"]):
        _question(number, question)
        if question["variable"] in seen:
            raise Refused({"error": f"'variable' '{question['variable']}' duplicated in survey question {number}."})
        seen.add(question["variable"])


def _question(number: int, question: Record) -> None:
    for name, wanted in (("type", str), ("question_name", str), ("variable", str), ("required", bool)):
        if not isinstance(question.get(name), wanted):
            raise Refused({"error": f"'{name}' missing from survey question {number}, or of another type."})
    if question["type"] not in TYPES:
        raise Refused({"error": f"'{question['type']}' in survey question {number} is no type of questions."})
    default = question.get("default", "")
    if default != "" and not isinstance(default, TYPES[question["type"]]):
        raise Refused({"error": f"Default value {default} in survey question {number} is of another type."})
    if question["type"].startswith("multi"):
        if not question.get("choices"):
            raise Refused({"error": f"Survey question {number} must specify choices."})
        if default and default not in question["choices"]:
            raise Refused({"error": "Default choice must be answered from the choices listed."})
