# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From the options of the inventory plugin to the clouds it reads: which connection, which sources, which filters."""

from __future__ import annotations

import hashlib
import itertools
import json
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Iterable, Mapping, Sequence

from ansible_collections.cloudstack.cloud.plugins.module_utils.errors import OptionError
from ansible_collections.cloudstack.cloud.plugins.module_utils.settings import CONNECTION_OPTIONS, Settings, settings

SEVERAL: Mapping[str, str] = {
    "filter_by_zone": "zone",
    "filter_by_vpc": "vpc",
    "filter_by_network": "network",
    "filter_by_state": "vm_state",
    "filter_by_template": "template",
    "filter_by_host": "host",
}
"""Filters that take one value or several: their names here, and as options of the info module of instances."""

ONE: Mapping[str, str] = {
    "filter_by_domain": "domain",
    "filter_by_account": "account",
    "filter_by_project": "project",
    "filter_by_tags": "tags",
    "list_all": "list_all",
}
OF_A_CLOUD = ("name", "sources", "all_projects", *SEVERAL, *ONE, *CONNECTION_OPTIONS)
"""What an entry of C(clouds) may say; what it does not say is taken from the options beside C(clouds)."""

SOURCES = ("instances", "hosts", "routers", "system_vms")


@dataclass(frozen=True)
class Cloud:
    """One connection and what is read over it.

    :ivar searches: for each list of instances to read, the options of its filters.
    """

    name: str
    settings: Settings
    sources: tuple[str, ...]
    searches: tuple[Mapping[str, Any], ...]
    all_projects: bool
    any_state: bool

    def digest(self) -> str:
        """A short text that is the same as long as the same is read over the same connection; it tells no secret."""
        asked = [self.name, self.settings.url, self.settings.key, self.sources, self.searches, self.all_projects]
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:12]


def clouds(options: Mapping[str, Any]) -> list[Cloud]:
    """The clouds that the options speak of: the entries of C(clouds), or the one that stands beside it.

    :raises OptionError: an option is unknown, or its value cannot be used.
    """
    entries = options.get("clouds")
    common = {name: options.get(name) for name in OF_A_CLOUD}
    if not entries:
        return [_cloud("cloudstack", common, "")]
    names = [_name(at, entry) for at, entry in enumerate(entries)]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise OptionError("clouds", f"clouds: two entries have the name '{twice}'. Give each a name of its own.")
    return [_cloud(name, {**common, **entry}, f"clouds[{name}].") for name, entry in zip(names, entries)]


def _name(at: int, entry: Any) -> str:
    if not isinstance(entry, Mapping) or not entry.get("name"):
        raise OptionError("clouds", f"clouds[{at}]: an entry is a dictionary with a name, and this one is not.")
    refuse_unknown(entry, OF_A_CLOUD, f"clouds[{entry['name']}].")
    return str(entry["name"])


def refuse_unknown(given: Iterable[str], known: Iterable[str], where: str = "") -> None:
    """Refuse an option that there is none of, for it would do nothing.

    :raises OptionError: naming the option, and the one that may be meant.
    """
    names = sorted(known)
    for name in given:
        if name not in names:
            near = get_close_matches(str(name), names, 1)
            advice = f"Is '{near[0]}' meant?" if near else f"There are: {', '.join(names)}."
            raise OptionError(str(name), f"{where}{name}: there is no such option. {advice}")


def _cloud(name: str, given: Mapping[str, Any], where: str) -> Cloud:
    try:
        connection = settings({option: _typed(option, given.get(option)) for option in CONNECTION_OPTIONS})
        return Cloud(
            name,
            connection,
            _sources(given),
            tuple(_searches(given)),
            bool(given.get("all_projects")),
            bool(given.get("filter_by_state")),
        )
    except OptionError as error:
        error.message = f"{where}{error.message}"
        raise


def _typed(option: str, value: Any) -> Any:
    """A value of a connection option, which a template may have made a text."""
    kind = CONNECTION_OPTIONS[option]["type"]
    if value in (None, ""):
        return None
    if kind == "int":
        if not str(value).isdigit():
            raise OptionError(option, f"{option}: '{value}' is not a number of seconds.")
        return int(value)
    if kind == "bool":
        return value if isinstance(value, bool) else str(value).strip().lower() in ("1", "true", "yes", "on")
    choices = CONNECTION_OPTIONS[option].get("choices")
    if choices and value not in choices:
        raise OptionError(option, f"{option}: '{value}' is not one of {', '.join(choices)}.")
    return str(value)


def _sources(given: Mapping[str, Any]) -> tuple[str, ...]:
    wanted = as_list(given.get("sources")) or ["instances"]
    for one in wanted:
        if one not in SOURCES:
            raise OptionError("sources", f"sources: '{one}' is not one of {', '.join(SOURCES)}.")
    return tuple(one for one in SOURCES if one in wanted)


def _searches(given: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """The filters of each list: one for every combination of the values of those that take several."""
    if given.get("filter_by_account") and not given.get("filter_by_domain"):
        raise OptionError("filter_by_account", "filter_by_account: give filter_by_domain, too.")
    if given.get("filter_by_project") and given.get("all_projects"):
        raise OptionError("all_projects", "all_projects: it excludes filter_by_project. Leave out one of them.")
    always = {option: given[name] for name, option in ONE.items() if given.get(name)}
    if "tags" in always:
        always["tags"] = _tags(always["tags"])
    several = {option: as_list(given[name]) for name, option in SEVERAL.items() if given.get(name)}
    for values in itertools.product(*several.values()):
        yield {**always, **dict(zip(several, values))}


def _tags(given: Any) -> list[dict[str, str]]:
    for one in given if isinstance(given, Sequence) else [given]:
        if not isinstance(one, Mapping) or set(one) != {"key", "value"}:
            raise OptionError("filter_by_tags", "filter_by_tags: each entry has a key and a value, and nothing else.")
    return [{"key": str(one["key"]), "value": str(one["value"])} for one in given]


def as_list(value: Any) -> list[Any]:
    """One value or several, as a list."""
    if value in (None, ""):
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
