"""Tests that share what is dear to build go to one worker, and all others to whoever is free."""

from __future__ import annotations

import pytest

from helpers.busy import Busy
from helpers.collection import ROOT
from helpers.shares import SHARING, share


def test_files_that_share_are_there() -> None:
    assert [file for file in SHARING if not (ROOT / file).is_file()] == []


@pytest.mark.parametrize("file", SHARING)
def test_a_file_that_shares_is_one_piece(file: str) -> None:
    assert {share(f"{file}::test_a[{at}]") for at in range(3)} == {file}


def test_other_tests_are_given_out_one_by_one() -> None:
    tests = [f"tests/unit/test_shares.py::test_a[{at}]" for at in range(3)]
    assert [share(test) for test in tests] == tests


def test_it_is_told_who_was_busy_with_what() -> None:
    busy = Busy()
    for worker, test, seconds in (("gw1", "test_a.py::a", 2.4), ("gw0", "test_b.py::b", 5), ("gw1", "test_a.py::c", 4)):
        busy.note(worker, test, seconds)
    assert busy.lines() == [
        "gw0 was busy for 5 s",
        "gw1 was busy for 6 s",
        "     6 s in test_a.py",
        "     5 s in test_b.py",
    ]
