# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Which members of a thing a task names."""

from __future__ import annotations

from typing import Any

from .errors import Ambiguous, NotFound
from .find import Finder
from .resolve import Given, Row
from .spec import Membership, Ref


def named_members(finder: Finder, members: Membership, current: Row | None) -> dict[str, Given]:
    """Which members a task names. What shall not belong to the thing, and does not, is left out.

    :raises OptionError: a name stands for nothing, or for several things.
    """
    ref = finder.resource.ref(members.option)
    held = list(zip(ref.get(current or {}) or (), ref.get_shown(current or {}) or ()))
    absent = finder.params.get("state") == "absent"
    found = []
    for value in finder.params[ref.name]:
        fitting = [pair for pair in held if str(value) in (str(pair[0]), str(pair[1]))]
        if len(fitting) > 1:
            raise Ambiguous(ref.name, ref.kind.noun, value, [{"id": key, "name": name} for key, name in fitting])
        found += [pair for pair in fitting or _resolved(finder, ref, value, absent) if pair not in found]
    return {ref.name: Given([key for key, name in found], [name for key, name in found])}


def _resolved(finder: Finder, ref: Ref, value: Any, absent: bool) -> list[tuple[Any, Any]]:
    """The id and name of one that does not belong to the thing under the name given."""
    try:
        row = finder.resolver.resolve(ref.name, ref.kind, value, finder.scope_of(ref))
    except NotFound:
        if absent:
            return []
        raise
    given = finder.resolver.given(ref.kind, row)
    return [(given.value, given.shown)]
