"""What roles allow: rules in their order, or the recorded lists for the roles that a cloud comes with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from ..context import Caller
from ..store import Record, Store
from ..surface import is_write, surface

PERMISSION = "rolepermission"
ALWAYS = frozenset({"listApis", "logout", "queryAsyncJobResult"})
READING = "Read-Only"


def rules(store: Store, role: Record) -> list[Record]:
    """The rules of a role that was made here, in the order in which they are asked."""
    return sorted(store.where(PERMISSION, roleid=role["id"]), key=lambda rule: rule["_order"])


def permits(store: Store, caller: Caller, command: str) -> bool:
    """Whether a caller's role, and the rules of the keys that were used, allow a command."""
    return allows(store, caller.role, command) and (not caller.rules or _decide(caller.rules, command))


def allows(store: Store, role: Record, command: str) -> bool:
    """Whether a role allows a command: the first rule that fits decides, and what none fits is denied.

    The roles that a cloud comes with allow what was recorded of their type; the read-only ones only reading.
    """
    if role["state"] != "enabled":
        return False
    if role.get("isdefault"):
        return surface().may_call(role["type"], command) and not (_reads_only(role) and is_write(command))
    if command in ALWAYS:
        return True
    return _decide(rules(store, role), command)


def _decide(asked: Iterable[Record], command: str) -> bool:
    for rule in asked:
        if fnmatchcase(command.lower(), rule.get("rule", "").lower()):
            return bool(rule.get("permission", "").lower() == "allow")
    return False


def allowed_rules(role: Record) -> Iterator[str]:
    """The rules that a role of the cloud's own stands for, all of them allowing."""
    if role["type"] == "Admin" and not _reads_only(role):
        yield "*"
        return
    for command in sorted(surface().commands):
        if surface().may_call(role["type"], command) and not (_reads_only(role) and is_write(command)):
            yield command


def _reads_only(role: Record) -> bool:
    return bool(role["name"].startswith(READING))
