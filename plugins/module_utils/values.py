# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How values of the API and of the user are read, compared and sent. Pure functions."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_interface
from typing import Any, Callable, Mapping

from .fingerprints import fingerprint

UUID = re.compile(r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")

TELLING = ("password", "secret", "accesskey", "privatekey", "token")
"""What the word for a secret has in it."""


def tells_secret(word: str) -> bool:
    """Tell whether what stands under such a word is a secret."""
    return any(telling in word.lower() for telling in TELLING)


def looks_like_id(value: Any) -> bool:
    """Tell whether a value has the form of a CloudStack id (a UUID)."""
    return isinstance(value, str) and UUID.match(value) is not None


def split(value: Any) -> list[Any]:
    """Return a list for what the API gives as a list, a comma separated string or nothing."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, (list, tuple, set)):
        return list(value)
    return [value]


def _boolean(value: Any) -> bool:
    return value.strip().lower() in ("true", "yes", "1") if isinstance(value, str) else bool(value)


def _integer(value: Any) -> Any:
    try:
        return int(float(value)) if isinstance(value, str) and "." in value else int(value)
    except (TypeError, ValueError):
        return value


def _number(value: Any) -> Any:
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


READERS: Mapping[str, Callable[[Any], Any]] = {
    "bool": _boolean,
    "int": _integer,
    "float": _number,
    "list": split,
    "dict": lambda value: dict(value) if isinstance(value, Mapping) else value,
    "str": str,
    "raw": lambda value: value,
}


def read(value: Any, kind: str) -> Any:
    """Bring a value of the API (often a string for a number or a boolean) to an argument type.

    :param kind: C(str), C(int), C(bool), C(float), C(list), C(dict) or C(raw).
    :returns: the value, or None where it is empty: an empty answer and a missing one mean the same.
    """
    if value is None or value == "":
        return None
    result = READERS[kind](value)
    return None if result in ([], {}, "") else result


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _address(value: Any) -> Any:
    """An address or network as everybody writes it: the server keeps IPv6 in its shortest spelling."""
    try:
        return str(ip_interface(value) if "/" in str(value) else ip_address(value))
    except ValueError:
        return "" if value is None else _folded(value)


FORMS: Mapping[str, Callable[[Any], Any]] = {
    "exact": lambda value: "" if value is None else value,
    "folded": lambda value: "" if value is None else _folded(value),
    "address": _address,
    "number": lambda value: None if value == "" else _number(value),
    "set": lambda value: frozenset(str(item) for item in split(value)),
    "folded_set": lambda value: frozenset(str(item).casefold() for item in split(value)),
}
"""For comparisons that are an equality: what a value must be brought to so that equal ones are equal, and hashable."""


def _alike(how: str) -> Callable[[Any, Any], bool]:
    return lambda current, wanted: FORMS[how](current) == FORMS[how](wanted)


def _contains(current: Any, wanted: Any) -> bool:
    return {str(item) for item in split(wanted)} <= {str(item) for item in split(current)}


def _same_list(current: Any, wanted: Any) -> bool:
    return [str(item) for item in split(current)] == [str(item) for item in split(wanted)]


def _subset(current: Any, wanted: Any) -> bool:
    """Every wanted key has the wanted value; what else is there is the server's. Nothing wanted: nothing is there."""
    held = current or {}
    if not wanted:
        return not held
    return all(_same_entry(held.get(key), value) for key, value in wanted.items())


def _same_entry(held: Any, wanted: Any) -> bool:
    if not isinstance(wanted, Mapping):
        return text(held) == text(wanted)
    entries = held if isinstance(held, Mapping) else {}
    return {str(key): text(one) for key, one in entries.items()} == {str(key): text(one) for key, one in wanted.items()}


def _same_fingerprint(current: Any, wanted: Any) -> bool:
    return str(current or "").lower() == fingerprint(wanted)


def _url(value: Any) -> str:
    """A URL to compare: without credentials, the colon of C(host:/path), doubled or last slashes; scheme folded."""
    address = re.sub(r"^(?P<scheme>[a-z0-9+.-]+://)", lambda m: m.group("scheme").lower(), str(value or ""), flags=re.I)
    address = re.sub(r"^(\w+://)[^/@]*@", r"\1", address)
    return re.sub(r"(?<!:)(?<!/)/{2,}", "/", re.sub(r"^(\w+://[^/:]*):/", r"\1/", address)).rstrip("/")


def moment(value: Any) -> str:
    """A date, perhaps with a time of day, written like C(2027-01-31 08:00:00); a date alone is its midnight."""
    day, _space, hour = str(value or "").strip().replace("T", " ").partition(" ")
    hour = re.split(r"[+Z]", hour)[0] or "00:00"
    return f"{day} {hour}:00"[:19] if day else ""


def _same_lines(current: Any, wanted: Any) -> bool:
    """Texts to compare without regard to white space, such as certificates."""
    return str(current or "").split() == str(wanted or "").split()


COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "exact": lambda current, wanted: (
        (current or "") == (wanted or "") if isinstance(wanted, str) else current == wanted
    ),
    "folded": _alike("folded"),
    "address": _alike("address"),
    "set": _alike("set"),
    "folded_set": _alike("folded_set"),
    "asked": lambda current, wanted: bool(current) or not wanted,
    "list": _same_list,
    "contains": _contains,
    "lines": _same_lines,
    "number": _alike("number"),
    "flag": lambda current, wanted: bool(current) == bool(wanted),
    "limit": lambda current, wanted: (_number(current) or 0) == (_number(wanted) or 0),
    "subset": _subset,
    "fingerprint": _same_fingerprint,
    "moment": lambda current, wanted: moment(current) == moment(wanted),
    "url": lambda current, wanted: _url(current) == _url(wanted),
}


def same(current: Any, wanted: Any, how: str) -> bool:
    """Tell whether what the server holds is what is wanted.

    :param how: one of C(COMPARISONS); with C(limit), 0 is no limit, which is not shown; with C(flag), what is off
        is not shown either.
    """
    return COMPARISONS[how](current, wanted)


def fits(row: Any, wanted: Mapping[str, Any]) -> bool:
    """Tell whether a thing has the wanted values; numbers and booleans may be texts, as the API often has it."""
    return isinstance(row, Mapping) and all(
        row.get(key) == value or (key in row and text(row[key]) == text(value)) for key, value in wanted.items()
    )


def text(value: Any) -> str:
    """The API's text form of one value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def encode(params: Mapping[str, Any]) -> dict[str, str]:
    """Flatten parameters to what goes over the wire.

    None is left out; an empty list or string is sent as an empty value, which clears; a mapping becomes
    C(name[0].key), a list of mappings C(name[i].key), any other list a comma separated string.
    """
    wire: dict[str, str] = {}
    for name, value in params.items():
        if value is None:
            continue
        if isinstance(value, Mapping):
            value = [value]
        if isinstance(value, (list, tuple, set)) and any(isinstance(item, Mapping) for item in value):
            wire.update(_maps(name, value))
        elif isinstance(value, (list, tuple, set)):
            wire[name] = ",".join(text(item) for item in value)
        else:
            wire[name] = text(value)
    return wire


def _maps(name: str, items: Any) -> dict[str, str]:
    return {
        f"{name}[{index}].{key}": text(value)
        for index, item in enumerate(items)
        for key, value in item.items()
        if value is not None
    }
