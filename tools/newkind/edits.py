"""Lines that a new kind needs in files that are there: the registry and the glossary of the documentation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docgen.catalog import utils
from docgen.write import to_yaml

from . import conventions, docs
from .shape import Shape


def registry(text: str, shape: Shape) -> str:
    """registry.py with the import and with the kind after all that it refers to."""
    line = f"from .resources.{shape.name} import {shape.constant}\n"
    imports = sorted([*re.findall(r"^from \.resources\..*\n", text, re.MULTILINE), line])
    start = text.index("from .resources.")
    end = text.index("from .rulesets.spec")
    text = text[:start] + "".join(imports) + text[end:]
    body = re.search(r"for kind in \(\n(?P<kinds>(?:        \w+,\n)+)", text)
    if body is None:
        raise LookupError("registry.py: its list of kinds is not where it is looked for")
    kinds = body["kinds"].splitlines(keepends=True)
    kinds.insert(_place(kinds, shape), f"        {shape.constant},\n")
    return text[: body.start("kinds")] + "".join(kinds) + text[body.end("kinds") :]


def _place(kinds: list[str], shape: Shape) -> int:
    """Where in the list: after the last kind that it refers to, at the end where it refers to none."""
    known = utils("registry").KINDS
    targets = {option.target.name.upper() for option in shape.options if option.target is not None}
    after = [index for index, line in enumerate(kinds) if line.strip(" ,\n") in targets]
    return (max(after) + 1) if after and known else len(kinds)


def glossary(text: str, shape: Shape) -> str:
    """The glossary with what the declaration cannot say about the kind."""
    one, many = shape.noun, shape.nouns
    if (one, many) != (shape.name.replace("_", " "), f"{one}s"):
        text = _put(text, ("nouns",), {shape.name: one if many == f"{one}s" else [one, many]})
    filters = {option.name: docs.filter_sentence(shape, option) for option, _ in shape.filters()}
    if shape.key.name != "name":
        filters[shape.key.name] = f"Show only the {one} of this {conventions.prose(shape.key.name)}."
    if filters:
        text = _put(text, ("info", "filters"), {shape.name: filters})
    text = _put(text, ("info", "examples"), {shape.name: {f"All {many} are known": {}}})
    answers = {name: docs.answer(shape, name, kind) for name, kind, _ in shape.answers() if name != "created"}
    return _put(text, ("results",), {shape.name: answers}) if answers else text


def _put(text: str, place: tuple[str, ...], block: Mapping[str, Any]) -> str:
    """The text with a block as the first under a heading; all other lines stay as they are."""
    at = 0
    for depth, word in enumerate(place):
        found = re.compile(rf"^{'  ' * depth}{word}:\n", re.MULTILINE).search(text, at)
        if found is None:
            raise LookupError(f"glossary.yml: there is no {'.'.join(place)}")
        at = found.end()
    lines = to_yaml(block).removeprefix("---\n").splitlines(keepends=True)
    return text[:at] + "".join("  " * len(place) + line for line in lines) + text[at:]
