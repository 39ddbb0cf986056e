"""The commands that the caller may use, as clients learn them."""

from __future__ import annotations

from typing import Any

from .. import errors
from ..context import Context
from ..model import roles
from ..registry import command
from ..shape import compact
from ..surface import Command, Parameter, surface


@command("listApis")
def list_apis(ctx: Context) -> dict[str, Any]:
    """Every command that the caller's role allows, or one of them by its name."""
    known = surface().commands
    names = [ctx.params["name"]] if "name" in ctx.params else sorted(known)
    found = [known[name] for name in names if name in known and roles.permits(ctx.store, ctx.caller, name)]
    if not found:
        raise errors.internal(f"There is no command {ctx.get('name')} for the account {ctx.caller.account['name']}")
    return {"count": len(found), "api": [_view(held) for held in found]}


def _view(held: Command) -> dict[str, Any]:
    return {
        "name": held.name,
        "description": "",
        **compact(since=held.since),
        "isasync": held.is_async,
        "related": "",
        "params": [_param(parameter) for parameter in held.params.values()],
        "response": [_field(name, spec) for name, spec in held.response.items()],
    }


def _param(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "description": "",
        "type": parameter.type,
        "length": parameter.length,
        "required": parameter.required,
    }


def _field(name: str, spec: dict[str, Any]) -> dict[str, Any]:
    nested = [_field(inner, of) for inner, of in spec.get("of", {}).items()]
    return {"name": name, "description": "", "type": spec["type"], **({"response": nested} if nested else {})}
