# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Brings whole rule sets to what a task wants: the independent steps of a round are sent, then waited for together."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Mapping, Sequence

from .. import jobs
from ..client import Client, unwrap
from ..engine import ROUNDS, Engine, Look, advised
from ..errors import ApiError, CloudError, JobTimeout, OutcomeUnknown
from ..fleet.memory import MANY, Memory
from ..lifecycle import Step
from ..outcome import Outcome, context_of, foretold
from ..project import OWNER_KEYS, project
from ..resolve import Resolver, Row
from ..spec import Resource
from .line import Line
from .look import Looker, SetLook
from .plan import CREATED, KEPT, REMOVED, UPDATED, Deed, before_and_after, turns
from .spec import RuleSet
from .table import ordered, tables


@dataclass
class SetOutcome(Outcome):
    """What became of a set.

    :ivar texts: all rules before and after, as tables.
    """

    texts: tuple[str, str] = field(default=("", ""))

    def diff(self) -> dict[str, Any]:
        """Both sides as tables of rules."""
        return {"before": self.texts[0], "after": self.texts[1]}


@dataclass(frozen=True)
class _Sent:
    deed: Deed
    command: str
    jobid: str


class RuleEngine(Engine):
    """An engine that also holds rule sets; for everything else it is the same."""

    def __init__(self, client: Client, check_mode: bool = False, resolver: Resolver | None = None) -> None:
        super().__init__(client, check_mode, resolver)
        self._alone = resolver is None

    def converge(self, resource: Resource | RuleSet, params: Mapping[str, Any]) -> Outcome:
        """Bring a resource or a rule set to what a task wants; see C(Engine.converge)."""
        return self.carry_out(self.look(resource, params))

    def look(
        self,
        resource: Resource | RuleSet,
        params: Mapping[str, Any],
        known: Mapping[str, Row] | None = None,
        rests: str = "",
    ) -> Look:
        """Find and plan; see C(Engine.look) and C(Looker.look)."""
        if not isinstance(resource, RuleSet):
            return super().look(resource, params, known, rests)
        if self._alone:
            self.resolver = Memory(self.client, _often_named(resource, params))
        return Looker(self, resource, params).look()

    def adopt(self, look: Look) -> Look:
        """Take over what another engine found; see C(Engine.adopt)."""
        return look.over(self.resolver) if isinstance(look, SetLook) else super().adopt(look)

    def carry_out(self, look: Look) -> Outcome:
        """Do what was planned; see C(Engine.carry_out)."""
        if not isinstance(look, SetLook):
            return super().carry_out(look)
        first, now = look, look
        for attempt in range(ROUNDS):
            if self.check_mode:
                return _outcome(first, now, True)
            if not now.plan.changed:
                return _outcome(first, self._settled_set(now), False)
            try:
                return _outcome(first, self._applied(now), False)
            except OutcomeUnknown:
                if attempt == ROUNDS - 1:
                    raise
                self.client.sleep(2.0**attempt)
                now = self._again(now)
        raise AssertionError("unreachable")

    def _again(self, look: SetLook) -> SetLook:
        self.resolver.forget()
        return self._settled_set(self._read(look))

    def _read(self, look: SetLook) -> SetLook:
        return Looker(Engine(self.client), look.rule_set, look.task.params, look).look()

    def _settled_set(self, look: SetLook) -> SetLook:
        """Wait until no rule is in a state that passes by itself: a run that was cut may have left it to the server.

        :raises JobTimeout: one stays in it longer than C(api_job_timeout) seconds.
        """
        deadline = time.monotonic() + self.client.settings.job_timeout
        for pause in jobs.pauses():
            passing = next((deed for deed in look.plan.deeds if _passes(deed)), None)
            if passing is None:
                return look
            if time.monotonic() + pause > deadline:
                raise JobTimeout(f"the rule {passing.look.current['id']} is still being applied.")
            self.client.sleep(pause)
            look = self._read(look)
        raise AssertionError("unreachable")

    def _applied(self, look: SetLook) -> SetLook:
        """Carry out a plan, one turn after the other, and look again."""
        records: dict[int, Row] = {}
        done: SetLook | None = None
        for turn in (turn for part in look.plan.rounds for turn in turns(part)):
            done = self._ended(look, self._turn(turn, records))
        if look.plan.line and look.plan.line.moves:
            self._put_in_order(look, look.plan.line, records)
            done = None
        return done or self._again(look)

    def _put_in_order(self, look: SetLook, line: Line, records: Mapping[int, Row]) -> None:
        """Tell the server the order of the rules, now that all of them are there."""
        order = look.rule_set.order
        if order is None:
            return
        place = {param: look.finder.ref(name).value for param, name in order.of.items()}
        ids = [(records.get(id(deed)) or deed.look.current)["id"] for deed in line.after]
        try:
            self.client.run(order.command, {**place, order.param: ids})
        except ApiError as error:
            raise advised(look.finder.resource, error) from None

    def _turn(self, turn: Sequence[tuple[Deed, Step]], records: dict[int, Row]) -> list[_Sent]:
        """Send steps that need not wait for one another, and return the jobs they started."""
        sent: list[_Sent] = []
        for deed, step in turn:
            record = records.get(id(deed), deed.look.current) or {}
            addressed = {param: record.get(key) for param, key in step.by.items()}
            try:
                answer = self.client.call(step.command, {**step.params, **addressed})
            except CloudError as error:
                with suppress(CloudError):
                    self._outlasted(sent)
                raise (_told(deed, error) if isinstance(error, ApiError) else error) from None
            if "jobid" in answer:
                sent.append(_Sent(deed, step.command, str(answer["jobid"])))
            if step.kind == "create":
                records[id(deed)] = answer if answer.get("id") else unwrap(answer)
        return sent

    def _ended(self, look: SetLook, sent: Sequence[_Sent]) -> SetLook | None:
        """Wait for the jobs of a turn. Of many, only those whose work is not to be seen are asked how they ended.

        :returns: what is there now, where it was read.
        :raises CloudError: a job failed, or did not end in time.
        """
        if len(sent) <= jobs.FEW or not self._outlasted(sent):
            for one in sent:
                self._wait(one)
            return None
        done = self._again(look)
        unproven = [one for one in sent if not _proven(one.deed, done)]
        for one in unproven:
            self._wait(one)
        return None if unproven else done

    def _outlasted(self, sent: Sequence[_Sent]) -> bool:
        """Wait for many jobs with one question for all; False where the user may not ask it."""
        seconds = self.client.settings.job_timeout
        deadline = time.monotonic() + seconds
        for pause in jobs.pauses():
            try:
                running = jobs.running(self.client)
            except ApiError as error:
                if not error.says_not_allowed:
                    raise
                return False
            left = [one for one in sent if running is None or one.jobid in running]
            if not left:
                return True
            if time.monotonic() + pause > deadline:
                raise jobs.Watch(left[0].command, left[0].jobid).overdue(seconds)
            self.client.sleep(pause)
        raise AssertionError("unreachable")

    def _wait(self, one: _Sent) -> None:
        try:
            self.client.wait_for(one.command, one.jobid)
        except ApiError as error:
            raise _told(one.deed, error) from None


def _passes(deed: Deed) -> bool:
    lifecycle, record = deed.look.finder.resource.lifecycle, deed.look.current or {}
    return lifecycle is not None and record.get(lifecycle.read) in lifecycle.transient


def _proven(deed: Deed, now: SetLook) -> bool:
    """Tell whether a later look shows that what was to be done with a rule is done."""
    if deed.what == REMOVED:
        return all((one.look.current or {}).get("id") != deed.look.current["id"] for one in now.plan.deeds)
    return any(one.at == deed.at and one.what == KEPT for one in now.plan.deeds)


def _told(deed: Deed, error: ApiError) -> CloudError:
    """An error of the server with the rule at fault, unless the fault lies with the place."""
    advice = advised(deed.look.finder.resource, error)
    if advice.failure.get("option") in deed.look.finder.resource.list_needs:
        return advice
    held = deed.look.current or {}
    return advice.placed(f"rules[{deed.at}]" if deed.at >= 0 else f"the rule {held.get('id')}, which is not listed")


def _often_named(rule_set: RuleSet, params: Mapping[str, Any]) -> dict[str, int]:
    """List commands of kinds of which the rules name so many that one list is cheaper than a question for each."""
    named: dict[str, set[str]] = {}
    for member in rule_set.members:
        for ref in (one for one in member.refs if one.name not in rule_set.place):
            given = [rule.get(ref.name) for rule in params.get("rules") or []]
            flat = [item for value in given if value for item in (value if isinstance(value, list) else [value])]
            named.setdefault(ref.kind.list, set()).update(str(item) for item in flat)
    return {command: len(names) for command, names in named.items() if len(names) >= MANY}


def _outcome(first: SetLook, now: SetLook, check_mode: bool) -> SetOutcome:
    rule_set, plan = first.rule_set, first.plan
    columns = _columns(first)
    before, after = before_and_after(rule_set, plan)
    deeds = [deed for deed in now.plan.deeds if not check_mode or deed.what != REMOVED]
    shown = [_shown(rule_set, deed) for deed in (now.plan.line.after if now.plan.line else deeds)]
    if plan.line is None:
        before, after, shown = ([dict(one) for one in ordered(side, columns)] for side in (before, after, shown))
    moved = {} if plan.line is None else {"reordered": plan.line.moves}
    result = {**_place(first), "rules": shown, **plan.counts(), **moved}
    outcome = SetOutcome(plan.changed, result, {"rules": before}, {"rules": after})
    if plan.changed:
        outcome.texts = tables(before, after, columns)
    return outcome


def _columns(look: SetLook) -> list[str]:
    """What a table of rules shows: what tells them apart, and what the task speaks of."""
    rule_set = look.rule_set
    given = {name for rule in look.task.params.get("rules") or [] for name, value in rule.items() if value is not None}
    names = [name for member in rule_set.members for name in rule_set.told_apart(member)]
    for member in rule_set.members:
        names += [name for name in member.key if name not in rule_set.place]
        names += [one.result for one in member.fields if one.name in given and one.compared]
    return list(dict.fromkeys([*names, *(["tags"] if "tags" in given else [])]))


def _shown(rule_set: RuleSet, deed: Deed) -> dict[str, Any]:
    """One rule of the result."""
    finder = deed.look.finder
    held = project(finder.resource, deed.look.current, context_of(finder)) if deed.look.current else {}
    if deed.what in (CREATED, UPDATED):
        held = foretold(finder.resource, deed.look.plan, held)
    outside = {*rule_set.place, *OWNER_KEYS}
    kind = rule_set.told_apart(finder.resource)
    return {**kind, **{key: value for key, value in held.items() if key not in outside}}


def _place(look: SetLook) -> dict[str, Any]:
    """The place of the set, by its names."""
    params, found = look.task.params, {}
    for ref in look.rule_set.scope:
        record = look.known.get(ref.name)
        name = next((record[key] for key in ref.kind.names if record.get(key)), None) if record else None
        found[ref.name] = name or params.get(ref.name)
    return {**{name: params.get(name) for name in look.rule_set.place if params.get(name) is not None}, **found}
