# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How a live zone differs from its tree, as data, as lines, and as a page. Pure functions."""

from __future__ import annotations

import json
from typing import Any, Iterable, Iterator, Mapping, Sequence

from .page import heading, page, rows, summary
from .zone_layout import zone_layout

Row = Mapping[str, Any]
Layout = Mapping[str, Any]

WORDS = {
    "differs": "differ from the tree",
    "fixed": "differ from the tree and can only be made anew",
    "missing": "stand in the tree and are not there",
    "surplus": "are there and do not stand in the tree",
}
"""How a thing can drift, in the order of a report."""

NOTHING = "(nothing)"


def drift_report(checked: Iterable[Row], tree: Mapping[str, Any], live: Mapping[str, Any] | None) -> dict[str, Any]:
    """Compare a zone with its tree.

    :param checked: the rows of a check run of the module converge with the tree.
    :param tree: the tree as it shall be.
    :param live: the tree as the module export reads it; None where there is no such zone.
    :return: C(zone); C(drifted); C(counts) by the words of C(WORDS); C(things), each with C(kind), C(name), C(how),
      C(fields) (a list of C(option), C(live), C(tree)) and C(note).
    :raises TreeError: one of the trees contradicts itself.
    """
    things = [*_merged(checked), *(_surplus(zone_layout(tree), zone_layout(live)) if live else ())]
    ordered = sorted(things, key=lambda one: list(WORDS).index(one["how"]))
    counts = {how: sum(one["how"] == how for one in ordered) for how in WORDS}
    return {"zone": tree["name"], "drifted": bool(ordered), "counts": counts, "things": ordered}


def _merged(checked: Iterable[Row]) -> list[dict[str, Any]]:
    """A thing for each that differs; what the tree speaks of twice, such as the zone and its state, is one."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in checked:
        if not (row.get("changed") or row.get("failed")):
            continue
        thing = _thing(row)
        first = found.setdefault((thing["kind"], thing["name"]), thing)
        if first is not thing:
            first["fields"] = [] if "missing" in (first["how"], thing["how"]) else first["fields"] + thing["fields"]
            first["how"] = next(how for how in ("missing", "fixed", "differs") if how in (first["how"], thing["how"]))
            first["note"] = first["note"] or thing["note"]
    return list(found.values())


def _thing(row: Row) -> dict[str, Any]:
    thing: dict[str, Any] = {"kind": row["kind"], "name": str(row["name"]), "how": "differs", "fields": [], "note": ""}
    if row.get("failed"):
        return {**thing, "how": "fixed", "note": str(row.get("msg", ""))}
    sides = row.get("diff") or {}
    before, after = sides.get("before") or {}, sides.get("after") or {}
    if not before:
        return {**thing, "how": "missing"}
    options = [option for option in sorted({*before, *after}) if before.get(option) != after.get(option)]
    fields = [{"option": one, "live": before.get(one), "tree": after.get(one)} for one in options]
    return {**thing, "fields": fields}


def _surplus(tree: Layout, live: Layout) -> Iterator[dict[str, Any]]:
    wanted = {(kind, name.casefold()) for kind, name in _names(tree)}
    for kind, name in _names(live):
        if (kind, name.casefold()) not in wanted:
            yield {"kind": kind, "name": name, "how": "surplus", "fields": [], "note": ""}


def _names(layout: Layout) -> Iterator[tuple[str, str]]:
    """What there is in a layout: the kind, and the name by which it is told from others of the kind."""
    for network in layout["physical_networks"]:
        yield "physical_network", network["name"]
        yield from (("network_service_provider", f"{network['name']}/{one}") for one in network["providers"]["enabled"])
    for one in layout["traffic_types"]:
        yield "traffic_type", f"{one['physical_network']}/{one['traffic_type']}"
    for kind, branch in (("network", "guest_networks"), ("pod", "pods")):
        yield from ((kind, one["name"]) for one in layout[branch])
    for branch in ("management_ip_ranges", "storage_ip_ranges", "guest_ip_ranges", "public_ip_ranges"):
        for one in layout[branch]:
            yield branch[:-1], "/".join(filter(None, (one.get("pod"), one.get("start_ip") or one.get("start_ipv6"))))
    for kind, branch in (
        ("cluster", "clusters"),
        ("host", "hosts"),
        ("storage_pool", "storage_pools"),
        ("image_store", "image_stores"),
    ):
        yield from ((kind, name) for name in layout[branch])


def drift_text(report: Mapping[str, Any]) -> str:
    """A report as lines for a terminal or a log."""
    if not report["drifted"]:
        return f"The zone {report['zone']} is as its tree says.\n"
    lines = [f"The zone {report['zone']} differs from its tree:"]
    for how, words in WORDS.items():
        things = [one for one in report["things"] if one["how"] == how]
        lines += ["", f"{len(things)} {words}"] if things else []
        for one in things:
            lines += [f"  {_called(one)}", *(f"      {line}" for line in _details(one))]
    return "\n".join(lines) + "\n"


def _called(thing: Mapping[str, Any]) -> str:
    return f"{str(thing['kind']).replace('_', ' ')} {thing['name']}"


def _details(thing: Mapping[str, Any]) -> list[str]:
    fields = [f"{one['option']}: {_shown(one['live'])} -> {_shown(one['tree'])}" for one in thing["fields"]]
    return [*fields, *str(thing["note"]).splitlines()]


def _shown(value: Any) -> str:
    if value in (None, "", [], {}):
        return NOTHING
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)


def drift_page(reports: Sequence[Mapping[str, Any]], title: str = "Drift") -> str:
    """Reports as a page of HTML that stands alone.

    :param title: plain text.
    """
    return page(title, "\n".join(part for report in reports for part in _section(report)))


def _section(report: Mapping[str, Any]) -> Iterator[str]:
    yield heading(2, f"Zone {report['zone']}")
    if not report["drifted"]:
        yield summary("It is as its tree says.")
        return
    yield summary(
        ", ".join(f"{report['counts'][how]} {words}" for how, words in WORDS.items() if report["counts"][how])
    )
    cells = [
        [str(one["kind"]).replace("_", " "), one["name"], WORDS[one["how"]], *_columns(line)]
        for one in report["things"]
        for line in (one["fields"] or [one["note"]])
    ]
    yield rows(["Kind", "Name", "What", "Option", "Live", "Tree"], cells)


def _columns(line: Mapping[str, Any] | str) -> list[str]:
    if isinstance(line, str):
        return [line, "", ""]
    return [str(line["option"]), _shown(line["live"]), _shown(line["tree"])]
