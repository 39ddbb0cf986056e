# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""One connection to the API: signing by C(cs), pages, retries of what is safe to repeat, waiting for jobs."""

from __future__ import annotations

import os
import re
import sys
import time
import traceback
from typing import Any, Callable, Mapping

from . import jobs, transport
from .errors import ApiError, CloudError, OutcomeUnknown, Unreachable, Untrusted
from .settings import Settings
from .values import encode

CS_IMPORT_ERROR: str | None = None
# cs imports aiohttp where there is one, for a client that is not used here: it would take as long as all the rest.
LEFT_OUT = sys.modules.setdefault("aiohttp", None) is None  # type: ignore[arg-type]
try:
    import cs
    import requests
    from urllib3.exceptions import NewConnectionError
except ImportError:
    CS_IMPORT_ERROR = traceback.format_exc()
finally:
    if LEFT_OUT:
        del sys.modules["aiohttp"]

PAGE_SIZE = 500
"""The most items a page has; fewer where the server's setting default.page.size is lower."""

SMALLER_PAGES = re.compile(r"max allowed page size value: (\d{1,9})")
"""How a server with a lower setting refuses a page."""

MOST_ITEMS = 10_000_000
"""A list that is said to have more is none of a CloudStack API."""

UNPAGED = frozenset(
    {
        "listCAProviders",
        "listHostHAResources",
        "listNetworkPermissions",
        "listProjectRolePermissions",
        "listRolePermissions",
        "listSslCerts",
        "listUsageTypes",
        "listUserKeyRules",
        "quotaCreditsList",
        "quotaListEmailConfiguration",
    }
)
"""The list commands that take no page: they give all at once."""

READS = re.compile(r"(list|get|query|find|is|ready)(?![a-z])")
"""Command names whose first word is one of these change nothing and may be repeated."""

QUOTA_READS = re.compile(r"quota(\w+List|List\w+|\w*Statement|Balance|Summary|IsEnabled|ValidateActivationRule)$")
"""In the names of the quota service's commands another word comes first."""

RETRIES = 6
LIMITED_RETRIES = 40
"""How often a call is repeated that the server does not take because of its limit of calls in a time."""
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 15.0
LONGEST_WAIT = 120.0
"""Seconds that a server may tell to wait; what it says beyond is not believed."""

RETRY_STATUS = (429, 500, 502, 503, 504)

SLOW_COMMANDS: Mapping[str, int] = {
    "addHost": 900,
    "addCluster": 300,
    "addImageStore": 300,
    "addBaremetalHost": 900,
    "createNetwork": 300,
    "createPod": 300,
    "createStoragePool": 900,
    "createVlanIpRange": 300,
    "createZone": 120,
    "deleteHost": 600,
    "deleteImageStore": 300,
    "deleteStoragePool": 600,
    "enableStaticNat": 300,
    "updateStoragePool": 300,
}
"""Seconds that synchronous commands may take before their outcome counts as unknown."""

HINTS: Mapping[int, str] = {
    401: "Check api_key, api_secret and the clock of this machine; an unknown command gets the same answer.",
    432: "The role of this API key may not use the command: use another key, or allow it in the role.",
}
QUOTA_HINT = (
    "The quota service's commands are known once the setting quota.enable.service is true and the management servers "
    "have been started anew. If they are: check api_key, api_secret and the clock of this machine."
)


WRITES_ALL_THE_SAME = re.compile(r"getUploadParamsFor|getDiagnosticsData$")
"""These make what is to be uploaded, or an archive on secondary storage, whatever they are called."""


def is_read(command: str) -> bool:
    """Tell whether a command changes nothing, so that sending it twice does no harm."""
    reads = READS.match(command) or QUOTA_READS.match(command)
    return reads is not None and not WRITES_ALL_THE_SAME.match(command)


class Client:
    """Speaks to one API endpoint. Not safe for use by several threads at once; give each its own.

    :ivar last: the command that was sent last.
    :ivar page_size: how many items a page has; what the server allows, once it has refused more.
    """

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        if CS_IMPORT_ERROR:
            raise CloudError("the Python libraries cs and requests are needed: pip install cs requests")
        self.settings = settings
        self.sleep = sleep
        self.last = ""
        self.page_size = PAGE_SIZE
        self._http = transport.Session()
        self._cs = cs.CloudStack(
            endpoint=settings.url,
            key=settings.key,
            secret=settings.secret,
            method=settings.method,
            timeout=settings.timeout,
            session=self._http,
        )
        self._cs.verify = settings.verify
        if settings.warnings:
            transport.be_quiet_about_verification()

    def call(self, command: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send one command and return the content of its envelope.

        Reads are repeated after passing faults; writes only where nothing can have been done.

        :raises ApiError: the server refused.
        :raises Unreachable: no connection could be made.
        :raises Untrusted: who answers is not shown to be the server.
        :raises OutcomeUnknown: a write was sent and its answer lost.
        """
        self.last = command
        wire = encode(params or {})
        pause = FIRST_PAUSE
        left = {False: RETRIES, True: LIMITED_RETRIES}
        while True:
            try:
                return self._send(command, wire)
            except (Unreachable, OutcomeUnknown, _Busy) as error:
                may_repeat = is_read(command) or isinstance(error, (Unreachable, _Busy))
                limited = isinstance(error, _Busy) and error.limited
                if not left[limited] or not may_repeat:
                    raise (error.cause if isinstance(error, _Busy) else error) from None
                left[limited] -= 1
                pause = max(pause, error.seconds if isinstance(error, _Busy) else 0.0)
            self.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _send(self, command: str, wire: Mapping[str, str]) -> dict[str, Any]:
        self._cs.timeout = max(self.settings.timeout, SLOW_COMMANDS.get(command, 0))
        try:
            answer = self._ask(command, wire)
        except cs.CloudStackException as error:
            raise self._failure(command, error) from None
        except transport.Refused as error:
            raise ApiError(command, error.status, str(error)) from None
        except requests.exceptions.ConnectionError as error:
            raise self._no_answer(command, error) from None
        except requests.exceptions.RequestException:
            raise self._lost(command) from None
        return answer if isinstance(answer, dict) else {"value": answer}

    def _no_answer(self, command: str, error: Exception) -> CloudError:
        if isinstance(error, requests.exceptions.ConnectTimeout) or _never_connected(error):
            return Unreachable(f"no connection to {self.settings.url}: check api_url and the network.", command=command)
        why = transport.why_untrusted(error)
        return Untrusted(f"{self.settings.url}: {why}", command=command) if why else self._lost(command)

    def _ask(self, command: str, wire: Mapping[str, str]) -> Any:
        """Sign a request, send it and return the content of the answer's envelope."""
        return getattr(self._cs, command)(fetch_list=False, fetch_result=False, **wire)

    def not_understood(self, error: Exception) -> ApiError:
        """What to say of an answer whose data nothing can be done with. It shows none of them.

        :param error: what came of trying.
        """
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {os.path.basename(place.filename)}:{place.lineno}"
        text = f"its answer has another form than the API promises ({where}). Check api_url ({self.settings.url})."
        return ApiError(self.last, 200, text)

    def _lost(self, command: str) -> OutcomeUnknown:
        return OutcomeUnknown(
            f"{command} was sent to {self.settings.url}, but its answer did not arrive.", command=command
        )

    def _failure(self, command: str, error: Any) -> Exception:
        response = getattr(error, "response", None)
        status = getattr(response, "status_code", None)
        body = getattr(error, "error", None)
        if isinstance(body, dict) and "errortext" in body:
            code = body.get("errorcode") or status
            hint = QUOTA_HINT if (code, command[:5]) == (401, "quota") else HINTS.get(int(code or 0), "")
            failed = ApiError(command, code, str(body["errortext"]), body.get("cserrorcode"), hint=hint)
            limited = status == 429 or _limited(body)
            return _Busy(failed, limited, _told(response, body)) if limited or status == 503 else failed
        if status in RETRY_STATUS:
            if status == 429:
                return _Busy(ApiError(command, status, "too many requests"), True, _told(response, {}))
            return OutcomeUnknown(
                f"{command}: {self.settings.url} answered HTTP {status}.", command=command, code=status
            )
        if status == 200 and getattr(response, "text", "").lstrip().startswith("{"):
            return self._lost(command)
        text = f"HTTP {status}: the answer is none of a CloudStack API. Check api_url ({self.settings.url})."
        return ApiError(command, status, text)

    def page(
        self, command: str, params: Mapping[str, Any] | None = None, number: int = 1, items: str = ""
    ) -> tuple[list[dict[str, Any]], int]:
        """Read one page of a list; of a command that takes no page, everything.

        :param number: the first page is 1.
        :param items: the key the items stand under; the only key that is not the count by default.
        :returns: the items, and how many there are on all pages as the server counts.
        """
        answer = self.paged(command, params or {}, number)
        part = answer.get(items) if items else next((v for v in answer.values() if isinstance(v, list)), None)
        return self._rows(command, part or []), self._count(command, answer)

    def paged(self, command: str, params: Mapping[str, Any], number: int = 1) -> dict[str, Any]:
        """What a list command answers for one page, its items still under their key; see C(page)."""
        if command in UNPAGED:
            return self.call(command, params)
        while True:
            try:
                return self.call(command, {**params, "page": number, "pagesize": self.page_size})
            except ApiError as error:
                allowed = SMALLER_PAGES.search(error.errortext)
                if not allowed or not 0 < int(allowed.group(1)) < self.page_size:
                    raise
                self.page_size = int(allowed.group(1))

    def _rows(self, command: str, part: Any) -> list[dict[str, Any]]:
        if isinstance(part, list) and all(isinstance(row, dict) for row in part):
            return part
        raise ApiError(command, 200, f"a list of objects was expected. Check api_url ({self.settings.url}).")

    def _count(self, command: str, answer: Mapping[str, Any]) -> int:
        said = str(answer.get("count", 0))
        if said.isdigit() and int(said) <= MOST_ITEMS:
            return int(said)
        raise ApiError(command, 200, f"its count of items is not believable. Check api_url ({self.settings.url}).")

    def further(
        self, command: str, params: Mapping[str, Any] | None, items: str, shown: int, count: int
    ) -> list[dict[str, Any]]:
        """Read the pages of a list after the first.

        :param shown: how many items the first page has.
        :param count: how many there are as the server counts.
        """
        found: list[dict[str, Any]] = []
        last, number = shown, 1
        while not (command in UNPAGED or shown + len(found) >= count or last < self.page_size):
            number += 1
            part, count = self.page(command, params, number, items)
            found.extend(part)
            last = len(part)
        return found

    def _read(self, command: str, params: Mapping[str, Any] | None, items: str) -> tuple[list[dict[str, Any]], bool]:
        """All pages of a list, and whether something came or went while they were read."""
        part, count = self.page(command, params, 1, items)
        rows = [*part, *self.further(command, params, items, len(part), count)]
        several = self.page_size <= len(part) < count
        return rows, several and not count == len(rows) == _told_apart(rows)

    def list(self, command: str, params: Mapping[str, Any] | None = None, items: str = "") -> list[dict[str, Any]]:
        """Read a whole list, page by page until the server's count is reached; see C(page).

        What comes or goes meanwhile moves others from one page to another, so that they are read twice, or never. A
        list of several pages that shows other things than the server counts at first is therefore read once more.
        """
        rows, disturbed = self._read(command, params, items)
        return self._read(command, params, items)[0] if disturbed else rows

    def run(self, command: str, params: Mapping[str, Any] | None = None, wait: bool = True) -> dict[str, Any]:
        """Send a write; where it starts a job, wait for the job's end.

        :param wait: when false, return as soon as the job is accepted.
        :returns: the object of the answer, without its wrapping.
        :raises JobTimeout: the job did not end before the deadline (C(api_job_timeout) seconds).
        """
        answer = self.call(command, params)
        if "jobid" not in answer:
            return done(command, unwrap(answer))
        if not wait:
            return {key: value for key, value in answer.items() if key == "id"}
        result = done(command, unwrap(self.wait_for(command, str(answer["jobid"]))))
        return result or {key: value for key, value in answer.items() if key == "id"}

    def wait_for(self, command: str, jobid: str) -> Any:
        """Wait for the end of a job that a command started; see C(jobs.wait)."""
        return jobs.wait(self, command, jobid)


class _Busy(Exception):
    """The server refuses for now; what was asked was not done.

    :ivar limited: it does so because too much was asked in a time.
    :ivar seconds: how long it wants to be left alone, as far as it says.
    """

    def __init__(self, cause: ApiError, limited: bool, seconds: float) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.limited = limited
        self.seconds = seconds


def _never_connected(error: Exception) -> bool:
    """Tell whether no connection came about: nobody listens there, or the name of the host is not known."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(getattr(reason, "original_error", reason), NewConnectionError)


def _told_apart(rows: list[dict[str, Any]]) -> int:
    """How many rows there are, those that are there twice counted once."""
    return len({repr(row) if row.get("id") is None else f"{row['id']} {row.get('zoneid')}" for row in rows})


def _limited(body: Mapping[str, Any]) -> bool:
    return body.get("errorcode") == 429 or "API limit" in str(body.get("errortext", ""))


def _told(response: Any, body: Mapping[str, Any]) -> float:
    """The seconds to wait that an answer names, in its head or in its text; at most C(LONGEST_WAIT)."""
    head = str(getattr(response, "headers", {}).get("Retry-After", ""))
    text = re.search(r"retry after (\d{1,9}) ms", str(body.get("errortext", "")))
    seconds = float(head) if head.isdigit() else int(text.group(1)) / 1000 if text else 0.0
    return min(seconds, LONGEST_WAIT)


def done(command: str, answer: dict[str, Any]) -> dict[str, Any]:
    """What a command without a job answers, or a job that has ended well.

    :raises ApiError: it says itself that it did not succeed.
    """
    if answer.get("success") in (False, "false"):
        text = str(
            answer.get("details") or answer.get("displaytext") or "the server did not do it, and does not say why"
        )
        raise ApiError(command, 200, text)
    return answer


def unwrap(answer: Any) -> dict[str, Any]:
    """Return the object in an answer: wrapped under its kind, first of a list, or bare."""
    if not isinstance(answer, Mapping):
        return {}
    content = {key: value for key, value in answer.items() if key not in ("count", "jobid", "jobstatus")}
    if len(content) == 1:
        inner = next(iter(content.values()))
        if isinstance(inner, Mapping):
            return dict(inner)
        if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            return dict(inner[0])
    return content
