"""HTTP as both servers here speak it: a listener in a thread of its own, and what its handlers share."""

from __future__ import annotations

import ipaddress
import logging
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

LOG = logging.getLogger("cloudstack_simulator")
MAX_BODY = 64 * 1024 * 1024


def is_loopback(host: str) -> bool:
    """Whether an address to bind is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Listener:
    """A running HTTP server in a thread of its own; `with` it, or call `start` and `stop`.

    handler: the class that answers; host, port: where to listen, port 0 takes a free one; owner: what the handlers
    find as `self.server.owner`; tls: how to speak HTTPS instead.
    """

    def __init__(
        self, handler: type[Handler], host: str, port: int, owner: Any, tls: ssl.SSLContext | None = None
    ) -> None:
        self._http = _Http((host, port), handler)
        self._http.owner = owner
        self._http.tls = tls
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._http.server_address[1]

    @property
    def origin(self) -> str:
        """Scheme, address and port."""
        return f"http{'s' if self._http.tls else ''}://{self._http.server_address[0]!s}:{self.port}"

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Speak TLS; each connection shakes hands in its own thread."""
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)

    def start(self) -> Any:
        """Serve in the background; returns itself."""
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
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
        if self._thread:
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def __enter__(self) -> Any:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    owner: Any
    tls: ssl.SSLContext | None = None

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answer on a connection; with TLS, the handshake is made here, in the connection's own thread."""
        if self.tls is None:
            super().finish_request(request, client_address)
            return
        with self.tls.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is nothing to print; what went wrong otherwise goes to the log."""
        LOG.debug("a connection ended early", exc_info=True)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and POST by `route`, which a subclass has; everything else is refused."""

    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.1"
    server_version = "CloudStackSimulator"
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = 60
    server: _Http

    def route(self, body: bytes | None) -> None:
        """Answer a request; `body` is that of a POST."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Answer a GET."""
        self.route(None)

    def do_POST(self) -> None:
        """Read the body and answer; a length that is none, or too large a one, is refused."""
        given = self.headers.get("Content-Length", "0").strip()
        if self.headers.get("Transfer-Encoding") or not (given.isascii() and given.isdigit()):
            self.close_connection = True
            self.send(411, b"a body needs its length", "text/plain")
        elif len(given) > 12 or int(given) > MAX_BODY:
            self.close_connection = True
            self.send(413, b"the body is too large", "text/plain")
        else:
            self.route(self.rfile.read(int(given)))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, in one line, and close."""
        self.close_connection = True
        self.send(int(code), (message or "not a request").encode("utf-8", "replace"), "text/plain; charset=UTF-8")

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no access log: a request line may hold secrets."""

    def send(self, status: int, data: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        """Send a whole answer."""
        self.head(status, kind, len(data), headers or {})
        self.wfile.write(data)
        self.wfile.flush()

    def head(self, status: int, kind: str, length: int, headers: dict[str, str]) -> None:
        """Send status line and headers."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
