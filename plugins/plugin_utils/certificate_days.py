# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How long certificates of hosts are good yet, as data and as a page. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Iterable, Mapping, Sequence

from ansible_collections.cloudstack.cloud.plugins.module_utils.certificates import end, problem

from .page import page, rows, summary

Record = Mapping[str, Any]
Records = Sequence[Record]

VERDICTS = {"ended": "have ended", "due": "end soon", "unknown": "are not known", "ok": "are good"}
"""How a certificate can be, in the order of a report."""

HEADS = ("Whose", "Zone", "Ends", "Days left", "Verdict")


def certificate_report(
    hosts: Records, pems: Mapping[str, str], authorities: Records, now: str, days: int
) -> dict[str, Any]:
    """A row for each host and each authority, the one that ends first before the others.

    :param hosts: what host_info returned.
    :param pems: what stands in the certificate files of the hosts, by their names; empty where it could not be read.
    :param authorities: what certificate_authority_info returned.
    :param now: the time, like C(2026-11-22T14:30:00+00:00).
    :param days: a certificate that is good for fewer days is due.
    :returns: C(rows), each with C(kind) (host or authority), C(name), C(id), C(zone), C(expires), C(days_left),
      C(verdict) and C(text); C(counts) by verdict.
    """
    found = [
        *(_row("host", one, pems.get(one["name"], ""), now, days) for one in hosts),
        *(_row("authority", one, one["certificate"], now, days) for one in authorities if one.get("certificate")),
    ]
    order = list(VERDICTS)
    ordered = sorted(
        found, key=lambda row: (order.index(row["verdict"]), row["days_left"] or 0, row["kind"], row["name"])
    )
    return {"rows": ordered, "counts": {verdict: _count(ordered, verdict) for verdict in VERDICTS}}


def certificate_page(report: Record, title: str) -> str:
    """The rows of a report as a page of HTML that stands alone.

    :param title: plain text.
    """
    told = ", ".join(f"{report['counts'][verdict]} {words}" for verdict, words in VERDICTS.items())
    cells = [
        [row["name"], row["zone"] or "all", row["expires"] or "", _shown(row["days_left"]), row["verdict"]]
        for row in report["rows"]
    ]
    return page(title, f"{summary(told)}\n{rows(HEADS, cells)}")


def _row(kind: str, record: Record, pem: str, now: str, days: int) -> dict[str, Any]:
    place = {"kind": kind, "name": str(record["name"]), "id": record.get("id"), "zone": record.get("zone")}
    title = f"{'authority' if kind == 'authority' else 'host'} {place['name']}"
    told: dict[str, Any]
    if problem(pem):
        told = {"expires": None, "days_left": None, "verdict": "unknown"}
        return {**place, **told, "text": f"{title}: its certificate could not be read."}
    ends = end(pem)
    left = (ends - datetime.fromisoformat(now)).days
    verdict = "ended" if left < 0 else "due" if left < days else "ok"
    expires = ends.strftime("%Y-%m-%dT%H:%M:%SZ")
    what = "has ended" if left < 0 else f"is good for {left} days"
    told = {"expires": expires, "days_left": left, "verdict": verdict}
    return {**place, **told, "text": f"{title}: its certificate {what} ({expires[:10]})."}


def _count(found: Iterable[Record], verdict: str) -> int:
    return sum(row["verdict"] == verdict for row in found)


def _shown(days: int | None) -> str:
    return "" if days is None else str(days)
