"""The API on HTTP: GET and POST /client/api."""

from __future__ import annotations

import json
import logging
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from . import answers_xml, errors
from .simulator import Dropped, Truncated
from .surface import surface
from .web import Handler, Listener

if TYPE_CHECKING:
    import ssl

    from .context import Caller
    from .simulator import Simulator

LOG = logging.getLogger("cloudstack_simulator")
API_PATH = "/client/api"


class Server(Listener):
    """A cloud's API on a port. With `signed` off every request counts as the admin's, as on the integration port."""

    def __init__(
        self, simulator: Simulator, host: str, port: int, *, signed: bool = True, tls: ssl.SSLContext | None = None
    ) -> None:
        super().__init__(_Api, host, port, self, tls)
        self.simulator = simulator
        self.signed = signed

    @property
    def url(self) -> str:
        """The endpoint that clients call."""
        return f"{self.origin}{API_PATH}"


class _Api(Handler):
    @property
    def _simulator(self) -> Simulator:
        return self.server.owner.simulator

    def route(self, body: bytes | None) -> None:
        """Answer an API request; what goes wrong inside the simulator is a CloudStack error too."""
        params: dict[str, str] = {}
        try:
            parts = urlsplit(self.path)
            if parts.path.rstrip("/") != API_PATH:
                self.send(404, b"not found", "text/plain")
                return
            params = dict(parse_qsl(parts.query, keep_blank_values=True))
            if body:
                params.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
            answer = self._answer(params.get("command", ""), params)
        except Dropped:
            self.close_connection = True
        except Truncated as cut:
            self._cut_short(cut, params)
        except Exception as error:
            LOG.exception("a request failed inside the simulator")
            self._simulator.defects.append(f"{params.get('command', '')}: {error!r}")
            refusal = errors.internal("A defect of the simulator")
            self._send(refusal.code, {"errorresponse": refusal.body()}, params, {})
        else:
            status, content, headers = answer
            self._send(status, content, params, headers)

    def _answer(self, command: str, params: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        simulator = self._simulator
        if command in ("login", "logout"):
            return self._session(command, params)
        try:
            with simulator.lock:
                caller = self._caller(params)
        except errors.ApiError as error:
            known = surface().commands.get(command)
            simulator.record(command, params, error.code)
            return error.code, {known.error_envelope if known else "errorresponse": error.body()}, {}
        return (*simulator.call(command, {k: v for k, v in params.items() if k != "command"}, caller), {})

    def _caller(self, params: dict[str, str]) -> Caller:
        if not self.server.owner.signed:
            return self._simulator.admin()
        return self._simulator.auth.caller(params, self._cookie())

    def _session(self, command: str, params: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        simulator = self._simulator
        if command == "login" and self.command != "POST":
            simulator.record(command, params, errors.NOT_ALLOWED)
            return errors.NOT_ALLOWED, errors.POST_TO_LOG_IN, {}
        with simulator.lock:
            if command == "logout":
                simulator.auth.log_out(self._cookie())
                status, content, headers = 200, {"description": "success"}, {}
            else:
                try:
                    content, cookie = simulator.auth.log_in(params)
                    status, headers = 200, {"Set-Cookie": f"JSESSIONID={cookie}; Path=/client; HttpOnly"}
                except errors.ApiError as error:
                    status, content, headers = error.code, error.body(), {}
        simulator.record(command, params, status)
        return status, {f"{command}response": content}, headers

    def _cookie(self) -> str | None:
        try:
            morsel = SimpleCookie(self.headers.get("Cookie", "")).get("JSESSIONID")
        except CookieError:
            return None
        return morsel.value if morsel else None

    def _cut_short(self, cut: Truncated, params: dict[str, str]) -> None:
        data, kind = _encode(cut.body, params)
        self.head(cut.status, kind, len(data), {})
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
        self.close_connection = True

    def _send(self, status: int, body: Any, params: dict[str, str], headers: dict[str, str]) -> None:
        if isinstance(body, str):
            self.send(status, body.encode(), "text/plain; charset=UTF-8", headers)
        else:
            self.send(status, *_encode(body, params), headers)


def _encode(body: dict[str, Any], params: dict[str, str]) -> tuple[bytes, str]:
    if params.get("response", "xml").lower() == "json":
        return json.dumps(body).encode(), "application/json; charset=UTF-8"
    return answers_xml.document(body).encode(), "text/xml; charset=UTF-8"
