"""The recorded surface of the API: commands, parameters, envelopes, job classes, filters and roles."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")

READ_PREFIXES = re.compile(r"(list|get|query|find|is|ready|search)(?![a-z])")
READ_COMMANDS = frozenset(
    {"login", "logout", "cloudianIsEnabled"}
    | {"quotaBalance", "quotaCreditsList", "quotaEmailTemplateList", "quotaIsEnabled", "quotaListEmailConfiguration"}
    | {"quotaPresetVariablesList", "quotaResourceStatement", "quotaStatement", "quotaSummary", "quotaTariffList"}
    | {"quotaValidateActivationRule"}
)


def load_data(name: str) -> Any:
    """Return the parsed content of data/NAME.json.gz."""
    with gzip.open(DATA / f"{name}.json.gz", "rt", encoding="utf-8") as source:
        return json.load(source)


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name as the server spells it, its type word and whether the server insists on it."""

    name: str
    type: str
    required: bool
    length: int


@dataclass(frozen=True)
class Command:
    """One API command and the recorded facts about its answers."""

    name: str
    is_async: bool
    since: str | None
    params: dict[str, Parameter]
    envelope: str
    error_envelope: str
    list_key: str | None
    answers_id: bool
    job_class: str
    instance_type: str | None
    has_instance_id: bool
    response: dict[str, Any] = field(repr=False, default_factory=dict)

    @property
    def word(self) -> str:
        """The command as error texts name it: the error envelope without its ending."""
        name = self.error_envelope
        return name[: -len("response")] if name.endswith("response") else name


def is_write(command: str) -> bool:
    """True when the command may change the cloud; everything that is not clearly a read counts as a write."""
    return not (READ_PREFIXES.match(command) or command in READ_COMMANDS)


class Surface:
    """All commands by their exact name, what a role may call, and how lists filter."""

    def __init__(self) -> None:
        facts = load_data("commands")
        self.commands = {name: _command(name, spec, facts.get(name, {})) for name, spec in load_data("apis").items()}
        self.filters: dict[str, dict[str, str]] = load_data("filters")
        self.allowed = {role: frozenset(names) for role, names in load_data("roles").items()}

    def may_call(self, role_type: str, command: str) -> bool:
        """Whether a caller whose role has this type may call the command; an admin may call all."""
        return role_type in ("Admin", "ResourceAdmin") or command in self.allowed.get(role_type, frozenset())


@lru_cache(maxsize=1)
def surface() -> Surface:
    """The one surface of this process: it never changes."""
    return Surface()


def _command(name: str, spec: dict[str, Any], facts: dict[str, Any]) -> Command:
    params = {
        key.lower(): Parameter(key, value["type"], value.get("required", False), value.get("length", 255))
        for key, value in spec["params"].items()
    }
    envelope = facts.get("envelope", f"{name.lower()}response")
    return Command(
        name=name,
        is_async=spec["async"],
        since=spec.get("since"),
        params=params,
        envelope=envelope,
        error_envelope=facts.get("error_envelope", envelope),
        list_key=facts.get("key"),
        answers_id=facts.get("id", False),
        job_class=facts.get("cmd", f"{name[0].upper()}{name[1:]}Cmd"),
        instance_type=facts.get("instance"),
        has_instance_id=facts.get("instanceid", False),
        response=spec.get("response", {}),
    )
