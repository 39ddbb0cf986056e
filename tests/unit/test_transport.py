"""The head of an answer: what is sent on to another place is refused, and nothing else is."""

from __future__ import annotations

import pytest
import requests
from contract.catalogue import load


def answer(status: int, **headers: str) -> requests.Response:
    found = requests.Response()
    found.status_code = status
    found.url = "https://cloud.example.com/client/api"
    found.headers.update(headers)
    return found


@pytest.mark.parametrize(("status", "headers"), [(200, {}), (200, {"Location": "/elsewhere"}), (304, {})])
def test_what_leads_nowhere_is_taken(status: int, headers: dict[str, str]) -> None:
    load("transport")._accept(answer(status, **headers))


@pytest.mark.parametrize("status", [300, 302, 399])
def test_what_leads_elsewhere_is_refused_with_the_place(status: int) -> None:
    transport = load("transport")
    with pytest.raises(transport.Refused, match=r"sends on to https://cloud\.example\.com/elsewhere\. "):
        transport._accept(answer(status, Location="/elsewhere?apikey=abc"))
