# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Everything that can go wrong, as exceptions. Leaves raise; the edge (run.py) turns one into C(fail_json)."""

from __future__ import annotations

from typing import Any, Iterable, Mapping


class CloudError(Exception):
    """Base of all errors a user may see.

    :ivar failure: machine-readable facts (command, code, cserrorcode, errortext, jobid, option, candidates).
    """

    def __init__(self, message: str, **failure: Any) -> None:
        super().__init__(message)
        self.message = message
        self.failure = {key: value for key, value in failure.items() if value is not None}

    def placed(self, where: str) -> CloudError:
        """The same error, saying where in the options of a task it lies, such as C(rules[3])."""
        option = self.failure.get("option")
        self.message = f"{where}{': ' if option is None else '.'}{self.message}"
        self.args = (self.message,)
        if option is not None:
            self.failure["option"] = f"{where}.{option}"
        return self


class OptionError(CloudError):
    """An option has a value that cannot be used; the message names the option and what to do."""

    def __init__(self, option: str, message: str, **failure: Any) -> None:
        super().__init__(message, option=option, **failure)
        self.option = option


class NotFound(OptionError):
    """A name or an id that should exist does not."""

    def __init__(self, option: str, kind: str, value: Any, where: str = "") -> None:
        place = f" in {where}" if where else ""
        super().__init__(
            option,
            f"{option}: there is no {kind} '{value}'{place}. Check the spelling, create it first, or give its id.",
            value=value,
        )


class Ambiguous(OptionError):
    """A name stands for several things; the message lists them.

    :ivar may_pass: they may be the work of runs that are just agreeing on one of them.
    """

    def __init__(
        self, option: str, kind: str, value: Any, candidates: Iterable[Mapping[str, Any]], may_pass: bool = False
    ) -> None:
        self.may_pass = may_pass
        found = [dict(candidate) for candidate in candidates]
        listed = "; ".join(", ".join(f"{key} {text}" for key, text in one.items()) for one in found)
        super().__init__(
            option,
            f"{option}: {len(found)} {kind}s answer to '{value}': {listed}. Give the id of the one that is meant.",
            value=value,
            candidates=found,
        )


class FixedField(OptionError):
    """A field that CloudStack only takes at creation differs from what is wanted."""

    def __init__(self, option: str, kind: str, name: str, current: Any, wanted: Any) -> None:
        super().__init__(
            option,
            f"{option}: the {kind} '{name}' has '{current}' and '{wanted}' is wanted, but CloudStack sets it only when "
            f"the {kind} is created. Keep '{current}', or remove the {kind} and create it anew.",
            current=current,
            wanted=wanted,
        )


class ApiError(CloudError):
    """The API answered with an error."""

    def __init__(
        self,
        command: str,
        code: int | None,
        errortext: str,
        cserrorcode: int | None = None,
        jobid: str | None = None,
        hint: str = "",
    ) -> None:
        what = f"{command} failed" if jobid is None else f"the job of {command} failed"
        advice = f" {hint}" if hint else ""
        super().__init__(
            f"{what}: {errortext}{advice}",
            command=command,
            code=code,
            cserrorcode=cserrorcode,
            errortext=errortext,
            jobid=jobid,
        )
        self.command = command
        self.code = code
        self.errortext = errortext

    @property
    def says_no_such_entity(self) -> bool:
        """True when the server refused an id because nothing has it."""
        return self.code == 431 and "entity does not exist" in self.errortext

    @property
    def says_not_allowed(self) -> bool:
        """True when the caller's role may not use the command (HTTP 432)."""
        return self.code == 432


class Unreachable(CloudError):
    """No connection could be made, so nothing was sent."""


class Untrusted(CloudError):
    """Who answers is not shown to be the server, so nothing was sent; trying again does not help."""


class OutcomeUnknown(CloudError):
    """The request was sent, but no usable answer came back: the work may or may not have been done."""


class JobTimeout(CloudError):
    """A job did not end before the deadline."""
