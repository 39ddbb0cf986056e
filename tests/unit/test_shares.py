"""Tests that share what is dear to build go to one worker, and all others to whoever is free."""

from __future__ import annotations

import pytest

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
