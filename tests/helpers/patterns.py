"""The patterns of the collection, and the credential type that their jobs are launched with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml
from jinja2 import Environment

from helpers.collection import ROOT

PATTERNS = ROOT / "extensions" / "patterns"
CREDENTIAL_TYPE = ROOT / "extensions" / "awx" / "credential_type.yml"
NAMES = sorted(path.parent.parent.name for path in PATTERNS.glob("*/meta/pattern.json"))


@lru_cache(maxsize=8)
def pattern(name: str) -> dict[str, Any]:
    """The definition of a pattern."""
    return json.loads((PATTERNS / name / "meta" / "pattern.json").read_text(encoding="utf-8"))


def template(name: str) -> dict[str, Any]:
    """The only job template of a pattern."""
    [found] = pattern(name)["aap_resources"]["controller_job_templates"]
    return found


def questions(name: str) -> list[dict[str, Any]]:
    """What the survey of a pattern asks."""
    return template(name)["survey"]["spec"]


def injected(inputs: Mapping[str, Any]) -> dict[str, str]:
    """The environment that a credential of the collection's type gives to a job.

    An input that is left out is false where it is a boolean, and empty otherwise.
    """
    kind = yaml.safe_load(CREDENTIAL_TYPE.read_text(encoding="utf-8"))
    left_out = {field["id"]: False if field["type"] == "boolean" else "" for field in kind["inputs"]["fields"]}
    words = Environment(autoescape=False)
    return {
        name: words.from_string(text).render({**left_out, **inputs}) for name, text in kind["injectors"]["env"].items()
    }
