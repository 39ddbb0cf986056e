"""What AWX is given: patterns with their surveys and playbooks, the credential type, the playbook that sets it up."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from ansible_collections.cloudstack.cloud.plugins.module_utils import settings
from helpers.awx_rules import Refused, playbooks, survey_is_sound
from helpers.collection import ROOT
from helpers.patterns import CREDENTIAL_TYPE, NAMES, PATTERNS, injected, pattern, questions, template

SCHEMA = json.loads((Path(__file__).parent / "data" / "pattern.schema.json").read_text(encoding="utf-8"))
KINDS = {
    "integer": {"int"},
    "multiplechoice": {"str", "bool"},
    "text": {"str"},
    "textarea": {"str"},
    "password": {"str"},
}
ACCESS = {"api_url": "https://cloud.example.com/client/api", "api_key": "the-key", "api_secret": "the-secret"}


def place(name: str) -> Path:
    return PATTERNS / name / "playbooks"


def options(name: str) -> dict[str, Any]:
    """What the playbook of a pattern says that it takes."""
    described = yaml.safe_load((place(name) / "site.meta.yml").read_text(encoding="utf-8"))
    return described["argument_specs"][name]["options"]


def imported(name: str) -> str:
    """The playbook of the collection that does the work of a pattern."""
    [found] = re.findall(r"import_playbook: cloudstack\.cloud\.(\w+)", (place(name) / "site.yml").read_text("utf-8"))
    return found


def taken(name: str) -> str:
    """What the playbook of a pattern, the one it imports, and a role of that name say of variables."""
    work = imported(name)
    files = [place(name) / "site.yml", ROOT / "playbooks" / f"{work}.yml"]
    role = ROOT / "roles" / work / "meta" / "argument_specs.yml"
    return "\n".join(path.read_text(encoding="utf-8") for path in [*files, role] if path.is_file())


def assumed(name: str) -> dict[str, Any]:
    """What the playbook that a pattern imports, or a role of that name, takes for variables that nobody gives."""
    work = imported(name)
    plays = yaml.safe_load((ROOT / "playbooks" / f"{work}.yml").read_text(encoding="utf-8"))
    found = {variable: value for play in plays for variable, value in play.get("vars", {}).items()}
    role = ROOT / "roles" / work / "meta" / "argument_specs.yml"
    if role.is_file():
        takes = yaml.safe_load(role.read_text(encoding="utf-8"))["argument_specs"]["main"]["options"]
        found.update({variable: option["default"] for variable, option in takes.items() if "default" in option})
    return found


def written(value: Any) -> Any:
    """A value as a survey has it."""
    return str(value).lower() if isinstance(value, bool) else value


def test_there_is_a_pattern_for_each_task() -> None:
    assert NAMES == ["capacity_report", "drift_report", "host_maintenance", "instance_deployment", "zone_bring_up"]
    setup = yaml.safe_load((ROOT / "playbooks" / "awx_setup.yml").read_text(encoding="utf-8"))
    assert sorted(setup[0]["vars"]["awx_patterns"]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_is_valid(name: str) -> None:
    jsonschema.validate(pattern(name), SCHEMA)
    assert pattern(name)["name"] == name
    assert (PATTERNS / name / "README.md").is_file()
    resources = pattern(name)["aap_resources"]
    assert template(name)["execution_environment"] == resources["controller_execution_environment"]["name"]
    assert set(template(name)["labels"]) <= set(resources["controller_labels"])
    survey_is_sound(template(name)["survey"])


@pytest.mark.parametrize("name", NAMES)
def test_the_survey_asks_what_the_playbook_takes(name: str) -> None:
    takes = options(name)
    asked = {one["variable"]: one for one in questions(name)}
    assert list(asked) == list(takes)
    words = set(re.findall(r"\w+", taken(name)))
    assert set(asked) <= words
    for variable, question in asked.items():
        option = takes[variable]
        assert option["type"] in KINDS[question["type"]], variable
        assert option.get("required", False) == (question["required"] and "default" not in question), variable
        assert option.get("no_log", False) == (question["type"] == "password"), variable
        if option["type"] == "bool":
            assert question["choices"] == ["true", "false"]
        else:
            assert option.get("choices") == question.get("choices"), variable


@pytest.mark.parametrize("name", NAMES)
def test_a_survey_s_defaults_and_choices_are_the_playbook_s(name: str) -> None:
    takes, otherwise = options(name), assumed(name)
    words = set(re.findall(r"\w+", taken(name)))
    for question in questions(name):
        variable = question["variable"]
        assert question.get("default") == written(takes[variable].get("default")), variable
        if "default" in question and variable in otherwise:
            assert question["default"] == written(otherwise[variable]), variable
        elif variable in otherwise:
            assert question["question_description"].endswith(f"Leave it empty for {otherwise[variable]}."), variable
        chosen = question.get("choices", []) if takes[variable]["type"] == "str" else []
        assert set(chosen) <= words, variable


def test_a_workflow_asks_no_two_questions_of_one_name() -> None:
    asked = [one["question_name"] for name in ("zone_bring_up", "instance_deployment") for one in questions(name)]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("name", NAMES)
def test_a_job_asks_nothing_and_hands_something_on(name: str) -> None:
    text = taken(name)
    assert "vars_prompt" not in text
    assert "ansible.builtin.pause" not in text
    assert "ansible.builtin.set_stats" in (ROOT / "playbooks" / f"{imported(name)}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_tells_every_question(name: str) -> None:
    text = (PATTERNS / name / "README.md").read_text(encoding="utf-8")
    for one in questions(name):
        row = f"| {one['question_name']} | `{one['variable']}` | {'yes' if one['required'] else 'no'} |\n"
        assert row in text
    assert template(name)["name"] in text


def test_a_project_of_this_repository_holds_the_playbooks() -> None:
    assert {f"patterns/{name}/playbooks/site.yml" for name in NAMES} <= playbooks(ROOT / "extensions")
    assert {"zones.yml", "batches.yml"} <= playbooks(ROOT / "examples" / "estate")


def spoilt(**question: Any) -> dict[str, Any]:
    found = copy.deepcopy(pattern("drift_report"))
    found["aap_resources"]["controller_job_templates"][0]["survey"]["spec"][1].update(question)
    return found


@pytest.mark.parametrize(
    "question",
    [
        {"type": "choice"},
        {"variable": "Drift Fail"},
        {"required": "yes"},
        {"default": 1},
        {"choices": "true"},
        {"question_name": None},
    ],
)
def test_the_schema_refuses_what_is_wrong(question: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt(**question), SCHEMA)


@pytest.mark.parametrize("question", [{"default": "perhaps"}, {"type": "integer"}, {"variable": "zone_tree_yaml"}])
def test_the_stand_in_refuses_a_survey_as_awx_does(question: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        survey_is_sound(spoilt(**question)["aap_resources"]["controller_job_templates"][0]["survey"])


def test_the_credential_type_keeps_its_secrets() -> None:
    kind = yaml.safe_load(CREDENTIAL_TYPE.read_text(encoding="utf-8"))
    fields = {field["id"]: field for field in kind["inputs"]["fields"]}
    assert {name for name, field in fields.items() if field.get("secret")} == {"api_key", "api_secret"}
    assert kind["inputs"]["required"] == list(ACCESS)
    assert set(kind["injectors"]["env"]) <= set(settings.ENVIRONMENT.values())
    used = set(re.findall(r"{{ (\w+) }}", json.dumps(kind["injectors"])))
    assert used == set(fields)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, (30, 3600, True)),
        ({"api_timeout": "60", "api_job_timeout": "7200", "skip_verification": True}, (60, 7200, False)),
    ],
)
def test_a_job_takes_the_connection_from_its_credential(more: dict[str, Any], found: tuple[int, int, bool]) -> None:
    told = settings.settings({}, injected({**ACCESS, **more}))
    assert (told.url, told.key, told.secret) == tuple(ACCESS.values())
    assert (told.timeout, told.job_timeout, told.verify) == found


def test_the_execution_environment_installs_the_collection() -> None:
    described = yaml.safe_load((ROOT / "extensions" / "awx" / "execution-environment.yml").read_text(encoding="utf-8"))
    assert described["version"] == 3
    assert described["dependencies"]["galaxy"] == {"collections": [{"name": "cloudstack.cloud"}]}
