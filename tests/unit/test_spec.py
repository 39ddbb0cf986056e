"""The vocabulary: what a word says by default, and declarations that cannot work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.module_utils.lifecycle import GONE
from ansible_collections.cloudstack.cloud.plugins.module_utils.spec import (
    Action,
    Choice,
    Field,
    Flag,
    Knob,
    Lifecycle,
    Listing,
    Map,
    Move,
    Number,
    Ref,
    Resource,
    SpecError,
    Variants,
    Via,
)

TARGET = Resource("place", list="listPlaces", fields=(Field("name"),))


@pytest.mark.parametrize(
    ("field", "says"),
    [
        (Field("dns_one"), {"api": "dnsone", "update_api": "dnsone", "read": "dnsone", "compare": "exact"}),
        (Field("dns", api="in", read="out"), {"api": "in", "update_api": "in", "read": "out", "result": "dns"}),
        (Field("dns", api="in", update_api="up"), {"api": "in", "update_api": "up", "read": "in"}),
        (Field("seen", read=None), {"read": None, "compared": False}),
        (Field("word", secret=True), {"read": None, "compared": False, "api": "word"}),
        (Knob("force"), {"steers": True, "type": "bool", "read": None}),
        (Flag("on"), {"type": "bool", "compare": "exact"}),
        (Number("size"), {"type": "int", "compare": "number"}),
        (Listing("tags"), {"type": "list", "elements": "str", "compare": "set"}),
        (Map("details"), {"type": "dict", "compare": "subset"}),
        (Choice("kind", ["A"]), {"choices": ("A",), "compare": "folded"}),
        (Ref("place", target=TARGET), {"api": "placeid", "read": "placeid", "shows": "placename", "compare": "exact"}),
        (Ref("places", type="list", target=TARGET), {"api": "placesids", "elements": "str", "compare": "set"}),
        (Ref("place", target=TARGET, api="there", list_api="where"), {"list_api": "where", "read": "there"}),
    ],
)
def test_what_a_word_says_by_default(field: Field, says: dict[str, Any]) -> None:
    assert {name: getattr(field, name) for name in says} == says


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda: Field("a", compare="roughly"), "no comparison is called 'roughly'"),
        (lambda: Field("a", fixed=True, late=True), "a fixed field cannot be updated"),
        (lambda: Field("a", fixed=True, via=Via("changeA")), "a fixed field cannot be updated"),
        (lambda: Field("a", required=True, default=1), "a required option has no default"),
        (lambda: Ref("a"), "a reference needs a target"),
        (lambda: Field("a", type="text"), "no type is called 'text'"),
        (lambda: Resource("r", list="l", fields=(Field("name"), Field("name"))), "declared twice"),
        (
            lambda: Resource("r", list="l", fields=(Field("name", falls_back_to="b"),)),
            r"r\.name: there is no option 'b'",
        ),
        (lambda: Resource("r", list="l", fields=(Field("name", together=("b",)),)), "there is no option 'b'"),
        (
            lambda: Resource("r", list="l", fields=(Field("name"), Ref("p", target=TARGET, within=("z",)))),
            "there is no option 'z'",
        ),
        (lambda: Resource("r", list="l", create="c", fields=(Field("title"),)), "the key 'name' is not an option"),
        (lambda: TARGET.field("x"), "there is no field 'x'"),
        (lambda: TARGET.ref("name"), "'name' is not a reference"),
    ],
)
def test_a_wrong_declaration_fails_when_it_is_built(declare: Callable[[], Any], message: str) -> None:
    with pytest.raises(SpecError, match=message):
        declare()


def test_the_owner_s_options_may_narrow_a_reference() -> None:
    Resource("r", list="l", fields=(Field("name"), Ref("p", target=TARGET, within=("project",))))


def test_what_can_be_deleted_has_a_lifecycle_of_its_own() -> None:
    resource = Resource("r", list="l", delete="removeR", delete_by={"name": "name"}, fields=(Field("name"),))
    assert resource.lifecycle is not None
    way = resource.lifecycle.way("Present", (GONE,), {})
    assert way is not None
    assert [(move.command, move.by) for move in way] == [("removeR", {"name": "name"})]
    assert TARGET.lifecycle is None


def test_the_choices_of_state() -> None:
    life = Lifecycle("state", "state", (Move("On", "Off", "stop"),), {"on": ("On",), "off": ("Off",)})
    plain = Resource("r", list="l", lifecycle=life, actions=(Action("again", "restartR"),))
    assert plain.state_choices() == ("present", "on", "off", "again")
    assert Resource("r", list="l", delete="d").state_choices() == ("present", "absent")
    mortal = Lifecycle("state", "state", (Move("On", GONE, "kill"),), {"on": ("On",)})
    assert Resource("r", list="l", lifecycle=mortal).state_choices() == ("present", "on", "absent")


def test_a_closed_list_spells_values_its_own_way() -> None:
    kind = Choice("kind", ["KVM", "Xen"])
    assert kind.spelled("kvm") == "KVM"
    assert kind.spelled("other") == "other"
    assert kind.spelled(None) is None


def test_variants_choose_by_their_option() -> None:
    one, two = Resource("one", list="l"), Resource("two", list="l")
    both = Variants("both", "type", "a", {"a": one, "b": two})
    assert both.choose({}) is one
    assert both.choose({"type": None}) is one
    assert both.choose({"type": "b"}) is two
