"""Object storage pools and the buckets in them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import pick, tags_of
from ..store import Record

POOL = "objectstore"
BUCKET = "bucket"
GIB = 1024**3
KEYS = {"accesskey": "accesskey", "usersecretkey": "secretkey"}


def _pool_view(ctx: Context, pool: Record) -> dict[str, Any]:
    quota = sum(bucket["quota"] for bucket in ctx.store.where(BUCKET, objectstorageid=pool["id"]))
    return {
        **pick(pool, "id", "name", "url", "providername"),
        "storageallocated": quota * GIB,
        "storageused": 0,
    }


@command("addObjectStoragePool")
def add_pool(ctx: Context) -> dict[str, Any]:
    """Add a store; its URL is its own."""
    if ctx.store.first(POOL, url=ctx.params["url"]):
        raise errors.internal(f"The object store with url {ctx.params['url']} already exists")
    if ctx.store.first(POOL, name=ctx.params["name"]):
        raise errors.internal(f"The object store with name {ctx.params['name']} already exists")
    pool = ctx.store.add(POOL, {**ctx.given("name", "url"), "providername": ctx.params["provider"]})
    return {"objectstore": pick(pool, "id", "name", "providername")}


@command("updateObjectStoragePool")
def update_pool(ctx: Context) -> dict[str, Any]:
    """Change a store's name or URL."""
    pool = ctx.record(POOL)
    pool.update(ctx.given("name", "url"))
    return {"objectstore": _pool_view(ctx, pool)}


@command("deleteObjectStoragePool")
def delete_pool(ctx: Context) -> dict[str, Any]:
    """Remove a store without buckets."""
    pool = ctx.record(POOL)
    if ctx.store.first(BUCKET, objectstorageid=pool["id"]):
        raise errors.internal(f"Cannot delete object store with buckets: {pool['name']}")
    ctx.store.remove(POOL, pool["id"])
    return {"success": True}


@command("listObjectStoragePools")
def list_pools(ctx: Context) -> dict[str, Any]:
    """List the stores."""
    return ctx.list(ctx.store.all(POOL), lambda pool: _pool_view(ctx, pool), ("providername",))


def _bucket_view(ctx: Context, bucket: Record, *, made: bool) -> dict[str, Any]:
    """A bucket; the answer of its creation has neither URL nor keys."""
    pool = ctx.store.need(POOL, bucket["objectstorageid"])
    return {
        **pick(bucket, "id", "name", "created", "account", "projectid", "project"),
        "objectstorageid": pool["id"],
        "objectstore": pool["name"],
        "size": 0,
        **pick(bucket, "state", "quota", "encryption", "versioning", "objectlocking", "policy"),
        **({"url": f"{pool['url']}/{bucket['name']}", **KEYS} if made else {}),
        "provider": pool["providername"],
        "tags": tags_of(ctx.store, bucket["id"]),
    }


@command("createBucket")
def create(ctx: Context) -> Submitted:
    """Make a bucket."""
    pool = ctx.record(POOL, "objectstorageid")
    if ctx.store.first(BUCKET, name=ctx.params["name"], objectstorageid=pool["id"]):
        raise errors.invalid(f"A bucket with the name {ctx.params['name']} exists in the object store {pool['name']}")
    record = {
        **ctx.given("name", "policy"),
        "objectstorageid": pool["id"],
        "created": ctx.now(),
        **owners.stamp(ctx.owner()),
        "state": "Created",
        "quota": ctx.get("quota", 0),
        "encryption": ctx.get("encryption", False),
        "versioning": ctx.get("versioning", False),
        "objectlocking": ctx.get("objectlocking", False),
    }
    return Submitted(ctx.store.add(BUCKET, record)["id"])


@job("createBucket")
def created(ctx: Context) -> dict[str, Any]:
    """Show the bucket."""
    return {"bucket": _bucket_view(ctx, ctx.store.need(BUCKET, ctx.instance), made=False)}


@command("updateBucket")
def update(ctx: Context) -> dict[str, Any]:
    """Change a bucket's quota and protection."""
    bucket = ctx.record(BUCKET)
    bucket.update(ctx.given("quota", "encryption", "versioning", "policy"))
    return {"success": True}


@command("deleteBucket")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a bucket."""
    ctx.store.remove(BUCKET, ctx.record(BUCKET)["id"])
    return {"success": True}


@command("listBuckets")
def list_buckets(ctx: Context) -> dict[str, Any]:
    """List buckets."""
    found = ctx.owned(ctx.store.all(BUCKET))
    return ctx.list(found, lambda bucket: _bucket_view(ctx, bucket, made=True), ("objectstorageid",))
