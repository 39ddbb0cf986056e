# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What things in the lists of info modules tell of themselves: ids by names, owners, shares. Pure functions."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from .address_ranges import TreeError

KEYS = ("name", "display_name", "username", "ip_address", "path")
"""What things are called by, the first that they have."""


def ids_by_name(listed: Any, key: str | None = None) -> dict[str, Any]:
    """The id of each thing by its name.

    :param listed: the result of an info module, or its list.
    :param key: what names the things; the first of C(KEYS) that they have by default.
    :raises TreeError: two things have one name, or a thing has no name or no id.
    """
    found: dict[str, Any] = {}
    for one in things(listed):
        name = one.get(key) if key else next((one[word] for word in KEYS if one.get(word)), None)
        if name in (None, "") or not one.get("id"):
            raise TreeError(f"ids: {dict(one)} has no {key or 'name'} or no id. Name a key that all of them have.")
        if found.get(str(name), one["id"]) != one["id"]:
            raise TreeError(
                f"ids: '{name}' is the name of several. Narrow the list, or name a key that tells them apart."
            )
        found[str(name)] = one["id"]
    return found


def things(listed: Any) -> Iterable[Mapping[str, Any]]:
    """The items of an info module's result; of a list the list itself."""
    if isinstance(listed, Mapping):
        lists = [value for value in listed.values() if isinstance(value, list) and not _is_notice(value)]
        if len(lists) != 1:
            raise TreeError("the input is neither a list nor the result of an info module.")
        listed = lists[0]
    if isinstance(listed, (str, bytes)) or not isinstance(listed, Iterable):
        raise TreeError("the input is neither a list nor the result of an info module.")
    rows = list(listed)
    if not all(isinstance(one, Mapping) for one in rows):
        raise TreeError("the input has an item that is not a dictionary.")
    return rows


def _is_notice(value: list[Any]) -> bool:
    return bool(value) and not any(isinstance(one, Mapping) for one in value)


def owner_options(record: Mapping[str, Any]) -> dict[str, Any]:
    """The options with which a task speaks of a thing of its owner; none for what nobody owns."""
    if record.get("project"):
        return {"project": record["project"]}
    return {key: record[key] for key in ("domain", "account")} if record.get("account") else {}


def share_of(percent: Any) -> float:
    """The share, from 0 to 1, that the API writes as C(3.12%).

    :raises ValueError: it is no percentage.
    """
    return float(str(percent).rstrip("%").replace(",", ".")) / 100


def plain_version(version: Any) -> str:
    """A version without what marks a build: 4.23.0.0 of C(4.23.0.0-SNAPSHOT)."""
    return str(version or "").split("-", 1)[0]
