"""What a noun's function is given: the request, its caller and the cloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import errors, listing, permission
from .params import is_whole
from .shape import date
from .store import Record, Records, Store
from .surface import Command, is_write

if TYPE_CHECKING:
    from .jobs import Jobs
    from .simulator import Simulator


@dataclass(frozen=True)
class Caller:
    """Who calls: records of the user, the account, its domain and its role; `rules` narrow the keys that were used."""

    user: Record
    account: Record
    domain: Record
    role: Record
    rules: tuple[Record, ...] = ()

    @property
    def role_type(self) -> str:
        """Admin, ResourceAdmin, DomainAdmin or User."""
        return self.role["type"]

    @property
    def is_admin(self) -> bool:
        """A root administrator."""
        return self.role_type == "Admin"


@dataclass(frozen=True)
class Owner:
    """Whose a new thing is: an account (a project has one of its own) in a domain."""

    account: Record
    domain: Record
    project: Record | None = None

    def fields(self) -> dict[str, Any]:
        """The owner fields of an answer: account or project, and the domain."""
        if self.project is not None:
            who = {"projectid": self.project["id"], "project": self.project["name"]}
        else:
            who = {"account": self.account["name"]}
        return {
            **who,
            "domainid": self.domain["id"],
            "domain": self.domain["name"],
            "domainpath": self.domain["path"],
        }


@dataclass
class Context:
    """One request (or the end of one job): typed `params`, the `caller`, the `store`, and what helps to answer."""

    simulator: Simulator
    command: Command
    params: dict[str, Any]
    caller: Caller
    instance: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    job_id: str | None = None

    @property
    def store(self) -> Store:
        """The cloud's records."""
        return self.simulator.store

    @property
    def jobs(self) -> Jobs:
        """The cloud's jobs."""
        return self.simulator.jobs

    def get(self, name: str, default: Any = None) -> Any:
        """A typed parameter by lower-case name, or the default when it was not given."""
        return self.params.get(name, default)

    def given(self, *names: str) -> dict[str, Any]:
        """Those of the named parameters that were given."""
        return {name: self.params[name] for name in names if name in self.params}

    def now(self) -> str:
        """The present instant as the API writes it."""
        return date(self.simulator.clock())

    def record(self, kind: str, param: str = "id") -> Record:
        """The record that an id parameter names; the recorded error when it is of another kind or of nothing."""
        record = self.maybe(kind, param)
        if record is None:
            raise errors.bad_value(self.command.word, param, str(self.params.get(param)))
        return record

    def maybe(self, kind: str, param: str = "id") -> Record | None:
        """As `record`, but None when the parameter was not given; an id of nothing is still an error."""
        if param not in self.params:
            return None
        record = self.store.get(kind, self.params[param])
        if record is None:
            value = str(self.params[param])
            if is_whole(value):
                record = self.store.by_number(kind, int(value))
            if record is None:
                raise errors.bad_value(self.command.word, param, value)
        return permission.check(self, record)

    def records(self, kind: str, param: str) -> Records:
        """The records that a list of ids names; the recorded error for an id of nothing."""
        found = []
        for value in self.params.get(param, ()):
            record = self.store.get(kind, value)
            if record is None:
                raise errors.bad_value(self.command.word, param, value)
            found.append(permission.check(self, record))
        return found

    def list(
        self,
        records: Records,
        view: Callable[[Record], dict[str, Any]],
        fields: tuple[str, ...] = (),
        key: str | None = None,
        name: str = "name",
        shown: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """The answer of a list command: see `listing.answer`."""
        return listing.answer(self, records, view, fields, key, name, shown)

    def owned(self, records: Records) -> Records:
        """Those records that the caller asked for and may see: see `listing.owned`."""
        return listing.owned(self, records)

    def _refuse_half_an_owner(self) -> None:
        if not is_write(self.command.name) or "account" not in self.params:
            return
        if "domainid" not in self.params:
            raise errors.invalid("AccountName and domainId must be specified together")
        if "projectid" in self.params:
            raise errors.invalid("ProjectId and account/domainId can't be specified together")

    def owner(self) -> Owner:
        """Whose a new thing shall be: `projectid`, or `account` with `domainid`, or the caller."""
        self._refuse_half_an_owner()
        if "projectid" in self.params:
            project = self.record("project", "projectid")
            if project["state"] != "Active" and is_write(self.command.name):
                raise permission.inactive(project)
            return Owner(
                self.store.need("account", project["_accountid"]),
                self.store.need("domain", project["domainid"]),
                project,
            )
        if "account" in self.params and "domainid" in self.params:
            domain = self.record("domain", "domainid")
            account = self.store.first("account", name=self.params["account"], domainid=domain["id"])
            if account is None:
                raise errors.invalid(f"Unable to find account {self.params['account']} in domain {domain['id']}")
            return Owner(permission.check_account(self, account), domain)
        return Owner(self.caller.account, self.caller.domain)
