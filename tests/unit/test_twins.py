"""Of two things of one name it is told whether they may be about to become one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.find import Finder
from ansible_collections.cloudstack.cloud.plugins.module_utils.registry import KINDS
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import Resource, SpecError
from ansible_collections.cloudstack.cloud.plugins.module_utils.twins import YOUNG, Yielded, may_pass, settle

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


class Standing:
    """Stands in for a finder: what stands there, look by look; the last look stays."""

    def __init__(self, *looks: list[dict[str, str]]) -> None:
        self.looks = list(looks)
        self.resolver: Any = SimpleNamespace(renew=lambda: None, client=SimpleNamespace(sleep=lambda _pause: None))
        self.resource = KINDS["network"]

    def standing(self) -> list[dict[str, str]]:
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

    def enriched(self, row: dict[str, str]) -> dict[str, str]:
        return row

    def label(self) -> str:
        return "web"


EARLIER, LATER = {"id": "z", **made(3)}, {"id": "a", **made(1)}


def test_what_was_made_is_returned_as_it_is_listed() -> None:
    assert settle(cast(Finder, Standing([LATER])), {"id": "a"}, pytest.fail) == LATER


def test_the_age_that_a_list_tells_decides_who_goes() -> None:
    """The answer of a creation need not tell when that was."""
    removed: list[Any] = []
    with pytest.raises(Yielded, match=r"another run made the network 'web' at the same time \(id z\)"):
        settle(cast(Finder, Standing([EARLIER, LATER])), {"id": "a"}, removed.append)
    assert removed == [LATER]
    assert settle(cast(Finder, Standing([EARLIER, LATER], [EARLIER])), {"id": "z"}, pytest.fail) == EARLIER
