# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The HTTP session of a client: what it refuses to follow and to swallow."""

from __future__ import annotations

import ssl
import time
import warnings
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    import requests
    from requests import Session as HTTPSession
    from requests.adapters import HTTPAdapter
else:
    try:
        from requests import Session as HTTPSession
        from requests.adapters import HTTPAdapter
    except ImportError:
        HTTPSession = object  # client.py tells what is missing

NO_TLS = ("WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "UNSUPPORTED_PROTOCOL")
"""What the TLS library calls the answer of a server that speaks none."""

NO_AUTHORITY = ("NO_CERTIFICATE_OR_CRL_FOUND", "NO_START_LINE", "PEM")
"""What it calls a file without the certificate of an authority."""

LARGEST_ANSWER = 256 * 1024 * 1024
"""Bytes that an answer may have, unpacked. A page of 500 instances has less than 4 MiB."""

LONGEST_ANSWER = 600
"""Seconds in which an answer that has begun must end; C(api_timeout) is how long nothing at all may come."""

PIECE = 64 * 1024
"""Bytes that are read at a time; packed, they may stand for a thousand times as many."""


class Refused(Exception):
    """An answer that is not read any further. The message tells what it was, and never a query, for that is signed."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Session(HTTPSession):
    """A session for one API endpoint, by way of the proxy that the environment names."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = True
        for scheme in ("http://", "https://"):
            self.mount(scheme, HTTPAdapter(pool_connections=1, pool_maxsize=4, max_retries=0))

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send a request and read its answer, as far as it can be one.

        :raises Refused: the answer leads elsewhere, is larger than an answer can be, or does not end.
        """
        response = super().send(request, **{**options, "allow_redirects": False, "stream": True})
        _accept(response)
        response._content = _body(response)
        return response


def _accept(response: requests.Response) -> None:
    target = response.headers.get("Location")
    if target is not None and 300 <= response.status_code < 400:
        parts = urlsplit(urljoin(str(response.url), target))
        where = f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}{parts.path}"
        raise Refused(
            response.status_code,
            f"HTTP {response.status_code}: the server sends on to {where}. Credentials are not sent on: "
            "set api_url to the address of the API itself.",
        )
    size = response.headers.get("Content-Length", "")
    if size.isdigit() and int(size) > LARGEST_ANSWER:
        raise _too_large(response, f"an answer of {int(size) // 1024**2} MiB")


def _body(response: requests.Response) -> bytes:
    """The answer, unpacked; of one that does not say how large it is, no more than an answer can have."""
    begun, size, parts = time.monotonic(), 0, []
    for part in response.iter_content(PIECE):
        size += len(part)
        parts.append(part)
        if size > LARGEST_ANSWER:
            raise _too_large(response, f"an answer of more than {LARGEST_ANSWER // 1024**2} MiB")
        if time.monotonic() - begun > LONGEST_ANSWER:
            raise _too_large(response, f"an answer that does not end within {LONGEST_ANSWER} seconds")
    return b"".join(parts)


def _too_large(response: requests.Response, what: str) -> Refused:
    response.close()
    status = response.status_code
    return Refused(status, f"HTTP {status}: {what} is none of a CloudStack API. Check api_url.")


def be_quiet_about_verification() -> None:
    """Let the warning of C(Settings.warnings) be the only one: Ansible takes urllib3's own, on stderr, for a fault."""
    warnings.filterwarnings("ignore", message="Unverified HTTPS request")


def why_untrusted(error: Exception) -> str:
    """Why no TLS connection came about, before anything was sent, and what to do; empty where that is not what failed.

    :param error: what the session raised.
    """
    reason = getattr(error.args[0], "reason", None) if error.args else None
    cause = next((one for one in getattr(reason, "args", ()) if isinstance(one, ssl.SSLError)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"its certificate is not accepted ({cause.verify_message.rstrip('.')}). Give api_verify_ssl_cert the file "
            "of the authority that signed it, and api_url the name that it is made out to. validate_certs=false does "
            "without, and then anybody on the way can pass for the server."
        )
    name = str(getattr(cause, "reason", ""))
    if name in NO_TLS:
        return "it does not speak TLS. Ought api_url to begin with http://, or to have another port?"
    return "the file of api_verify_ssl_cert holds no certificate of an authority." if name in NO_AUTHORITY else ""
