"""Whatever rows a list holds, of every kind: they are told, or an error names the command; there is no third way."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.catalogue import apis, load
from contract.test_filters import LISTED
from contract.world import KEY, SECRET

ERRORS = load("errors")
WORDS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["", "true", "10.1.1.1", "a,b", "{{ 7 * 7 }}", "zone-1", "Enabled", "1-9"]),
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def rows(command: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Lists of what a command might answer: its own words, with anything under them."""
    words = sorted(apis()[command]["response"])
    row = st.dictionaries(st.sampled_from(words), VALUES, max_size=8)
    return st.lists(row, max_size=3)


class Server(load("client").Client):
    """Answers the list command with rows that were made up, and everything else with nothing."""

    def __init__(self, command: str, answer: list[dict[str, Any]]) -> None:
        url = "http://127.0.0.1:9/client/api"
        super().__init__(load("settings").Settings(url, KEY, SECRET), sleep=lambda seconds: None)
        self.command, self.answer = command, answer

    def call(self, command: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        self.last = command
        return {"count": len(self.answer), "thing": self.answer} if command == self.command else {}


def told(resource: Any, answer: list[dict[str, Any]]) -> tuple[list[Any], str]:
    """What the info module of a kind makes of an answer, or the message of its error."""
    run = load("run")
    try:
        result = run.work_with(Server(resource.list, answer), run.info_work_of(resource), {}, False)
    except ERRORS.CloudError as error:
        return [], error.message
    return result[resource.plural], ""


@pytest.mark.parametrize("name", LISTED)
def test_rows_are_told_or_refused(name: str) -> None:
    resource = LISTED[name]

    @settings(max_examples=20, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(rows(resource.list))
    def whatever(answer: list[dict[str, Any]]) -> None:
        found, message = told(resource, answer)
        assert all(isinstance(one, dict) for one in found)
        assert json.loads(json.dumps(found)) == found
        assert not message or re.search(r"\b(list|get|find|query)[A-Z]\w+", message)
        assert SECRET not in message

    whatever()
