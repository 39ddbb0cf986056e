"""Every info module works for tenants wherever their role has its list command, and says so where it has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cloudstack_simulator.surface import surface
from contract.catalogue import declared, load
from contract.tenants import acting_as, refused
from contract.world import Tasks


def readable() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The kinds that can be listed without naming anything, with what tells variants apart."""
    only = {name: kind for name, kind in load("registry").KINDS.items() if isinstance(kind, load("spec").Resource)}
    for name, resource in {**only, **declared()}.items():
        if not resource.info_needs and not resource.one_of:
            yield name, resource, {"type": name.split(".", 1)[1]} if "." in name else {}


@pytest.mark.parametrize(("account_type", "role"), [("user", "User"), ("domain_admin", "DomainAdmin")])
def test_what_a_role_may_list_is_read(tasks: Tasks, account_type: str, role: str) -> None:
    may = surface().allowed[role]
    read = 0
    with acting_as(tasks, "bob", account_type):
        for name, resource, asked in readable():
            tasks.simulator.clear_calls()
            if resource.list in may:
                tasks.info(name, asked)
                assert refused(tasks) == [], name
                read += 1
            else:
                with pytest.raises(load("errors").ApiError, match="allow it in the role") as caught:
                    tasks.info(name, asked)
                assert (caught.value.command, caught.value.code) == (resource.list, 432), name
    assert read > 40
