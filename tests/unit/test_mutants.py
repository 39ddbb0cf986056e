"""The defects that the tests are tried with still fit the engine."""

from __future__ import annotations

import ast

import mutants


def test_every_written_defect_fits_one_place_and_is_python() -> None:
    found = list(mutants.written())
    assert len({defect.what for defect in found}) == len(found)
    for defect in found:
        ast.parse(defect.text)
        assert defect.text != (mutants.ROOT / mutants.ENGINE / defect.file).read_text(encoding="utf-8")


def test_mechanical_defects_are_python_and_change_what_is_decided() -> None:
    found = mutants.mechanical()
    assert {"plan.py", "find.py", "client.py", "engine.py"} <= {defect.file for defect in found}
    for defect in found:
        ast.parse(defect.text)


def test_a_comparison_a_negation_and_a_conjunction_are_turned_round() -> None:
    source = "def f(a, b):\n    return a == 1 and not b\n"
    assert [defect.text.splitlines()[1] for defect in mutants.of_file("f.py", source)] == [
        "    return (a == 1 or not b)",
        "    return (a != 1) and not b",
        "    return a == 1 and (b)",
    ]
