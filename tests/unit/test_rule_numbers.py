"""Numbers for rules whose order counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ansible_collections.cloudstack.cloud.plugins.module_utils.rulesets import numbers


@pytest.mark.parametrize(
    ("held", "kept"),
    [
        ([], []),
        ([10, 20, 30], [10, 20, 30]),
        ([30, 10, 20], [None, 10, 20]),
        ([None, 20, None, 10, 30], [None, None, None, 10, 30]),
        ([5, 5], [None, 5]),
    ],
)
def test_as_few_as_possible_move(held: list[Any], kept: list[Any]) -> None:
    assert numbers._rising(held) == kept


@pytest.mark.parametrize(
    ("kept", "taken", "found"),
    [
        ([None, None], set(), [10, 20]),
        ([10, None, 20], {10, 20}, [10, 15, 20]),
        ([10, None, None], {10, 33}, [10, 40, 50]),
        ([1, None, 2], {1, 2}, [10, 20, 30]),
        ([1, None, 3], {1, 3}, [1, 2, 3]),
        ([None, 1], {1}, [10, 20]),
    ],
)
def test_new_rules_get_what_lies_between(kept: list[Any], taken: set[int], found: list[int]) -> None:
    assert numbers._filled(kept, taken) == found


@given(some.lists(some.one_of(some.none(), some.integers(1, 60)), max_size=12), some.sets(some.integers(1, 60)))
def test_numbers_always_rise_and_never_meet_others(held: list[Any], others: set[int]) -> None:
    taken = others | {number for number in held if number is not None}
    kept = numbers._rising(held)
    found = numbers._filled(kept, taken)
    assert found == sorted(set(found))
    assert len(found) == len(held)
    new = [number for number, old in zip(found, kept, strict=True) if number != old]
    assert not taken & set(new)
