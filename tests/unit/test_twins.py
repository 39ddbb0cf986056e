"""Of two things of one name it is told whether they may be about to become one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import KINDS
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import Resource, SpecError
from ansible_collections.cloudstack.cloud.plugins.module_utils.twins import YOUNG, may_pass

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
OLD = {"created": "2026-06-01T12:00:00+0000"}


def made(seconds: float) -> dict[str, str]:
    """A record that was made so long before now."""
    return {"created": (NOW - timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S%z")}


@pytest.mark.parametrize(
    ("rows", "passes"),
    [
        ([OLD, made(3)], True),
        ([OLD, made(-3)], True),
        ([OLD, made(YOUNG + 1)], False),
        ([OLD, {}], False),
        ([OLD, {"created": "yesterday"}], False),
    ],
)
def test_only_what_is_young_may_pass(rows: list[dict[str, str]], passes: bool) -> None:
    assert may_pass(KINDS["network"], rows, NOW) is passes


@pytest.mark.parametrize(("kind", "passes"), [("network_acl", True), ("firewall", False)])
def test_without_an_age_the_kind_decides(kind: str, passes: bool) -> None:
    resource = KINDS[kind] if kind == "network_acl" else KINDS[kind].resources["ingress"]
    assert may_pass(resource, [{}, {}], NOW) is passes


def test_without_an_id_nobody_knows_whose_is_whose() -> None:
    with pytest.raises(SpecError, match="told by the id"):
        Resource("thing", list="listThings", create="createThing", key=(), own_id=False, may_double=True)
