"""How much of each counted resource an account, a project or a domain may have."""

from __future__ import annotations

from dataclasses import dataclass

from ..store import Record, Store
from .settings import setting

KIND = "resourcelimit"
UNLIMITED = -1
TAGGED = {
    "resource.limit.host.tags": ("vm", "cpu", "memory", "gpu"),
    "resource.limit.storage.tags": ("volume", "primarystorage"),
}
"""The settings with the tags for which there are limits of their own, each with what they count."""


@dataclass(frozen=True)
class Resource:
    """A counted resource: its number, its name, its word in counters, and the end of its settings' names."""

    number: int
    name: str
    word: str
    setting: str


RESOURCES = (
    Resource(0, "user_vm", "vm", "user.vms"),
    Resource(1, "public_ip", "ip", "public.ips"),
    Resource(2, "volume", "volume", "volumes"),
    Resource(3, "snapshot", "snapshot", "snapshots"),
    Resource(4, "template", "template", "templates"),
    Resource(5, "project", "project", "projects"),
    Resource(6, "network", "network", "networks"),
    Resource(7, "vpc", "vpc", "vpcs"),
    Resource(8, "cpu", "cpu", "cpus"),
    Resource(9, "memory", "memory", "memory"),
    Resource(10, "primary_storage", "primarystorage", "primary.storage"),
    Resource(11, "secondary_storage", "secondarystorage", "secondary.storage"),
    Resource(12, "backup", "backup", "backups"),
    Resource(13, "backup_storage", "backupstorage", "backup.storage"),
    Resource(14, "bucket", "bucket", "buckets"),
    Resource(15, "object_storage", "objectstorage", "object.storage"),
    Resource(16, "gpu", "gpu", "gpus"),
)


def is_root_admin(store: Store, account: Record) -> bool:
    """Tell whether an account is one of those that have no limits."""
    return not account.get("_project") and bool(store.need("role", account["roleid"])["type"] == "Admin")


def of_account(store: Store, account: Record, resource: Resource, tag: str = "") -> int:
    """The limit of an account, which may be a project's own; -1 for none. Root administrators have none.

    For a tag, it is the one without as long as none was set.
    """
    if is_root_admin(store, account):
        return UNLIMITED
    held = _held(store, account["id"], resource, tag)
    if held is not None:
        return held
    if account.get("_project"):
        return _default(store, "project", resource)
    return of_account(store, account, resource) if tag else _default(store, "account", resource)


def of_domain(store: Store, domain: Record, resource: Resource, tag: str = "") -> int:
    """The limit of a domain with all below it; -1 for none, as long as none was set.

    For a tag, it is the one without as long as none was set.
    """
    held = _held(store, domain["id"], resource, tag)
    if held is None and tag:
        return of_domain(store, domain, resource)
    return UNLIMITED if held is None else held


def put(store: Store, owner_id: str, resource: Resource, most: int, tag: str = "") -> None:
    """Set the limit of an account or a domain."""
    held = store.first(KIND, ownerid=owner_id, resource=resource.number, tag=tag)
    if held is None:
        held = store.add(KIND, {"ownerid": owner_id, "resource": resource.number, "tag": tag})
    held["max"] = most


def takes_tags(resource: Resource) -> bool:
    """Tell whether there may be limits of a resource for tags."""
    return any(resource.word in words for words in TAGGED.values())


def tags(store: Store, resource: Resource) -> list[str]:
    """The tags for which there are limits of a resource, as the settings name them."""
    found = []
    for name, words in TAGGED.items():
        if resource.word in words:
            found += [tag.strip() for tag in setting(store, name).split(",")]
    return sorted({tag for tag in found if tag})


def forget(store: Store, owner_id: str) -> None:
    """Remove the limits of an account or a domain that is gone."""
    for held in store.where(KIND, ownerid=owner_id):
        store.remove(KIND, held["id"])


def _held(store: Store, owner_id: str, resource: Resource, tag: str) -> int | None:
    held = store.first(KIND, ownerid=owner_id, resource=resource.number, tag=tag)
    return None if held is None else held["max"]


def _default(store: Store, scope: str, resource: Resource) -> int:
    return int(setting(store, f"max.{scope}.{resource.setting}") or UNLIMITED)
