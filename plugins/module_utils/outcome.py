# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What became of a task, and what users read of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Mapping

from .resolve import Row
from .spec import Resource
from .task import Plan, Task
from .values import read

if TYPE_CHECKING:
    from .find import Finder


@dataclass
class Outcome:
    """What became of a task.

    :ivar result: the resource as users read it.
    :ivar before: the resource before, in option names; empty where there was none.
    :ivar after: the resource after.
    :ivar warnings: what another run had to do with it.
    """

    changed: bool = False
    result: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    record: Row | None = None
    warnings: list[str] = field(default_factory=list)

    def diff(self) -> dict[str, Any]:
        """Both sides of the difference, as Ansible shows them."""
        return {"before": self.before, "after": self.after}


def of_members(resource: Resource, task: Task) -> dict[str, Any]:
    """What a task writes of records inside the record."""
    return {name: task.wanted[name] for name in task.wanted if resource.field(name).members}


def foretold(resource: Resource, made: Plan, current: Mapping[str, Any]) -> dict[str, Any]:
    """The result that a run would have, as far as it can be known before."""
    lifecycle = resource.lifecycle
    along = {one.name for one in resource.answers if lifecycle and lifecycle.shows and one.read == lifecycle.read}
    unsure = {*made.before, *made.entailed, *along}
    return {**{key: value for key, value in current.items() if key not in unsure}, **made.after}


def context_of(finder: Finder) -> dict[str, Any]:
    """The names that a task gives for its references, for records that do not show them."""
    return {
        ref.name: finder.params[ref.name] for ref in finder.resource.refs if finder.given(ref.name) and not ref.secret
    }


def revealed(resource: Resource, answer: Row) -> dict[str, Any]:
    """What the server tells only once, such as a private key."""
    shown = {one.name: read(one.get(answer), one.type) for one in resource.reveals}
    return {name: value for name, value in shown.items() if value is not None}
