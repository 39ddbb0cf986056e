# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How full a cloud is, judged by thresholds, and shown as a table or as a page. Pure."""

from __future__ import annotations

import csv
import io
from typing import Any, Mapping, Sequence

from .page import WIDTH, box, drawing, gauge, heading, page, summary, words

GIB = 1024**3
UNITS = {"MEMORY": "GiB", "CPU": "MHz", "CPU_CORE": "cores", "GPU": "GPUs"}
"""The unit of a capacity by its name; what has C(STORAGE) in its name is GiB, and the others are addresses."""

HIGHEST = 100
"""The highest percentage that a threshold can be."""

VERDICTS = ("ok", "warning", "critical")
COLUMNS = ("zone", "pod", "cluster", "name", "used", "total", "unit", "percent", "verdict")


class ThresholdError(ValueError):
    """A threshold that makes no sense; says which, and what is allowed."""


def in_places(results: Sequence[Mapping[str, Any]], by: str) -> list[dict[str, Any]]:
    """Capacities with the places that were asked for, which the server need not tell.

    :param results: of capacity_info in a loop over what zone_info, pod_info or cluster_info returned, one each.
    :param by: zone, pod or cluster, whatever was looped over.
    """
    found = []
    for one in results:
        item = one["item"]
        place = {key: item.get(key) for key in ("zone", "pod")}
        found += [{**capacity, **place, by: item["name"]} for capacity in one.get("capacities", ())]
    return found


def capacity_report(
    capacities: Sequence[Mapping[str, Any]],
    warning: float,
    critical: float,
    thresholds: Mapping[str, Mapping[str, float]],
) -> dict[str, Any]:
    """A row for each capacity that there is any of, the fullest first, and how many rows are how full.

    :param capacities: what the module capacity_info returned.
    :param warning: from how many percent on a capacity is worth a warning; C(critical) likewise.
    :param thresholds: other percentages for single capacities, by their name.
    :raises ThresholdError: the percentages make no sense, or are for a capacity that does not exist.
    """
    known = sorted({str(one["name"]) for one in capacities})
    unknown = sorted(set(thresholds) - set(known))
    if unknown and known:
        raise ThresholdError(f"thresholds: there is no capacity {', '.join(unknown)}. There are {', '.join(known)}.")
    limits = {name: {"warning": warning, "critical": critical, **thresholds.get(name, {})} for name in known}
    for name, limit in limits.items():
        _check(name, limit)
    found = [_row(one, limits[str(one["name"])]) for one in capacities if one.get("capacity_total")]
    rows = sorted(found, key=lambda row: (-row["percent"], *(str(row[key] or "") for key in COLUMNS[:4])))
    counts = {verdict: sum(1 for row in rows if row["verdict"] == verdict) for verdict in VERDICTS}
    worst = next((verdict for verdict in reversed(VERDICTS) if counts[verdict]), "ok")
    return {"rows": rows, "counts": counts, "worst": worst}


def capacity_csv(report: Mapping[str, Any]) -> str:
    """The rows with their heads, for a spreadsheet. A text that a spreadsheet would take for a formula is quoted."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_plain(row[key]) for key in COLUMNS] for row in report["rows"])
    return stream.getvalue()


def capacity_page(report: Mapping[str, Any], title: str) -> str:
    """The rows as bars, by zone."""
    counts = report["counts"]
    body = [summary(f"{counts['critical']} critical, {counts['warning']} worth a warning, {counts['ok']} well")]
    for zone in sorted({row["zone"] for row in report["rows"]}):
        rows = [row for row in report["rows"] if row["zone"] == zone]
        body += [heading(2, f"Zone {zone}"), _bars(rows, zone)]
    return page(title, "\n".join(body))


def _check(name: str, limit: Mapping[str, Any]) -> None:
    foreign = sorted(set(limit) - {"warning", "critical"})
    if foreign:
        raise ThresholdError(f"thresholds: {name} has {', '.join(foreign)}; give warning and critical, in percent.")
    try:
        fits = 0 <= float(limit["warning"]) <= float(limit["critical"]) <= HIGHEST
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise ThresholdError(
            f"thresholds: {name} has warning {limit['warning']} and critical {limit['critical']}; give percentages "
            f"up to {HIGHEST}, warning not above critical."
        )


def _row(capacity: Mapping[str, Any], limit: Mapping[str, Any]) -> dict[str, Any]:
    name = str(capacity["name"])
    unit = "GiB" if "STORAGE" in name else UNITS.get(name, "addresses")
    scale = GIB if unit == "GiB" else 1
    used, total = int(capacity.get("capacity_used") or 0), int(capacity["capacity_total"])
    percent = round(100 * used / total, 2)
    verdict = VERDICTS[(percent >= float(limit["warning"])) + (percent >= float(limit["critical"]))]
    place = {key: capacity.get(key) for key in ("zone", "pod", "cluster")}
    sizes = {"used": _scaled(used, scale), "total": _scaled(total, scale), "unit": unit}
    return {**place, "name": name, **sizes, "percent": percent, "verdict": verdict}


def _scaled(size: int, scale: int) -> float:
    return size if scale == 1 else round(size / scale, 2)


def _bars(rows: Sequence[Mapping[str, Any]], zone: str) -> str:
    parts = []
    for at, row in enumerate(rows):
        y = at * 24 + 4
        place = " / ".join(str(row[key]) for key in ("pod", "cluster") if row[key])
        share = row["percent"] / 100
        label = f"{row['percent']:g} %  {row['used']:,g} of {row['total']:,g} {row['unit']}"
        look = {"ok": "good", "warning": "warn", "critical": "bad"}[row["verdict"]]
        parts += [
            box(0, y, 12, 12, look),
            words(20, y + 10, row["verdict"], "soft"),
            words(90, y + 10, row["name"], room=26),
            words(290, y + 10, place, "soft", 30),
            *gauge(500, y, 300, share, label),
        ]
    return drawing(WIDTH, len(rows) * 24 + 4, parts, f"How full zone {zone} is")


def _plain(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else value
