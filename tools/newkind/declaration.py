"""The file that declares a kind, and the declaration that it makes."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any

from docgen.catalog import UTILS

from . import conventions
from .filling import fill, title
from .shape import Option, Shape

WAYS = ("list", "create", "update", "delete")


def source(shape: Shape) -> str:
    """The text of resources/NAME.py."""
    imports = "\n".join(_imports(shape))
    arguments = "\n".join(f"    {one}," for one in _arguments(shape))
    return fill("declaration", title=title(shape.nouns), imports=imports, constant=shape.constant, arguments=arguments)


def resource(shape: Shape) -> Any:
    """The resource that the file declares, without the file."""
    module = types.ModuleType(f"{UTILS}.resources.{shape.name}")
    module.__package__ = f"{UTILS}.resources"
    exec(compile(source(shape), f"resources/{shape.name}.py", "exec"), module.__dict__)
    return module.__dict__[shape.constant]


def _imports(shape: Shape) -> Iterator[str]:
    words = {option.word for option in shape.options} | {"Resource"}
    if list(shape.answers()):
        words.add("Answer")
    if any(option.says("check") for option in shape.options):
        yield "from .. import checks"
    yield f"from ..spec import {', '.join(sorted(words))}"
    targets = {conventions.homes()[id(option.target)] for option in shape.options if option.target is not None}
    yield from (f"from .{file} import {constant}" for file, constant in sorted(targets))


def _arguments(shape: Shape) -> Iterator[str]:
    yield f'"{shape.name}"'
    yield from (f'{way}="{getattr(shape.commands, way)}"' for way in WAYS if getattr(shape.commands, way))
    if shape.plural != f"{shape.name}s":
        yield f'plural="{shape.plural}"'
    yield from _identity(shape)
    filters = {option.name: param for option, param in shape.filters()}
    if filters:
        yield f"filters={filters!r}"
    if shape.owned:
        yield "owned=True"
    if shape.asynchronous:
        yield "asynchronous=True"
    yield f"fields=({', '.join(_word(shape, option, option.more) for option in shape.options)},)"
    answers = [_answer(*one) for one in shape.answers()]
    if answers:
        yield f"answers=({', '.join(answers)},)"
    info = [_word(shape, option, _where(option)) for option, _ in shape.filters() if option not in shape.scope]
    if info:
        yield f"info=({', '.join(info)},)"
    if shape.omits:
        yield f"omits={shape.omits!r}"


def _identity(shape: Shape) -> Iterator[str]:
    """How one of them is found and addressed, where that is unusual."""
    key, asked = shape.key, shape.params("list")
    if key.name != "name":
        yield f"key=({key.name!r},)"
        yield f"names=({shape.response[shape.key_param]['spelled']!r},)"
    list_key = asked[shape.key_param]["spelled"] if shape.key_param in asked else ""
    if list_key != "name":
        yield f"list_key={list_key!r}"
    if "id" not in asked or "id" not in shape.response:
        yield "list_id=''"
        yield "id_option=False"
    needed = tuple(option.name for option in shape.options if asked.get(option.param.lower(), {}).get("required"))
    if needed:
        yield f"list_needs={needed!r}"
    for way in ("update", "delete"):
        address = shape.address(way)
        if address and address != {"id": "id"}:
            yield f"{way}_by={address!r}"


def _where(option: Option) -> dict[str, str]:
    """What a filter says of an option: only where it is in the API."""
    return {word: value for word, value in option.more.items() if word in ("api", "read", "target", "shows", "type")}


def _word(shape: Shape, option: Option, more: Any) -> str:
    said = [repr(option.name), *(f"{word}={value}" for word, value in more.items())]
    if option.target is not None:
        within = tuple(
            one.name for one in shape.options if one.target is not None and one.name in option.target.filters
        )
        said += [f"within={within!r}"] if within else []
    return f"{option.word}({', '.join(said)})"


def _answer(name: str, kind: str, read: str) -> str:
    said = [repr(name), *([repr(kind)] if kind != "str" else [])]
    if name.replace("_", "") != read:
        said.append(f"read={read!r}")
    return f"Answer({', '.join(said)})"
