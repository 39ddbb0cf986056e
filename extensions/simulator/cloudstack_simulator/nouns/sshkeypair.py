"""SSH key pairs: made by the cloud or registered, by name within an account."""

from __future__ import annotations

from typing import Any

from .. import errors, sshkeys
from ..context import Context, Owner
from ..model import owners
from ..registry import command
from ..store import Record

KIND = "sshkeypair"


def find(ctx: Context, owner: Owner, name: str) -> Record | None:
    """An owner's key pair by its exact name, or None."""
    return ctx.store.first(KIND, name=name, _accountid=owner.account["id"])


def view(record: Record) -> dict[str, Any]:
    """A key pair as list answers show it."""
    return {
        "id": record["id"],
        "name": record["name"],
        **owners.of(record, path=False),
        "fingerprint": record["fingerprint"],
        "hasannotations": False,
    }


def _add(ctx: Context, owner: Owner, public_key: str) -> Record:
    return ctx.store.add(
        KIND,
        {
            "name": ctx.params["name"],
            **owners.stamp(owner),
            "fingerprint": sshkeys.fingerprint(public_key),
            "_publickey": public_key,
        },
    )


def _refuse_taken(ctx: Context, owner: Owner) -> None:
    if find(ctx, owner, ctx.params["name"]):
        raise errors.invalid(f"A key pair with name '{ctx.params['name']}' already exists.")


@command("createSSHKeyPair")
def create(ctx: Context) -> dict[str, Any]:
    """Make a key pair; the private key is shown this once."""
    owner = ctx.owner()
    _refuse_taken(ctx, owner)
    private_key, public_key = sshkeys.generate_rsa_pair()
    return {"keypair": {"privatekey": private_key, **view(_add(ctx, owner, public_key))}}


@command("registerSSHKeyPair")
def register(ctx: Context) -> dict[str, Any]:
    """Keep the public half of a key pair that the caller made."""
    owner = ctx.owner()
    _refuse_taken(ctx, owner)
    try:
        held = sshkeys.fingerprint(ctx.params["publickey"])
    except ValueError:
        raise errors.invalid("Public key is invalid") from None
    if ctx.store.first(KIND, fingerprint=held, _accountid=owner.account["id"]):
        raise errors.invalid("A key pair with this public key already exists.")
    return {"keypair": view(_add(ctx, owner, ctx.params["publickey"]))}


@command("deleteSSHKeyPair")
def delete(ctx: Context) -> dict[str, Any]:
    """Forget a key pair by name."""
    owner = ctx.owner()
    record = find(ctx, owner, ctx.params["name"])
    if record is None:
        raise errors.invalid(
            f"A key pair with name '{ctx.params['name']}' does not exist for account {owner.account['name']} "
            "in specified domain id",
            ((owner.domain["id"], "domainId"),),
        )
    ctx.store.remove(KIND, record["id"])
    return {"success": True}


@command("listSSHKeyPairs")
def list_pairs(ctx: Context) -> dict[str, Any]:
    """List key pairs."""
    return ctx.list(ctx.owned(ctx.store.all(KIND)), view, ("fingerprint",))
