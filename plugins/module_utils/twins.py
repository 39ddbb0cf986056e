# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Two runs that make one thing at the same time, where the server takes both: in the end there is one."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence

from .errors import CloudError

if TYPE_CHECKING:
    from .find import Finder
    from .lifecycle import Step
    from .resolve import Row
    from .spec import Resource

PATIENCE = (0.5, 1.0, 2.0, 4.0)
"""Seconds between the looks of a run that has made something, while another one may be taking its own away."""

LONGER = (*PATIENCE, 4.0, 4.0)
"""Seconds between the looks of a run that only speaks of a name: those who made things of that name agree before."""

YOUNG = 120.0
"""For so many seconds after it was made, a thing may be one of two that are about to become one."""

TAKEN = re.compile(
    r"already|exist|duplicate|conflict|overlap|in use|unique|not free"
    r"|there is a |has a |is no unmanaged|unable to create cluster|failed to create vpc",
    re.IGNORECASE,
)
"""What the server says of a name, an address or a port that something has."""


class Yielded(CloudError):
    """What this run made was removed again in favour of what another one made: look again, and go on from that."""


def looks(pauses: tuple[float, ...]) -> Iterator[float | None]:
    """The pauses after each of the looks; after the last one there is none."""
    yield from pauses
    yield None


def is_taken(error: CloudError) -> bool:
    """Tell whether the server refuses something because there is one already."""
    return TAKEN.search(str(error.failure.get("errortext"))) is not None


def may_pass(kind: Resource, rows: Iterable[Row], now: datetime | None = None) -> bool:
    """Tell whether several things of one name may be the work of runs that are just agreeing on one of them.

    The server takes a second one of the kind, and one of them is young; where lists do not tell an age, it may be.

    :param now: what counts as now, for tests.
    """
    told = [str(row["created"]) for row in rows if row.get("created")]
    if not told:
        return kind.may_double
    seconds = (_age(text, now or datetime.now(timezone.utc)) for text in told)
    return any(abs(age) < YOUNG for age in seconds if age is not None)


def _age(text: str, now: datetime) -> float | None:
    try:
        return (now - datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")).total_seconds()
    except ValueError:
        return None


def settle(finder: Finder, made: Row, remove: Callable[[Row], object]) -> Row:
    """See that what a run has just made is the only one of its kind and name, and return it as it is listed.

    All runs put what they see into the same order. Whoever made what is not the first removes it at once, and only
    that; the maker of the first waits for this. If the others stay, whoever made them had looked before: then the
    first one goes, too. So of any number one is left, whatever comes between two calls of a run.

    :param remove: takes the record of what was made, and removes it.
    :raises Yielded: what this run made is gone again, for there is another one.
    :raises CloudError: there is another one, and this one could not be removed.
    """
    own = str(made.get("id"))
    others: list[Row] = []
    for pause in looks(PATIENCE):
        finder.resolver.renew()
        rows = {str(row.get("id")): row for row in finder.standing()}
        mine = rows.pop(own, made)
        others = list(rows.values())
        if not others:
            return finder.enriched(mine)
        if pause is None or min([mine, *others], key=_rank) is not mine:
            break
        finder.resolver.client.sleep(pause)
    label, beside = finder.label(), ", ".join(str(row.get("id")) for row in others)
    thing = f"{finder.resource.noun} '{label}'" if label else finder.resource.noun
    told = f"another run made the {thing} at the same time (id {beside})"
    try:
        remove(mine)
    except CloudError as error:
        raise CloudError(
            f"{told}, and the one that this task made (id {own}) could not be removed again: {error.message} "
            "Remove one of them, and run this once more.",
            **error.failure,
        ) from None
    raise Yielded(f"{told}. The one that this task made (id {own}) was removed again.", id=own)


def told_after(finder: Finder, steps: Sequence[Step]) -> int:
    """The step after which a search finds what a plan makes, where another run may make one, too; else -1.

    What nothing but its tags tells apart is found when it has them.
    """
    resource = finder.resource
    made = next((index for index, step in enumerate(steps) if step.kind == "create"), -1)
    if not resource.may_double or made < 0:
        return -1
    return made if any(finder.given(name) for name in resource.key) else len(steps) - 1


def _rank(row: Row) -> tuple[str, str]:
    """The order that all runs put things of one name into."""
    return str(row.get("created") or row.get("allocated") or ""), str(row.get("id"))
