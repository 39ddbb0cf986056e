"""Gives the tests out to the workers of pytest-xdist, so that what is dear to build is built by one worker alone."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

from helpers.told import file_of

PLAYBOOKS = "tests/playbooks"
SHARING = tuple(
    f"{PLAYBOOKS}/test_{name}.py"
    for name in (
        "cloud",
        "database_backup",
        "database_role",
        "instances_fleet",
        "kvm_host_role",
        "kvm_host_trials",
        "management_server_role",
        "module_examples",
        "new_resource",
        "nfs_server_role",
    )
)
"""Files whose tests share servers, packages or a run of all examples, through a fixture for the whole file."""


def share(nodeid: str) -> str:
    """What a test is given out with: its file where that shares something, else nothing but the test."""
    file = file_of(nodeid)
    return file if file in SHARING else nodeid


class Shares(LoadScopeScheduling):
    """Gives out shares of the tests, the largest first, to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid)
