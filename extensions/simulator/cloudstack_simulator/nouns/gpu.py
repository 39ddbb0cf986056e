"""GPU cards and the ways to share them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import gpus
from ..registry import command
from ..shape import pick
from ..store import Record

CARD_FIELDS = ("deviceid", "devicename", "name", "vendorname", "vendorid")
LIMITS = ("description", "maxvgpuperphysicalgpu", "videoram", "maxheads", "maxresolutionx", "maxresolutiony")


def _card_view(card: Record) -> dict[str, Any]:
    return pick(card, "id", *CARD_FIELDS)


@command("createGpuCard")
def create_card(ctx: Context) -> dict[str, Any]:
    """Make a card known, with the profile that passes it on whole."""
    if ctx.store.first(gpus.CARD, deviceid=ctx.params["deviceid"], vendorid=ctx.params["vendorid"]):
        raise errors.invalid("A GPU card with this vendor and device exists already")
    card = ctx.store.add(gpus.CARD, ctx.given(*CARD_FIELDS))
    gpus.add_profile(ctx.store, card, gpus.PASSTHROUGH, maxvgpuperphysicalgpu=1, **ctx.given("videoram"))
    return {gpus.CARD: _card_view(card)}


@command("updateGpuCard")
def update_card(ctx: Context) -> dict[str, Any]:
    """Change what a card is called."""
    card = ctx.record(gpus.CARD)
    card.update(ctx.given("name", "devicename", "vendorname"))
    return {gpus.CARD: _card_view(card)}


@command("deleteGpuCard")
def delete_card(ctx: Context) -> dict[str, Any]:
    """Forget a card and its profiles, unless a host has it."""
    card = ctx.record(gpus.CARD)
    if (card["deviceid"], card["devicename"]) in gpus.BUILT_IN and any(h.get("_gpus") for h in ctx.store.all("host")):
        raise errors.invalid(f"The GPU card {card['name']} is in use by hosts")
    ctx.store.remove(gpus.CARD, card["id"])
    return {"success": True}


@command("listGpuCards")
def list_cards(ctx: Context) -> dict[str, Any]:
    """List the cards that the server knows."""
    return ctx.list(ctx.store.all(gpus.CARD), _card_view, CARD_FIELDS[:2], key=gpus.CARD)


def _refuse_taken(ctx: Context, card: Record, name: str, but: str | None = None) -> None:
    held = ctx.store.first(gpus.PROFILE, gpucardid=card["id"], name=name)
    if held and held["id"] != but:
        raise errors.invalid(f"The card {card['name']} has a profile {name} already")


@command("createVgpuProfile")
def create_profile(ctx: Context) -> dict[str, Any]:
    """Add a way to share a card."""
    card, name = ctx.record(gpus.CARD, "gpucardid"), ctx.params["name"]
    _refuse_taken(ctx, card, name)
    fields = {"description": name, "maxvgpuperphysicalgpu": 1, **ctx.given(*LIMITS)}
    profile = ctx.store.add(gpus.PROFILE, {"name": name, "gpucardid": card["id"], **fields})
    return {gpus.PROFILE: gpus.profile_view(ctx.store, profile)}


@command("updateVgpuProfile")
def update_profile(ctx: Context) -> dict[str, Any]:
    """Change a profile."""
    profile = ctx.record(gpus.PROFILE)
    if "name" in ctx.params:
        _refuse_taken(ctx, ctx.store.need(gpus.CARD, profile["gpucardid"]), ctx.params["name"], profile["id"])
    profile.update(ctx.given("name", *LIMITS))
    return {gpus.PROFILE: gpus.profile_view(ctx.store, profile)}


@command("deleteVgpuProfile")
def delete_profile(ctx: Context) -> dict[str, Any]:
    """Remove a profile."""
    ctx.store.remove(gpus.PROFILE, ctx.record(gpus.PROFILE)["id"])
    return {"success": True}


@command("listVgpuProfiles")
def list_profiles(ctx: Context) -> dict[str, Any]:
    """List the profiles, those of one card with `gpucardid`."""
    found = ctx.store.all(gpus.PROFILE)
    return ctx.list(found, lambda held: gpus.profile_view(ctx.store, held), ("gpucardid",), key=gpus.PROFILE)
