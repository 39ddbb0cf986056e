"""Signed requests, as a client sends them."""

from __future__ import annotations

import time
from typing import Any

import requests

from cloudstack_simulator.auth import expires_in as validity
from cloudstack_simulator.auth import sign

ZONE = {"dns1": "192.0.2.1", "internaldns1": "192.0.2.2", "networktype": "Advanced"}


def call(url: str, command: str, expires_in: float | None = None, **params: Any) -> requests.Response:
    """Call the API with the key `key` and the secret `secret`; `expires_in` seconds bounds the signature's validity."""
    query = {"command": command, "apikey": "key", "response": "json", **params}
    if expires_in is not None:
        query["expires"] = validity(expires_in, time.time())
    return requests.post(url, data={**query, "signature": sign(query, "secret")}, timeout=30)
