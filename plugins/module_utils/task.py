# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a task asks for, and what a plan is."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from typing import Any, Mapping

from .lifecycle import Step
from .resolve import Given


@dataclass(frozen=True)
class Task:
    """What a task asks for.

    :param params: its options.
    :param wanted: the options that are fields, resolved.
    :param owner: the parameters of the owner, for creation.
    :param rests: the lifecycle state it had when the task began, before an answer was lost.
    :param by_id: the record was chosen by its id, so that its key fields may be changed too.
    """

    params: Mapping[str, Any]
    wanted: Mapping[str, Given]
    owner: Mapping[str, Any] = default(default_factory=dict)
    by_id: bool = False
    label: str = ""
    rests: str = ""

    @property
    def state(self) -> str:
        """The wish for the state."""
        return str(self.params.get("state") or "present")


@dataclass(frozen=True)
class Plan:
    """The commands to send, and the resource before and after them in the words of the options.

    :ivar entailed: result keys that the server changes along, to what nobody can foretell.
    :ivar detours: options whose change takes effect only in a state that the thing is not left in.
    """

    steps: tuple[Step, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    entailed: frozenset[str] = frozenset()
    detours: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """True when there is anything to send."""
        return bool(self.steps)
