"""The documentation of a kind's module, from the declaration and from the names of things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen import facts
from docgen.catalog import utils
from docgen.infos import imported
from docgen.write import to_yaml

from . import conventions, values
from .filling import fill
from .shape import Option, Shape, article

FRAGMENT_OPTIONS = ("domain", "account", "project")


def module(shape: Shape, resource: Any, version: str) -> str:
    """The text of modules/NAME.py.

    :param resource: what is declared.
    :param version: the version of the collection that brings it.
    """
    return fill(
        "module",
        documentation=to_yaml(_documentation(shape, resource, version)),
        examples=_examples(shape),
        imported=imported(shape.name),
        constant=shape.constant,
    )


def _documentation(shape: Shape, resource: Any, version: str) -> dict[str, Any]:
    spec = utils("arguments").module_arguments(resource)["argument_spec"]
    elsewhere = {*utils("settings").CONNECTION_OPTIONS, "poll_async", *(FRAGMENT_OPTIONS if shape.owned else ())}
    fragments = ["attributes", "connection"]
    fragments += ["owner"] if shape.owned else []
    fragments += ["wait"] if shape.asynchronous else []
    doing = [word for word, way in (("Create", "create"), ("change", "update"), ("remove", "delete"))
             if getattr(shape.commands, way)]  # fmt: skip
    since = facts.since({"it": {"params": {"it": shape.surface[shape.commands.create]}}}, "it", "it")
    needs = [f"Needs CloudStack {since} or newer."] if since else []
    return {
        "module": shape.name,
        "short_description": f"Manage {shape.nouns}",
        "version_added": version,
        "author": ["CloudStack collection maintainers (@cloudstack)"],
        "description": [f"{' and '.join(filter(None, (', '.join(doing[:-1]), doing[-1])))} {shape.nouns}.", *needs],
        "extends_documentation_fragment": [f"cloudstack.cloud.{one}" for one in fragments],
        "options": {
            name: {"description": list(_sentences(shape, resource, name)), **_facts(one)}
            for name, one in spec.items()
            if name not in elsewhere
        },
        "seealso": [{"module": f"cloudstack.cloud.{name}"} for name in _related(shape)],
    }


def _related(shape: Shape) -> list[str]:
    kinds = utils("registry").KINDS
    named = [option.target.name for option in shape.options if option.target is not None]
    return [f"{shape.name}_info", *(name for name in dict.fromkeys(named) if name in kinds)]


def _facts(spec: Mapping[str, Any]) -> dict[str, Any]:
    """What DOCUMENTATION says of an option besides its sentences."""
    words = ("type", "elements", "required", "choices", "default", "aliases")
    return {word: spec[word] for word in words if word in spec}


def _sentences(shape: Shape, resource: Any, name: str) -> Iterator[str]:
    if name == "state":
        yield f"V(present) makes sure that the {shape.noun} exists, V(absent) that it does not."
        return
    if name == "id":
        rename = f" With it, another O({shape.key.name}) renames it." if shape.key.changeable else ""
        yield f"Id of an existing {shape.noun}.{rename}"
        return
    option = next(one for one in shape.options if one.name == name)
    yield sentence(shape, option)
    if option.word == "Map":
        yield "Entries that are not named stay as they are."
    yield from facts.sentences(resource, resource.field(name), shape.noun, shape.surface)


def sentence(shape: Shape, option: Option) -> str:
    """What an option is, as well as its name tells."""
    words = conventions.prose(option.name)
    first, _, rest = words.partition(" ")
    if option.target is not None:
        relation = f"that the {shape.noun} belongs to" if option.says("scope") else f"of the {shape.noun}"
        return f"Name or id of the {words} {relation}."
    if option.word == "Flag":
        return f"Whether the {shape.noun} is {rest}." if first == "is" else f"Whether the {shape.noun} has {words}."
    return f"{words[0].upper()}{words[1:]} of the {shape.noun}."


def answer(shape: Shape, name: str, kind: str) -> str:
    """What a result key is that only the server sets."""
    return sentence(shape, Option(name, name, "Flag" if kind == "bool" else "Field", kind))


def filter_sentence(shape: Shape, option: Option) -> str:
    """What a filter of the info module does."""
    words = conventions.prose(option.name)
    if option.word == "Flag":
        return f"Show only {shape.nouns} of which {words} is true, or false."
    return f"Show only {shape.nouns} of this {words}{', given by name or id' if option.target is not None else ''}."


def _examples(shape: Shape) -> str:
    name = f"cloudstack.cloud.{shape.name}"
    options = values.example(shape)
    where = {option.name for option in shape.options if option.says("required")}
    tasks = [{"name": f"{article(shape.noun)[0].upper()}{article(shape.noun)[1:]} exists", name: options}]
    if shape.commands.delete:
        gone = {key: value for key, value in options.items() if key in where}
        tasks.append({"name": f"The {shape.noun} is removed", name: {**gone, "state": "absent"}})
    return "---\n" + "\n".join(to_yaml([task]).removeprefix("---\n") for task in tasks)
