"""Plans with rarer words: values that a move settles, values that are secrets, options that go along."""

from __future__ import annotations

from typing import Any

import pytest
from planned import planned, sent

from ansible_collections.cloudstack.cloud.plugins.module_utils.arguments import module_arguments
from ansible_collections.cloudstack.cloud.plugins.module_utils.project import project
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import credentials_in
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Action,
    Field,
    Lifecycle,
    Move,
    Resource,
    Variants,
    Via,
)


def is_secret(record: Any) -> bool:
    return bool(record.get("private"))


DIAL = Resource(
    "dial",
    list="listDials",
    update="updateDial",
    fields=(
        Field("name", required=True),
        Field("value", conceals=is_secret),
        Field("realm", via=Via("assignDial", clear="releaseDial"), together=("holder",)),
        Field("holder", via=Via("assignDial", clear="releaseDial"), together=("realm",)),
    ),
    lifecycle=Lifecycle(
        read="(state)",
        shows="",
        goals={"default": ("default",)},
        moves=(Move("set", "default", "resetDial", sets={"value": "usual"}),),
    ),
    actions=(Action("turned", "turnDial", params={"way": "left"}, options={"by": "value"}),),
)
HELD = {"name": "a", "value": "5", "usual": "1", "(state)": "set", "realm": "r1", "holder": "h1"}


def test_a_move_settles_a_value() -> None:
    made = planned(HELD, DIAL, state="default")
    assert sent(made.steps) == ["resetDial"]
    assert (made.before["value"], made.after["value"]) == ("5", "1")
    assert not planned({**HELD, "(state)": "default"}, DIAL, state="default").changed


@pytest.mark.parametrize("options", [{"value": "7"}, {"state": "default"}])
def test_a_secret_value_is_changed_but_not_shown(options: dict[str, Any]) -> None:
    made = planned({**HELD, "private": True}, DIAL, **options)
    assert made.changed
    assert "value" not in {**made.before, **made.after}
    assert "value" not in project(DIAL, {**HELD, "private": True})
    assert project(DIAL, HELD)["value"] == "5"


def test_what_a_command_of_its_own_needs_goes_along() -> None:
    assert sent(planned(HELD, DIAL, holder="h2").steps) == [("assignDial", {"realm": "r1", "holder": "h2"})]
    assert sent(planned(HELD, DIAL, holder="h2", realm="r2").steps) == [("assignDial", {"holder": "h2", "realm": "r2"})]
    assert sent(planned(HELD, DIAL, realm="", holder="").steps) == ["releaseDial"]


def test_an_action_sends_what_it_always_sends() -> None:
    assert sent(planned(HELD, DIAL, state="turned", value="5").steps) == [("turnDial", {"way": "left", "by": "5"})]


def test_an_option_that_tells_resources_apart_may_be_required() -> None:
    option = module_arguments(Variants("dial", "kind", "", {"round": DIAL}))["argument_spec"]["kind"]
    assert option == {"type": "str", "choices": ["round"], "required": True}


def test_a_value_beside_a_telling_name_is_a_secret() -> None:
    assert credentials_in({"name": "ldap.bind.password", "value": "hard"}) == {"hard"}
    assert credentials_in({"name": "log.hide.password", "value": "true"}) == set()
    assert credentials_in([{"key": "purpose", "value": "web"}]) == set()
