"""From a command and its raw parameters to a status and a body."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from . import errors, nouns, params, permission, registry
from .context import Caller, Context
from .model import events, quota, roles, services
from .registry import Submitted
from .store import Record
from .surface import Command, surface

if TYPE_CHECKING:
    from .simulator import Simulator

PARENT = "_event"
LOG = logging.getLogger("cloudstack_simulator")

nouns.load()


class Dispatcher:
    """Answers requests of known callers, one at a time (the simulator holds its lock around it)."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def answer(self, name: str, raw: dict[str, str], caller: Caller) -> tuple[int, dict[str, Any]]:
        """Status and body of one request; every refusal is a body, never an exception."""
        command = surface().commands.get(name)
        if command is None or services.is_unknown(self._simulator.store, name):
            return refusal(errors.unauthorized(), "errorresponse")
        try:
            return 200, {command.envelope: self._content(command, params.unpack(raw), caller)}
        except errors.ApiError as error:
            return refusal(error, command.error_envelope)
        except Exception as error:
            LOG.exception("%s failed inside the simulator", name)
            self._simulator.defects.append(f"{name}: {error!r}")
            return refusal(errors.internal(f"Defect of the simulator in {name}: {error!r}"), command.error_envelope)

    def finish(self, job: Record) -> tuple[int, dict[str, Any]]:
        """Do the work of a job that is due: result code (0 is good) and `jobresult`."""
        code, result = self._work(job)
        command = surface().commands.get(job["_command"])
        user = self._simulator.store.get("user", job["_caller"])
        if command is not None and user is not None:
            caller, parent = self._simulator.caller_of(user), job["_data"].get(PARENT)
            self._note(command, caller, job["_instance"], failed=bool(code), parent=parent)
        return code, result

    def _work(self, job: Record) -> tuple[int, dict[str, Any]]:
        name = job["_command"]
        if job.get("_fail"):
            undo = registry.undoer(name)
            if undo is not None:
                undo(self._context(job))
            return errors.INTERNAL, errors.internal(job["_fail"]).job_result()
        worker = registry.worker(name)
        if worker is None:
            return errors.INTERNAL, errors.not_simulated(name).job_result()
        try:
            return 0, worker(self._context(job))
        except errors.ApiError as error:
            return error.code, error.job_result()
        except Exception as error:
            LOG.exception("the job of %s failed inside the simulator", name)
            self._simulator.defects.append(f"{name}: {error!r}")
            return errors.INTERNAL, errors.internal(f"Defect of the simulator in {name}: {error!r}").job_result()

    def _note(self, command: Command, caller: Caller, resource_id: str | None, **how: Any) -> str | None:
        """Keep an event of a command; its id, or None when the command leaves none."""
        event = events.note(self._simulator.store, self._simulator.clock(), command, caller, resource_id, **how)
        return event["id"] if event else None

    def _context(self, job: Record) -> Context:
        name = job["_command"]
        return Context(
            self._simulator,
            surface().commands.get(name) or _internal(name),
            job["_params"],
            self._simulator.caller_by_id(job["_caller"]),
            job["_instance"],
            job["_data"],
            job["id"],
        )

    def _content(self, command: Command, raw: dict[str, Any], caller: Caller) -> dict[str, Any]:
        if not roles.permits(self._simulator.store, caller, command.name):
            raise errors.not_available(command.name, caller.account["name"])
        if self._simulator.strict:
            self._refuse_unknown(command, raw)
        params.check_page(command, raw, self._simulator.largest_page)
        typed = params.Typing(command, self._simulator.store).typed(raw)
        context = Context(self._simulator, command, typed, caller)
        permission.check_project_role(context)
        quota.check(context)
        try:
            return self._answered(command, context)
        except errors.ApiError:
            self._note(command, caller, None, failed=True)
            raise

    def _answered(self, command: Command, context: Context) -> dict[str, Any]:
        answerer = registry.answerer(command.name)
        if command.is_async and registry.worker(command.name):
            return self._submit(command, context, answerer)
        if answerer is None:
            raise errors.not_simulated(command.name)
        content = answerer(context)
        self._note(command, context.caller, events.resource_of(context.params, content))
        return content

    def _submit(self, command: Command, context: Context, answerer: registry.Handler | None) -> dict[str, Any]:
        submitted = answerer(context) if answerer else Submitted(context.get("id"))
        state = events.CREATED if command.answers_id else events.SCHEDULED
        parent = self._note(command, context.caller, submitted.id, state=state)
        data = {**submitted.data, PARENT: parent} if parent else submitted.data
        job = self._simulator.jobs.submit(command.name, context.caller.user["id"], context.params, submitted.id, data)
        if command.answers_id:
            return {"id": submitted.answer_id or submitted.id, "jobid": job["id"]}
        return {"jobid": job["id"]}

    @staticmethod
    def _refuse_unknown(command: Command, raw: dict[str, Any]) -> None:
        names = params.unknown(command, raw)
        if names:
            raise errors.ApiError(
                errors.PARAM,
                f"Strict mode: {command.name} has no parameter {', '.join(names)}",
                errors.CS_INVALID_VALUE,
            )


def refusal(error: errors.ApiError, envelope: str) -> tuple[int, dict[str, Any]]:
    """Status and body of a refusal."""
    return error.code, {error.envelope or envelope: error.body()}


def _internal(name: str) -> Command:
    return Command(name, True, None, {}, name, name, None, False, name, None, False)
