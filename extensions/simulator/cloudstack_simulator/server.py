"""The API on HTTP: GET and POST /client/api, and a control plane beside it under /simulator/."""

from __future__ import annotations

import ipaddress
import json
import threading
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit
from xml.sax.saxutils import escape

from . import errors
from .control import Control
from .simulator import Dropped, Truncated
from .surface import surface

if TYPE_CHECKING:
    from .simulator import Simulator

API_PATH = "/client/api"
CONTROL_PATH = "/simulator/"
MAX_BODY = 4 * 1024 * 1024


def is_loopback(host: str) -> bool:
    """Whether an address to bind is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Server:
    """A running HTTP server in a thread of its own; `with` it, or call `start` and `stop`."""

    def __init__(self, simulator: Simulator, host: str, port: int, *, control: bool = True) -> None:
        self.simulator = simulator
        self._http = _Http((host, port), _Handler)
        self._http.simulator = simulator
        self._http.control = Control(simulator) if control and is_loopback(host) else None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._http.server_address[1]

    @property
    def url(self) -> str:
        """The endpoint that clients call."""
        return f"http://{self._http.server_address[0]!s}:{self.port}{API_PATH}"

    def start(self) -> Server:
        """Serve in the background."""
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def run(self) -> None:
        """Serve in this thread until interrupted."""
        try:
            self._http.serve_forever()
        finally:
            self._http.server_close()

    def stop(self) -> None:
        """Stop serving and free the port."""
        self._http.shutdown()
        self._http.server_close()
        if self._thread:
            self._thread.join()

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    simulator: Simulator
    control: Control | None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "CloudStackSimulator"
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = 60
    server: _Http

    def do_GET(self) -> None:
        """Answer a GET."""
        self._route(None)

    def do_POST(self) -> None:
        """Answer a POST: its form is added to the query."""
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self._send(413, b"", "text/plain")
            self.close_connection = True
            return
        self._route(self.rfile.read(length))

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no access log: a request line may hold secrets."""

    def _route(self, body: bytes | None) -> None:
        parts = urlsplit(self.path)
        if self.server.control and parts.path.startswith(CONTROL_PATH):
            status, answer = self.server.control.answer(self.command, parts.path[len(CONTROL_PATH) :], body)
            self._send(status, json.dumps(answer).encode(), "application/json")
            return
        if parts.path.rstrip("/") != API_PATH:
            self._send(404, b"not found", "text/plain")
            return
        params = dict(parse_qsl(parts.query, keep_blank_values=True))
        if body:
            params.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        self._api(params)

    def _api(self, params: dict[str, str]) -> None:
        command = params.get("command", "")
        as_json = params.get("response", "xml").lower() == "json"
        try:
            status, body, headers = self._answer(command, params)
        except Dropped:
            self.close_connection = True
            return
        except Truncated as cut:
            self._cut_short(cut, as_json)
            return
        self._send_answer(status, body, as_json, headers)

    def _answer(self, command: str, params: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        simulator = self.server.simulator
        if command in ("login", "logout"):
            return self._session(command, params)
        try:
            with simulator.lock:
                caller = simulator.auth.caller(params, self._cookie())
        except errors.ApiError as error:
            known = surface().commands.get(command)
            simulator.record(command, params, error.code)
            return error.code, {known.error_envelope if known else "errorresponse": error.body()}, {}
        return (*simulator.call(command, {k: v for k, v in params.items() if k != "command"}, caller), {})

    def _session(self, command: str, params: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        simulator = self.server.simulator
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
        morsel = SimpleCookie(self.headers.get("Cookie", "")).get("JSESSIONID")
        return morsel.value if morsel else None

    def _cut_short(self, cut: Truncated, as_json: bool) -> None:
        data, kind = _encode(cut.body, as_json)
        self._head(cut.status, kind, len(data), {})
        self.wfile.write(data[: len(data) // 2])
        self.wfile.flush()
        self.close_connection = True

    def _send_answer(self, status: int, body: Any, as_json: bool, headers: dict[str, str]) -> None:
        if isinstance(body, str):
            self._send(status, body.encode(), "text/plain; charset=UTF-8", headers)
            return
        self._send(status, *_encode(body, as_json), headers)

    def _send(self, status: int, data: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self._head(status, kind, len(data), headers or {})
        self.wfile.write(data)
        self.wfile.flush()

    def _head(self, status: int, kind: str, length: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def _encode(body: dict[str, Any], as_json: bool) -> tuple[bytes, str]:
    if as_json:
        return json.dumps(body).encode(), "application/json; charset=UTF-8"
    name, content = next(iter(body.items()))
    text = f'<?xml version="1.0" encoding="UTF-8"?>{to_xml(name, content)}'
    return text.encode(), "text/xml; charset=UTF-8"


def to_xml(name: str, value: Any) -> str:
    """A JSON value as an XML element: dicts nest, lists repeat their element."""
    if isinstance(value, dict):
        return f"<{name}>{''.join(to_xml(key, part) for key, part in value.items())}</{name}>"
    if isinstance(value, list):
        return "".join(to_xml(name, part) for part in value)
    if isinstance(value, bool):
        return f"<{name}>{str(value).lower()}</{name}>"
    return f"<{name}>{escape(str(value))}</{name}>"
