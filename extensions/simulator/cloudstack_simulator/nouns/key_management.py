"""Profiles of key stores, and keys in them. The simulated cloud encrypts nothing."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import owners
from ..registry import Submitted, command, job
from ..shape import as_dict, compact, pick
from ..store import Record

PROFILE = "hsmprofile"
KEY = "kmskey"
PROTOCOLS = ("database", "pkcs11")
SIZES = (128, 192, 256)


def _profile_view(ctx: Context, profile: Record) -> dict[str, Any]:
    zone = ctx.store.get("zone", profile.get("zoneid"))
    return {
        **pick(profile, "id", "name", "protocol", "vendorname"),
        **compact(zoneid=zone and zone["id"], zonename=zone and zone["name"]),
        **owners.of(profile),
        **pick(profile, "enabled", "ispublic", "created"),
        "details": profile["_details"],
    }


@command("createHSMProfile")
def create_profile(ctx: Context) -> dict[str, Any]:
    """Make a key store known."""
    protocol = ctx.get("protocol", "pkcs11").lower()
    if protocol not in PROTOCOLS:
        raise errors.invalid(f"Invalid protocol {ctx.params['protocol']}: {' or '.join(PROTOCOLS)}")
    record = {
        **ctx.given("name", "vendorname", "zoneid"),
        "protocol": protocol,
        **owners.stamp(ctx.owner()),
        "enabled": True,
        "ispublic": ctx.get("ispublic", False),
        "created": ctx.now(),
        "_details": as_dict(ctx.get("details")),
    }
    return {PROFILE: _profile_view(ctx, ctx.store.add(PROFILE, record))}


@command("updateHSMProfile")
def update_profile(ctx: Context) -> dict[str, Any]:
    """Change a key store's name, and whether it may be used."""
    profile = ctx.record(PROFILE)
    profile.update(ctx.given("name", "enabled"))
    return {PROFILE: _profile_view(ctx, profile)}


@command("deleteHSMProfile")
def delete_profile(ctx: Context) -> dict[str, Any]:
    """Forget a key store that holds no key."""
    profile = ctx.record(PROFILE)
    if ctx.store.first(KEY, hsmprofileid=profile["id"]):
        raise errors.invalid(f"The HSM profile {profile['name']} holds keys")
    ctx.store.remove(PROFILE, profile["id"])
    return {"success": True}


@command("listHSMProfiles")
def list_profiles(ctx: Context) -> dict[str, Any]:
    """List the key stores."""
    found = ctx.owned(ctx.store.all(PROFILE))
    fields = ("zoneid", "protocol", "enabled", "ispublic")
    return ctx.list(found, lambda profile: _profile_view(ctx, profile), fields, key=PROFILE)


def _key_view(ctx: Context, key: Record) -> dict[str, Any]:
    zone, profile = ctx.store.need("zone", key["zoneid"]), ctx.store.need(PROFILE, key["hsmprofileid"])
    return {
        **pick(key, "id", "name", "description"),
        **owners.of(key),
        "zoneid": zone["id"],
        "zonename": zone["name"],
        "hsmprofileid": profile["id"],
        "hsmprofile": profile["name"],
        "algorithm": "AES/GCM/NoPadding",
        **pick(key, "keybits", "version", "enabled", "created"),
        "keklabel": f"volume-kek-{key['_label']}-{key['id'].replace('-', '')}-v{key['version']}",
    }


def _bits(ctx: Context, default: int) -> int:
    bits = ctx.get("keybits", default)
    if bits not in SIZES:
        raise errors.invalid(f"Invalid keybits {bits}: {', '.join(map(str, SIZES))}")
    return bits


@command("createKMSKey")
def create_key(ctx: Context) -> dict[str, Any]:
    """Have a key store make a key."""
    zone, profile, owner = ctx.record("zone", "zoneid"), ctx.record(PROFILE, "hsmprofileid"), ctx.owner()
    if not profile["enabled"]:
        raise errors.invalid(f"The HSM profile {profile['name']} is disabled")
    record = {
        **ctx.given("name", "description"),
        "zoneid": zone["id"],
        "hsmprofileid": profile["id"],
        **owners.stamp(owner),
        "keybits": _bits(ctx, 256),
        "version": 1,
        "enabled": True,
        "created": ctx.now(),
        "_label": f"{owner.domain['_number']}-{owner.account['_number']}",
    }
    return {KEY: _key_view(ctx, ctx.store.add(KEY, record))}


@command("updateKMSKey")
def update_key(ctx: Context) -> dict[str, Any]:
    """Change a key's texts, and whether it may be used."""
    key = ctx.record(KEY)
    key.update(ctx.given("name", "description", "enabled"))
    return {KEY: _key_view(ctx, key)}


@command("rotateKMSKey", "deleteKMSKey")
def prepare(ctx: Context) -> Submitted:
    """Find the key."""
    return Submitted(ctx.record(KEY)["id"])


@job("rotateKMSKey")
def rotate(ctx: Context) -> dict[str, Any]:
    """Give a key its next version, in another key store when one is named."""
    key = ctx.record(KEY)
    key.update(version=key["version"] + 1, keybits=_bits(ctx, key["keybits"]), **ctx.given("hsmprofileid"))
    return {KEY: _key_view(ctx, key)}


@job("deleteKMSKey")
def delete_key(ctx: Context) -> dict[str, Any]:
    """Remove a key."""
    ctx.store.remove(KEY, ctx.record(KEY)["id"])
    return {"success": True}


@command("listKMSKeys")
def list_keys(ctx: Context) -> dict[str, Any]:
    """List the keys."""
    found = ctx.owned(ctx.store.all(KEY))
    return ctx.list(found, lambda key: _key_view(ctx, key), ("zoneid", "hsmprofileid", "enabled"), key=KEY)
