# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""A catalogue of templates and ISOs: what is to be registered, and which old versions go. Pure functions."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any, Iterable, Mapping, Sequence

from .address_ranges import TreeError
from .listed import owner_options

Entry = Mapping[str, Any]

KINDS = ("template", "iso")
RULE = ("pattern", "keep", "kind")


def catalogue_entries(catalogue: Sequence[Entry], need_checksum: bool = True) -> list[dict[str, dict[str, Any]]]:
    """What the module converge takes to have what a catalogue lists, in all zones where none are named.

    :param catalogue: options of the modules template and iso, and C(kind), which is C(template) by default.
    :param need_checksum: whether one without a checksum is an error.
    :raises TreeError: an entry has no name or no checksum, a kind that there is not, or stands there twice.
    """
    found: list[dict[str, dict[str, Any]]] = []
    seen = set()
    for number, entry in enumerate(catalogue):
        kind, options = _kind(f"templates_catalogue[{number}]", entry), dict(entry)
        options.pop("kind", None)
        if not options.get("name"):
            raise TreeError(f"templates_catalogue[{number}]: give its name.")
        if need_checksum and not options.get("checksum"):
            raise TreeError(
                f"templates_catalogue: '{options['name']}' has no checksum, so nobody can tell whether what the server "
                "gets is what was meant. Give it, or set templates_need_checksum: false."
            )
        if (kind, options["name"]) in seen:
            raise TreeError(f"templates_catalogue: the {kind} '{options['name']}' stands there twice.")
        seen.add((kind, options["name"]))
        found.append({kind: {**_zones(kind, options), **options}})
    return found


def _kind(place: str, entry: Entry) -> str:
    kind = str(entry.get("kind") or KINDS[0])
    if kind not in KINDS:
        raise TreeError(f"{place}: there is no kind '{kind}'; it can be {' or '.join(KINDS)}.")
    return kind


def _zones(kind: str, options: Entry) -> dict[str, Any]:
    """All zones, or those that are named; an ISO is registered in the first of them."""
    zones = options.get("zones") or ()
    if not (zones or options.get("zone")):
        return {"cross_zones": True}
    return {"zone": zones[0]} if zones and kind == "iso" else {}


def retirement(
    read: Mapping[str, Iterable[Entry]],
    instances: Iterable[Entry],
    rules: Sequence[Entry],
    catalogue: Sequence[Entry] = (),
    used_too: bool = False,
) -> dict[str, list[dict[str, Any]]]:
    """Tell which old versions go: of each pattern all but the newest ones that can be used.

    What the catalogue lists never goes, and counts as newest as long as it is not there yet.

    :param read: what info modules show, under C(templates) and C(isos).
    :param instances: what listVirtualMachines shows of all there are.
    :param rules: C(pattern) of names (C(*) and C(?) stand for anything), C(keep), and C(kind), which is C(template) by
        default. The first rule that fits a name counts.
    :param used_too: whether templates go that instances were made from. ISOs in a drive never do.
    :returns: C(retired), C(spared): those that instances use, C(kept); each entry with C(kind), C(name), C(text), and
        those that go with C(resource), an entry of the module converge.
    :raises TreeError: a rule makes no sense.
    """
    checked = [_rule(number, rule) for number, rule in enumerate(rules)]
    listed = {(_kind("templates_catalogue", one), str(one.get("name"))) for one in catalogue}
    used = _used(instances)
    found: dict[str, list[dict[str, Any]]] = {"retired": [], "spared": [], "kept": []}
    rows = [(kind, row) for kind in KINDS for row in read.get(f"{kind}s") or ()]
    for at, rule in enumerate(checked):
        own = [row for kind, row in rows if _first(checked, kind, str(row["name"])) == at]
        there = {str(row["name"]) for row in own}
        coming = [name for kind, name in listed if name not in there and _first(checked, kind, name) == at]
        ready = sorted((row for row in own if row.get("is_ready")), key=_age, reverse=True)
        newest = {row["id"] for row in ready[: max(0, int(rule["keep"]) - len(coming))]}
        for row in sorted(own, key=_age, reverse=True):
            word, why = _fate(row, rule, newest, listed, used, used_too)
            found[word].append(_told(rule["kind"], row, word, why, used))
    return found


def _rule(number: int, rule: Entry) -> dict[str, Any]:
    place = f"templates_keep[{number}]"
    unknown = sorted(set(rule) - set(RULE))
    if unknown:
        raise TreeError(f"{place}: there is no {', '.join(unknown)}; a rule has {', '.join(RULE)}.")
    if not rule.get("pattern"):
        raise TreeError(f"{place}: give the pattern of the names, such as debian-12-*.")
    keep = str(rule.get("keep"))
    if not (keep.isdigit() and int(keep) > 0):
        raise TreeError(f"{place}: keep is {rule.get('keep')}; give how many versions are kept, from 1.")
    return {"pattern": str(rule["pattern"]), "keep": int(keep), "kind": _kind(place, rule)}


def _first(rules: Sequence[Entry], kind: str, name: str) -> int:
    """The number of the rule that counts for a name, or -1."""
    fits = (at for at, one in enumerate(rules) if one["kind"] == kind and fnmatchcase(name, one["pattern"]))
    return next(fits, -1)


def _used(instances: Iterable[Entry]) -> dict[str, list[str]]:
    """The names of the instances by the ids of the templates and ISOs that they use."""
    found: dict[str, list[str]] = {}
    for one in instances:
        drives = [str(drive.get("id")) for drive in one.get("isos") or ()]
        for image in {str(one.get("templateid")), str(one.get("isoid")), *drives} - {"None"}:
            found.setdefault(image, []).append(str(one.get("name")))
    return found


def _age(row: Entry) -> tuple[str, str]:
    return str(row.get("created") or ""), str(row["name"])


def _fate(
    row: Entry, rule: Entry, newest: set[Any], listed: set[tuple[str, str]], used: Mapping[str, Any], used_too: bool
) -> tuple[str, str]:
    if (rule["kind"], str(row["name"])) in listed:
        return "kept", "the catalogue lists it"
    if row["id"] in newest:
        return "kept", f"it is one of the {rule['keep']} newest of {rule['pattern']}"
    if not row.get("is_ready"):
        return "kept", "it is not ready, and nobody knows what it will be"
    if row["id"] in used and not (used_too and rule["kind"] == "template"):
        return "spared", "in use by"
    return "retired", f"{rule['pattern']} has {rule['keep']} newer ones"


def _told(kind: str, row: Entry, word: str, why: str, used: Mapping[str, list[str]]) -> dict[str, Any]:
    machines = sorted(used.get(str(row["id"]), ()))
    more = f" {', '.join(machines)}" if word == "spared" else ""
    day = str(row.get("created") or "")[:10]
    entry = {"kind": kind, "name": str(row["name"]), "text": f"{kind} {row['name']} of {day} is {word}: {why}{more}."}
    if word != "retired":
        return entry
    force = {"force": True} if machines else {}
    options = {"id": row["id"], "name": row["name"], **owner_options(row), **force, "state": "absent"}
    return {**entry, "resource": {kind: options}}
