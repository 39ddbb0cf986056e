"""Callers in the test world who are no root administrators, and what they were refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from contract.catalogue import load
from contract.samples.tenants import PERSON, TENANTS
from contract.world import Tasks


@contextmanager
def acting_as(tasks: Tasks, name: str, account_type: str = "user", domain: str = TENANTS["domain"]) -> Iterator[None]:
    """Run tasks with the keys of a new user in an account of the same name."""
    account = {**PERSON, "domain": domain, "name": name, "username": name, "account_type": account_type}
    tasks.run("account", account)
    keys = tasks.run("user", {"username": name, "domain": domain, "keys_registered": True})
    own = tasks.client
    settings = load("settings").Settings(own.settings.url, keys["user_api_key"], keys["user_api_secret"])
    tasks.client = load("client").Client(settings, sleep=lambda seconds: None)
    tasks.simulator.clear_calls()
    try:
        yield
    finally:
        tasks.client = own


def refused(tasks: Tasks) -> list[str]:
    """The commands that the caller's role does not allow."""
    return [call.command for call in tasks.simulator.calls if call.status in (401, 432)]


def stripped(result: dict[str, Any], *names: str) -> dict[str, Any]:
    """A result without some of its keys."""
    return {key: value for key, value in result.items() if key not in names}
