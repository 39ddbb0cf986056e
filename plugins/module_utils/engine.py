# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Bring one resource to what a task wants: find, plan, apply, read again, tell."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Mapping

from . import checks, jobs
from .client import LONGEST_PAUSE, Client
from .errors import Ambiguous, ApiError, CloudError, JobTimeout, OptionError, OutcomeUnknown
from .find import Finder, wanted
from .lifecycle import GONE, Step
from .naming import named_members
from .outcome import Outcome, context_of, foretold, of_members, revealed
from .plan import goals_of, plan, refuse_unknown_id
from .project import project
from .resolve import Resolver, Row
from .spec import Children, Resource
from .steps import state_of
from .task import Plan, Task
from .twins import LONGER, Yielded, is_taken, looks, settle, told_after

ROUNDS = 8
"""How often a task whose answer was lost looks at what is there and goes on from it."""


TAGGED = "tag name already on"
"""What the server says where a run that was cut off had sent the tags already: they came after this one had looked."""


@dataclass(frozen=True)
class Look:
    """What was found, and what is to be done about it."""

    finder: Finder
    current: Row | None
    task: Task
    plan: Plan


class Engine:
    """Runs tasks over one connection; what it has looked up is remembered until something changes.

    :param check_mode: plan and tell, but send no write.
    :param resolver: what is already known, to share it.
    """

    def __init__(self, client: Client, check_mode: bool = False, resolver: Resolver | None = None) -> None:
        self.client = client
        self.check_mode = check_mode
        self.resolver = resolver or Resolver(client)

    def converge(self, resource: Resource, params: Mapping[str, Any]) -> Outcome:
        """Bring a resource to what the options of a task want.

        An answer that is lost does not end the task: it looks at what is there and goes on from it.

        :raises CloudError: a bad option, a refusal of the server, or a fault that does not pass.
        """
        return self.carry_out(self.look(resource, params))

    def look(
        self, resource: Resource, params: Mapping[str, Any], known: Mapping[str, Row] | None = None, rests: str = ""
    ) -> Look:
        """Find what a task speaks of and plan what it wants.

        :param known: records of references that need not be looked for.
        :param rests: the lifecycle state in which the thing was when the task began.
        :raises CloudError: a bad option, or a fault that does not pass.
        """
        for pause in looks(LONGER):
            finder = self.prepare(resource, params, known)
            try:
                found = finder.find()
                refuse_unknown_id(resource, found, finder.params)
                return self.judge(finder, found, rests)
            except Ambiguous as error:
                if pause is None or not error.may_pass:
                    raise
                self.client.sleep(pause)
                self.resolver.renew()
        raise AssertionError("unreachable")

    def prepare(self, resource: Resource, params: Mapping[str, Any], known: Mapping[str, Row] | None = None) -> Finder:
        """Complete and check the options of a task before anything is asked.

        :raises OptionError: a value can be seen to be wrong.
        """
        options = dict(resource.normalize(params)) if resource.normalize else dict(params)
        _refuse_bad_values(resource, options)
        finder = Finder(self.resolver, resource, options)
        for name, record in (known or {}).items():
            finder.know(name, record)
        return finder

    def judge(self, finder: Finder, current: Row | None, rests: str = "") -> Look:
        """Plan the way from a record (None: there is none) to what the options of a task want.

        :raises CloudError: see C(look).
        """
        task = replace(self._task(finder, current), rests=rests)
        return Look(finder, current, task, plan(finder.resource, current, task))

    def adopt(self, look: Look) -> Look:
        """Take over what another engine found, to carry it out over this one's connection."""
        return replace(look, finder=look.finder.over(self.resolver))

    def carry_out(self, look: Look) -> Outcome:
        """Do what was planned (in check mode: tell it), looking again wherever an answer is lost on the way."""
        look = look if self.check_mode else self._joined(look)
        first = look.plan
        warnings: list[str] = []
        for attempt in range(ROUNDS):
            if self.check_mode:
                return self._outcome(look, first, look.current, {})
            try:
                outcome = self._carried_out(look, first)
                outcome.warnings += warnings
                return outcome
            except CloudError as error:
                if attempt == ROUNDS - 1 or not look.plan.changed:
                    raise
                if isinstance(error, Yielded):
                    warnings.append(error.message)
                look = self._after(look, error, attempt)
        raise AssertionError("unreachable")

    def _joined(self, look: Look) -> Look:
        """Take up what another run has begun to make, where only its job shows that yet."""
        resource, step = look.finder.resource, next((one for one in look.plan.steps if one.kind == "create"), None)
        if step is None or not resource.job_makes or not jobs.join(self.client, step.command, step.params):
            return look
        self.resolver.renew()
        return self.look(resource, look.finder.params)

    def _carried_out(self, look: Look, first: Plan) -> Outcome:
        """Do what is planned now; what is told is what was planned first."""
        if look.plan.changed:
            record, once = self._apply(look.finder, look.plan, look.current)
            return self._outcome(look, first, record, once)
        waits = look.finder.params.get("poll_async") is not False
        return self._outcome(look, first, self._whole(look.finder, look.current) if waits else look.current, {})

    def _after(self, look: Look, error: CloudError, attempt: int) -> Look:
        """What is there after an answer was lost, or after somebody else was faster.

        :raises CloudError: C(error), where it is neither.
        """
        if isinstance(error, Yielded):
            self.resolver.renew()
            return self.look(look.finder.resource, look.finder.params)
        if not isinstance(error, OutcomeUnknown):
            return self._made_meanwhile(look, error)
        self.client.sleep(min(2.0**attempt, LONGEST_PAUSE))
        jobs.settle(self.client, str(error.failure.get("command") or ""))
        self.resolver.forget()
        return self._look_again(look)

    def _made_meanwhile(self, look: Look, error: CloudError) -> Look:
        """After a refused creation: somebody else may have made the thing since it was looked for.

        :raises CloudError: C(error), where nobody has.
        """
        resource, step = look.finder.resource, look.plan.steps[0]
        if step.kind != "create" or error.failure.get("command") != step.command:
            return self._done_meanwhile(look, error)
        if look.current is not None or not is_taken(error):
            raise error
        self.resolver.renew()
        again = self.look(resource, look.finder.params)
        broken = resource.lifecycle.broken if resource.lifecycle else ()
        if again.current is None or state_of(resource, again.current) in broken:
            raise error
        return again

    def _done_meanwhile(self, look: Look, error: CloudError) -> Look:
        """After a refused change or removal: somebody else may have done the same since it was looked for.

        :raises CloudError: C(error), where it is still to be done.
        """
        command = error.failure.get("command")
        if "errortext" not in error.failure or command not in [step.command for step in look.plan.steps]:
            raise error
        self.resolver.renew()
        try:
            again = self.look(look.finder.resource, look.finder.params, rests=_rests(look))
        except CloudError:
            raise error from None
        if command in [step.command for step in again.plan.steps]:
            raise error
        return again

    def _look_again(self, lost: Look) -> Look:
        """Look what is there after an answer was lost; what is worthless without it is removed, to be made anew."""
        resource, params = lost.finder.resource, lost.finder.params
        look = self.look(resource, params, rests=_rests(lost))
        step = next((step for step in lost.plan.steps if step.kind == "create"), None)
        vital = any(answer.vital for answer in resource.reveals)
        if vital and step and step.command == resource.create and look.current is not None:
            self.converge(resource, {**params, "state": "absent"})
            look = self.look(resource, params)
        return look

    def _task(self, finder: Finder, current: Row | None) -> Task:
        resource = finder.resource
        return Task(
            params=finder.params,
            wanted=self._wanted(finder, current),
            owner=finder.owner() if resource.owned and not resource.inherits_owner and current is None else {},
            by_id=finder.resource.id_option and finder.given("id"),
            label=finder.label(),
        )

    def _wanted(self, finder: Finder, current: Row | None) -> Mapping[str, Any]:
        bare = Task(finder.params, {})
        if finder.resource.membership:
            return named_members(finder, finder.resource.membership, current)
        return {} if GONE in goals_of(finder.resource, bare) else wanted(finder, current)

    def _outcome(self, look: Look, made: Plan, record: Row | None, once: Mapping[str, Any]) -> Outcome:
        outcome = Outcome(made.changed, {}, dict(made.before), dict(made.after), record)
        finder = look.finder
        context = {**context_of(finder), **of_members(finder.resource, look.task)}
        unseen = record is None and bool(made.after)
        shown = look.current if unseen else record
        if shown is not None and not (self.check_mode and made.changed and not made.after):
            outcome.result = project(finder.resource, shown, context)
        if (self.check_mode or unseen) and made.changed:
            outcome.result = foretold(finder.resource, made, outcome.result)
        outcome.result.update(once)
        if made.detours:
            outcome.result["restart_required_for"] = list(made.detours)
        for children in finder.resource.children:
            if finder.given(children.name) and made.after:
                self._children(finder, children, outcome)
        return outcome

    def _children(self, finder: Finder, children: Children, outcome: Outcome) -> None:
        """Bring the named children of a resource to the state that the option stands for."""
        names = list(finder.params[children.name])
        already = []
        for name in names:
            if outcome.record is None:
                outcome.changed = True
                continue
            wish = {"name": name, children.link: outcome.record["id"], "state": children.state}
            child = self.carry_out(self.look(children.target, wish, {children.link: outcome.record}))
            outcome.changed = outcome.changed or child.changed
            if not child.changed:
                already.append(name)
        if outcome.before:
            outcome.before[children.name] = already
        outcome.after[children.name] = names
        outcome.result[children.name] = names

    def _apply(self, finder: Finder, made: Plan, current: Row | None) -> tuple[Row | None, dict[str, Any]]:
        record: Row | None = self._settled(finder, current)
        once: dict[str, Any] = {}
        steps, told = made.steps, told_after(finder, made.steps)
        for index, step in enumerate(steps):
            last = index == len(steps) - 1
            answer = self._send(finder, step, record, wait=finder.params.get("poll_async") is not False or not last)
            once.update(revealed(finder.resource, answer))
            if step.kind == "create":
                record = self._created(finder, answer, last)
            if index == told and record is not None:
                record = settle(finder, record, partial(self._take_back, finder))
            record = self._after_step(finder, step, record, last)
        self.resolver.forget()
        if steps[-1].reaches == GONE:
            return None, once
        if record and told != len(steps) - 1:
            record = finder.again(record) or record
        return (record if finder.params.get("poll_async") is False else self._whole(finder, record)), once

    def _after_step(self, finder: Finder, step: Step, record: Row | None, last: bool) -> Row | None:
        """The record after a step was sent, where its next one may be sent, too."""
        if step.kind == "create" and record is not None and not last:
            return self._usable(finder, record)
        if step.kind == "move" and record is not None:
            return self._arrived(finder, step, record, last)
        return None if step.kind == "delete" else record

    def _take_back(self, finder: Finder, made: Row) -> None:
        """Remove what this task has just made."""
        resource = finder.resource
        own = {"id": made["id"]} if resource.id_option else {}
        away = self.prepare(resource, {**finder.params, **own, "state": "absent", "poll_async": True})
        look = self.judge(away, made)
        if own:
            self.carry_out(look)
        else:
            self._apply(away, look.plan, made)

    def _send(self, finder: Finder, step: Step, record: Row | None, wait: bool) -> dict[str, Any]:
        if record is not None and any(callable(key) for key in step.by.values()):
            record = finder.again(record)
        held = record or {}
        addressed = {param: key(held) if callable(key) else held.get(key) for param, key in step.by.items()}
        try:
            answer = self.client.run(step.command, {**step.params, **addressed}, wait)
        except ApiError as error:
            if step.command == "createTags" and TAGGED in error.errortext:
                raise OutcomeUnknown(error.message, command=step.command) from None
            raise advised(finder.resource, error) from None
        self.resolver.forget()
        return answer

    def _arrived(self, finder: Finder, step: Step, record: Row, last: bool) -> Row | None:
        """Wait until a move has brought the record where it leads, where states pass on the way there.

        What is on its way out may be hidden from the caller by then: users do not see destroyed instances.
        """
        lifecycle = finder.resource.lifecycle
        if lifecycle is None or not lifecycle.transient or (last and finder.params.get("poll_async") is False):
            return record
        settled = self._settled(finder, finder.again(record))
        if settled is None and step.reaches in lifecycle.goals.get("absent", ()):
            return {**record, lifecycle.read: step.reaches}
        state = lifecycle.state_of(settled)
        if settled is None and GONE in goals_of(finder.resource, Task(finder.params, {})):
            return None
        if state != step.reaches:
            raise CloudError(
                f"{step.command}: '{finder.label()}' is {state} now and not {step.reaches}, as was asked.",
                command=step.command,
            )
        return settled

    def _created(self, finder: Finder, answer: Row, last: bool) -> Row:
        if answer.get("id") and finder.resource.own_id and not finder.resource.rows:
            return answer
        found = finder.find()
        if found is None and not last:
            raise CloudError(
                f"the {finder.resource.name} '{finder.label()}' was created, but it cannot be found afterwards."
            )
        return found or answer

    def _usable(self, finder: Finder, record: Row) -> Row | None:
        """Before a new thing is worked with: wait until it can be, where that takes its time after its creation."""
        lifecycle = finder.resource.lifecycle
        return self._whole(finder, finder.again(record)) if lifecycle and lifecycle.fault else record

    def _whole(self, finder: Finder, current: Row | None) -> Row | None:
        """Wait until a record has left a state that passes by itself, and see that it can be used.

        :raises CloudError: it never will be of use, with the server's reason.
        """
        record = self._settled(finder, current)
        lifecycle = finder.resource.lifecycle
        problem = lifecycle.fault(record) if lifecycle and lifecycle.fault and record is not None else ""
        if problem:
            raise CloudError(f"the {finder.resource.noun} '{finder.label()}' cannot be used: {problem}")
        return record

    def _settled(self, finder: Finder, current: Row | None) -> Row | None:
        """Wait until a record has left a state that passes by itself.

        :raises JobTimeout: it stays in it longer than C(api_job_timeout) seconds.
        """
        lifecycle = finder.resource.lifecycle
        if current is None or lifecycle is None or current.get(lifecycle.read) not in lifecycle.transient:
            return current
        deadline = time.monotonic() + self.client.settings.job_timeout
        record: Row | None = current
        for pause in jobs.pauses():
            if record is None or record.get(lifecycle.read) not in lifecycle.transient:
                return record
            if time.monotonic() + pause > deadline:
                raise JobTimeout(f"'{finder.label()}' stays {record.get(lifecycle.read)}.", id=record.get("id"))
            self.client.sleep(pause)
            record = finder.again(record)
        raise AssertionError("unreachable")


def _rests(look: Look) -> str:
    """The lifecycle state that a plan leaves and comes back to, where it does."""
    if look.task.rests or not look.plan.detours or look.current is None:
        return look.task.rests
    return state_of(look.finder.resource, look.current)


def _refuse_bad_values(resource: Resource, options: Mapping[str, Any]) -> None:
    """Check the values before anything is asked; of what shall go away, only those that say what it is."""
    goes = GONE in goals_of(resource, Task(options, {}))
    checks.refuse([one for one in resource.fields if not goes or one.required or one.name in resource.key], options)


def advised(resource: Resource, error: ApiError) -> CloudError:
    """An error of the server with the option at fault and what can be done, where the resource knows it."""
    for refusal in resource.refusals:
        if re.search(refusal.pattern, error.errortext, re.IGNORECASE):
            return OptionError(refusal.option, f"{refusal.option}: {error.message} {refusal.advice}", **error.failure)
    return error
