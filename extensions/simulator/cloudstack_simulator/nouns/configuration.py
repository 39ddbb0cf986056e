"""Settings: global ones, and their values for a zone, a cluster, a pool, a domain or an account."""

from __future__ import annotations

import re
from typing import Any

from .. import errors
from ..context import Context
from ..registry import command
from ..shape import public
from ..store import Record

SCOPES = {
    "zoneid": ("zone", "zone"),
    "clusterid": ("cluster", "cluster"),
    "storageid": ("storagepool", "storagepool"),
    "imagestoreuuid": ("imagestore", "imagestore"),
    "imagestoreid": ("imagestore", "imagestore"),
    "domainid": ("domain", "domain"),
    "accountid": ("account", "account"),
    "managementserverid": ("managementserver", "managementserver"),
}
NUMBERS = {"Number": ("Integer", re.compile(r"[+-]?\d+")), "Decimal": ("Double", re.compile(r"[+-]?\d+(\.\d+)?"))}


@command("listConfigurations")
def list_configurations(ctx: Context) -> dict[str, Any]:
    """The settings; with a scope's id, those that the scope has and their values there."""
    settings = ctx.store.all("configuration")
    place = _place(ctx)
    if place:
        settings = [setting for setting in settings if place[0] in _scopes(setting)]
    return ctx.list(settings, lambda setting: _view(setting, place), ("category", "group", "subgroup", "parent"))


@command("updateConfiguration")
def update(ctx: Context) -> dict[str, Any]:
    """Give a setting a value, everywhere or in one place."""
    setting, place = _find(ctx), _place(ctx)
    value = ctx.get("value")
    if value is not None:
        _refuse_wrong(setting, value)
        if place:
            setting.setdefault("_values", {})[f"{place[0]}:{place[1]}"] = value
        else:
            setting["value"] = value
    return {"configuration": _view(setting, place)}


@command("resetConfiguration")
def reset(ctx: Context) -> dict[str, Any]:
    """Give a setting its default value back, everywhere or in one place."""
    setting, place = _find(ctx), _place(ctx)
    if place:
        setting.get("_values", {}).pop(f"{place[0]}:{place[1]}", None)
    else:
        setting["value"] = setting.get("defaultvalue")
    return {"configuration": _view(setting, place)}


def _find(ctx: Context) -> Record:
    setting = ctx.store.get("configuration", ctx.params["name"])
    if setting is None:
        raise errors.invalid(f"Config parameter with name {ctx.params['name']} doesn't exist")
    place = _place(ctx)
    if place and place[0] not in _scopes(setting):
        raise errors.invalid(f"Invalid scope id provided for the parameter {setting['name']}")
    return setting


def _place(ctx: Context) -> tuple[str, str] | None:
    given = [name for name in SCOPES if name in ctx.params]
    if len(given) > 1:
        raise errors.invalid(f"cannot handle multiple IDs, provide only one ID corresponding to the scope: {given}")
    if not given:
        return None
    scope, kind = SCOPES[given[0]]
    return scope, str(ctx.record(kind, given[0])["id"])


def _scopes(setting: Record) -> set[str]:
    return {word.strip().lower() for word in str(setting.get("scope") or "global").split(",")}


def _view(setting: Record, place: tuple[str, str] | None) -> dict[str, Any]:
    answer = {name: value for name, value in public(setting).items() if name != "id" and value is not None}
    held = setting.get("_values", {})
    if place and f"{place[0]}:{place[1]}" in held:
        answer["value"] = held[f"{place[0]}:{place[1]}"]
    return answer


def _refuse_wrong(setting: Record, value: str) -> None:
    if setting.get("type") == "Boolean" and value.lower() not in ("true", "false"):
        raise errors.invalid(f"Value [{value}] is not a valid [class java.lang.Boolean].")
    java, pattern = NUMBERS.get(setting.get("type", ""), ("", None))
    if pattern and value and not pattern.fullmatch(value):
        raise errors.invalid(f"Value [{value}] is not a valid [class java.lang.{java}].")
