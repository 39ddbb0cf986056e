# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The jobs of a converge task, and what users read of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Sequence

from ..engine import Look, Outcome
from ..errors import CloudError
from ..rulesets.spec import RuleSet
from ..spec import Resource
from .entries import Entry


@dataclass
class Job:
    """An entry on its way: what was planned and what became of it.

    :ivar promised: the plan refers to what is not there yet.
    :ivar repeated: an entry before it changes the same thing, so that it looks at what that has become.
    :ivar deferred: no plan can be made before what stands before it in the order is there.
    :ivar carried_out: it was worked on.
    """

    entry: Entry
    look: Look | None = None
    outcome: Outcome | None = None
    error: CloudError | None = None
    promised: bool = False
    repeated: bool = False
    deferred: bool = False
    carried_out: bool = False

    @property
    def wants(self) -> bool:
        """True when there is something to be done."""
        if self.deferred or self.error is not None or self.outcome is None:
            return self.deferred
        return self.outcome.changed or self.repeated

    @property
    def is_new(self) -> bool:
        """True when something with a name of its own is to be made as it was planned."""
        if self.look is None or self.look.current is not None or self.promised:
            return False
        named = any(self.entry.params.get(name) is not None for name in self.entry.resource.key)
        return named and not isinstance(self.entry.resource, RuleSet)

    @property
    def name(self) -> str:
        """What progress and results call it."""
        return f"{self.entry.kind} {self.entry.label}"


def result_of(jobs: Sequence[Job], check_mode: bool, reveals: bool = True) -> dict[str, Any]:
    """The result of the task: a row for each entry in the order given, one diff, the first failure.

    :param reveals: what the server tells only once is in the rows. What a thing is worthless without always is.
    """
    rows = [_row(job, check_mode, reveals) for job in sorted(jobs, key=lambda job: job.entry.at)]
    changed = [row for row in rows if row["changed"]]
    failed = [row for row in rows if row.get("failed")]
    result: dict[str, Any] = {"changed": bool(changed), "resources": rows}
    if changed:
        result["diff"] = _diff(changed)
    warnings = [text for job in jobs if job.outcome for text in job.outcome.warnings]
    if warnings:
        result["warnings"] = warnings
    if failed:
        result["failed"] = True
        result["msg"] = f"{len(failed)} of {len(rows)} resources failed. " + " ".join(
            f"{row['kind']} {row['name']}: {row['msg']}" for row in failed
        )
        result["failure"] = failed[0]["failure"]
    return result


def _diff(changed: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Both sides of everything that changed; a name that stands for several resources is numbered."""
    sides: dict[str, dict[str, Any]] = {"before": {}, "after": {}}
    for row in changed:
        name = title = f"{row['kind']} {row['name']}"
        number = 2
        while title in sides["before"]:
            title, number = f"{name} ({number})", number + 1
        for side, shown in sides.items():
            shown[title] = row.get("diff", {}).get(side, {})
    return sides


def _row(job: Job, check_mode: bool, reveals: bool) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": job.entry.kind, "name": job.entry.label, "changed": False}
    if job.error:
        return {**row, "failed": True, "msg": job.error.message, "failure": job.error.failure}
    if job.wants and not job.carried_out and not check_mode:
        return {**row, "skipped": True}
    if job.outcome is None:
        return {**row, "changed": True}
    hidden = set() if reveals else _told_once(job.entry.resource)
    shown = {name: value for name, value in job.outcome.result.items() if name not in hidden}
    row.update(changed=job.outcome.changed, result=shown)
    if job.outcome.changed:
        row["diff"] = job.outcome.diff()
    return row


def _told_once(resource: Resource | RuleSet) -> set[str]:
    answers = resource.reveals if isinstance(resource, Resource) else ()
    return {answer.name for answer in answers if not answer.vital}
