"""Tags and annotations on things."""

from __future__ import annotations

from ..store import Store


def annotated(store: Store, entity_id: str) -> bool:
    """Whether anyone left an annotation on a thing."""
    return store.first("annotation", entityid=entity_id) is not None


def has_tags(store: Store, resource_id: str, wanted: list[dict[str, str]]) -> bool:
    """Whether a thing carries one of the wanted tags (a `tags` filter joins its pairs with "or")."""
    held = {(tag["key"], tag["value"]) for tag in store.where("tag", resourceid=resource_id)}
    return any((pair.get("key"), pair.get("value")) in held for pair in wanted)


def forget(store: Store, resource_id: str) -> None:
    """Remove the tags and annotations of a thing that is gone."""
    for kind, field in (("tag", "resourceid"), ("annotation", "entityid")):
        for record in store.where(kind, **{field: resource_id}):
            store.remove(kind, record["id"])
