# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The HTTP session of a client: what it refuses to follow and to swallow."""

from __future__ import annotations

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

LARGEST_ANSWER = 256 * 1024 * 1024
"""Bytes that an answer may say it has. A page of 500 instances has less than 4 MiB."""


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
        """Send a request and look at the head of the answer; its body is read when it is asked for.

        :raises Refused: the answer leads elsewhere, or is larger than an answer can be.
        """
        response = super().send(request, **{**options, "allow_redirects": False, "stream": True})
        _accept(response)
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
        response.close()
        raise Refused(
            response.status_code,
            f"HTTP {response.status_code}: an answer of {int(size) // 1024**2} MiB is none of a CloudStack API. "
            "Check api_url.",
        )
