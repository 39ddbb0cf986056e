"""What the declaration of an option says about it, as the sentences its documentation must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Surface = Mapping[str, Mapping[str, Any]]


def sentences(resource: Any, option: Any, noun: str, surface: Surface) -> Iterator[str]:
    """Yield the sentences that follow from the declaration of one option.

    :param resource: the resource that the option belongs to.
    :param option: its field.
    :param noun: what the thing is called in prose.
    :param surface: the commands of the API by name, with C(params) and their C(since).
    """
    if option.steers or option.implied:
        return
    yield from _creation(resource, option, noun)
    yield from _comparison(resource, option, noun)
    yield from _since(resource, option, surface)


def _creation(resource: Any, option: Any, noun: str) -> Iterator[str]:
    if option.needed_to_create and not option.falls_back_to:
        word = "" if option.spared_by is None else f"={_text(option.spared_by)}"
        spared = f", unless O({option.needed_unless}{word}) is given" if option.needed_unless else ""
        yield f"Needed to create the {noun}{_of_way(resource, option)}{spared}."
    if option.falls_back_to:
        yield f"When the {noun} is created without it, the value of O({option.falls_back_to}) is used."
    if option.create_default is not None:
        spared = f" and without O({option.needed_unless})" if option.needed_unless else ""
        yield f"When the {noun} is created without it{spared}, V({_text(option.create_default)}) is used."
    is_identity = option.name in resource.key or getattr(option, "scope", False)
    if option.fixed and not option.recreate and not is_identity:
        yield (
            f"CloudStack takes it only when the {noun} is created; a task that wants another value later fails."
            if resource.create
            else "CloudStack cannot change it; a task that wants another value fails."
        )


def _comparison(resource: Any, option: Any, noun: str) -> Iterator[str]:
    if option.secret and option.compared:
        yield "It is compared with what the server holds, but never shown or logged."
    elif option.secret:
        yield (
            "It is never shown, compared or logged."
            if option.rides
            else f"It is only sent when the {noun} is created, and never shown, compared or logged."
        )
    elif option.sent and not option.compared and not option.fixed and not _counts_later(resource, option):
        yield f"Used only when the {noun} is created. The API does not show it, so it is not compared later."
    if option.via and option.via.needs:
        detour, state = resource.lifecycle.detour_option, option.via.needs[0].lower()
        how = f", see O({detour})." if detour else "; the task sees to that."
        yield f"CloudStack changes it only while the {noun} is {state}{how}"


def _counts_later(resource: Any, option: Any) -> bool:
    """Tell whether a value that the API does not show matters to what is there already, too."""
    moves = resource.lifecycle.moves if resource.lifecycle else ()
    sent = {name for one in (*resource.actions, *moves) for name in one.options.values()}
    taken = {name for action in resource.actions for name in action.takes}
    stands_in = any(other.api == option.api and other.compared for other in resource.fields)
    return bool(option.via or option.rides or option.default is not None or stands_in or option.name in sent | taken)


def _since(resource: Any, option: Any, surface: Surface) -> Iterator[str]:
    created = since(surface, resource.create, option.api)
    updated = since(surface, option.via.command if option.via else resource.update, option.update_api)
    if created and not option.late:
        yield f"Needs CloudStack {created} or newer."
    changeable = option.compared and not option.fixed
    if updated and changeable and updated != created:
        yield f"It can be changed since CloudStack {updated}."


def since(surface: Surface, command: str, parameter: str) -> str:
    """The version that brought a parameter, such as C(4.18); empty where it has always been there."""
    found = surface.get(command, {}).get("params", {}).get(parameter, {}).get("since", "")
    return re.sub(r"(\.0)+$", "", found) if found else ""


def _of_way(resource: Any, option: Any) -> str:
    """In which of several ways of creation an option is needed: the options that choose it, or that do not."""
    ways = resource.create_when
    if not isinstance(option.needed_to_create, str):
        return ""
    others = [name for name, command in ways.items() if (command == option.needed_to_create)]
    chosen = others or [name for name, command in ways.items() if name != option.name]
    return f" {'with' if others else 'without'} {' or '.join(f'O({name})' for name in chosen)}"


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
