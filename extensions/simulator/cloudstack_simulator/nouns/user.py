"""Users and their keys."""

from __future__ import annotations

import json
import secrets
from typing import Any

from .. import errors
from ..context import Context
from ..model import owners, tenants
from ..registry import Submitted, command, job
from ..store import Record

KIND = "user"
ACCESS = ("ENABLED", "DISABLED", "INHERIT")
FIELDS = ("username", "firstname", "lastname", "email", "timezone")


def described_domain(domain: Record) -> str:
    """A domain as error texts quote it."""
    inner = domain["path"].partition("/")[2]
    fields = {
        "id": domain["_number"],
        "name": domain["name"],
        "path": f"/{inner}/" if inner else "/",
        "uuid": domain["id"],
    }
    return f"Domain {json.dumps(fields, separators=(',', ':'))}".replace("/", "\\/")


def refuse_taken(ctx: Context, domain: Record) -> None:
    """Refuse a user name that the domain has already."""
    for user in ctx.store.where(KIND, username=ctx.params["username"]):
        if ctx.store.need("account", user["accountid"])["domainid"] == domain["id"]:
            raise errors.invalid(
                f"The user {ctx.params['username']} already exists in domain {described_domain(domain)}"
            )


def add(ctx: Context, account: Record) -> Record:
    """Keep a new user of an account."""
    return ctx.store.add(
        KIND,
        {
            **ctx.given(*FIELDS),
            "created": ctx.now(),
            "state": "enabled",
            "accountid": account["id"],
            "_password": ctx.params["password"],
        },
    )


@command("createUser")
def create(ctx: Context) -> dict[str, Any]:
    """Add a user to an account."""
    domain = ctx.maybe("domain", "domainid") or ctx.caller.domain
    account = ctx.store.first("account", name=ctx.params["account"], domainid=domain["id"])
    if account is None:
        raise errors.invalid(
            f"Unable to find account {ctx.params['account']} in domain {described_domain(domain)} to create user"
        )
    refuse_taken(ctx, domain)
    return {"user": tenants.user_view(ctx, add(ctx, account))}


@command("updateUser")
def update(ctx: Context) -> dict[str, Any]:
    """Change a user's name, mail, password or keys."""
    user = ctx.record(KIND)
    new = ctx.get("username")
    if new and new != user["username"]:
        refuse_taken(ctx, ctx.store.need("domain", ctx.store.need("account", user["accountid"])["domainid"]))
    given = ctx.given(*FIELDS)
    user.update({name: value for name, value in given.items() if value})
    for param, field in (("password", "_password"), ("userapikey", "_apikey"), ("usersecretkey", "_secretkey")):
        if ctx.get(param):
            user[field] = ctx.params[param]
    if "mandate2fa" in ctx.params:
        user["_mandated"] = ctx.params["mandate2fa"]
    if "apikeyaccess" in ctx.params:
        access = ctx.params["apikeyaccess"].upper()
        if access not in ACCESS:
            raise errors.invalid(f"ApiKeyAccess value can only be Enabled/Disabled/Inherit: {access}")
        user["_apikeyaccess"] = access
    return {"user": tenants.user_view(ctx, user)}


@command("moveUser")
def move(ctx: Context) -> dict[str, Any]:
    """Give a user to another account of the domain."""
    user = ctx.record(KIND)
    own = ctx.store.need("account", user["accountid"])
    account = ctx.maybe("account", "accountid")
    if "account" in ctx.params:
        account = ctx.store.first("account", name=ctx.params["account"], domainid=own["domainid"])
    if account is None:
        raise errors.invalid("Please provide valid values for account to move the user to")
    if account["domainid"] != own["domainid"]:
        raise errors.invalid("The account should be in the same domain for moving a user")
    user["accountid"] = account["id"]
    return {"success": True}


@command("setupUserTwoFactorAuthentication")
def second_factor(ctx: Context) -> dict[str, Any]:
    """Begin a second factor for the caller, which counts once a code was right; or end that of a user."""
    if ctx.get("enable", True):
        user = ctx.caller.user
        ctx.store.need(KIND, user["id"])["_secondfactor"] = secrets.token_hex(20)
        shown = {"id": user["id"], "username": user["username"], "accountid": user["accountid"]}
        return {"setup2fa": {**shown, "secretcode": user["_secondfactor"]}}
    user = ctx.maybe(KIND, "userid") or ctx.caller.user
    user["_secondfactorworks"] = False
    user.pop("_secondfactor", None)
    return {"setup2fa": {"id": user["id"], "username": user["username"], "accountid": user["accountid"]}}


@command("enableUser", "lockUser")
def set_state(ctx: Context) -> dict[str, Any]:
    """Enable or lock a user."""
    user = ctx.record(KIND)
    user["state"] = "enabled" if ctx.command.name == "enableUser" else "locked"
    return {"user": tenants.user_view(ctx, user)}


@job("disableUser")
def disable(ctx: Context) -> dict[str, Any]:
    """Keep a user from calling."""
    user = ctx.record(KIND)
    if user.get("isdefault"):
        raise errors.invalid(f"The user {user['username']} is a default one and cannot be disabled")
    user["state"] = "disabled"
    return {"user": tenants.user_view(ctx, user)}


@command("deleteUser")
def delete(ctx: Context) -> dict[str, Any]:
    """Remove a user."""
    user = ctx.record(KIND)
    if user.get("isdefault") or user["id"] == ctx.caller.user["id"]:
        raise errors.invalid(f"The user {user['username']} is a default one or the caller, and cannot be removed")
    ctx.store.remove(KIND, user["id"])
    return {"success": True}


def _chosen(ctx: Context) -> list[Record]:
    found = []
    for user in ctx.store.all(KIND):
        account = ctx.store.need("account", user["accountid"])
        if user.get("_system") or not owners.below(ctx.store, account["domainid"], ctx.caller.domain["id"]):
            continue
        if ctx.caller.role_type == "User" and account["id"] != ctx.caller.account["id"]:
            continue
        if _asked(ctx, account):
            found.append(user)
    return found


def _asked(ctx: Context, account: Record) -> bool:
    if "account" in ctx.params and account["name"] != ctx.params["account"]:
        return False
    if "accounttype" in ctx.params and account["accounttype"] != ctx.params["accounttype"]:
        return False
    wanted = ctx.get("domainid")
    if wanted is not None:
        return (
            owners.below(ctx.store, account["domainid"], wanted)
            if ctx.get("isrecursive")
            else (account["domainid"] == wanted)
        )
    alone = not ctx.get("listall") and "id" not in ctx.params and "account" not in ctx.params
    return not alone or account["id"] == ctx.caller.account["id"] or "username" in ctx.params


@command("listUsers")
def list_users(ctx: Context) -> dict[str, Any]:
    """List users: the caller's account's, those of a domain, or all with `listall`."""

    def view(user: Record) -> dict[str, Any]:
        extra = {"apikeyaccess": user.get("_apikeyaccess", "INHERIT")} if ctx.caller.is_admin else {}
        return {**tenants.user_view(ctx, user, alone=True), **extra}

    return ctx.list(_chosen(ctx), view, ("username", "state"), name="username", shown=("apikeyaccess", "usersource"))


@command("getUser")
def get_user(ctx: Context) -> dict[str, Any]:
    """The user who has an API key."""
    key = ctx.params["userapikey"]
    user = ctx.store.first(KIND, _apikey=key)
    if user is None and key and key == ctx.simulator.api_key:
        user = ctx.simulator.admin().user
    if user is None:
        raise errors.invalid("User with the API key does not exist")
    return {"user": tenants.user_view(ctx, user)}


@command("registerUserKeys")
def prepare_keys(ctx: Context) -> Submitted:
    """Find the user."""
    return Submitted(ctx.record(KIND)["id"])


@job("registerUserKeys")
def register_keys(ctx: Context) -> dict[str, Any]:
    """Give a user a new pair of keys."""
    user = ctx.store.need(KIND, ctx.instance)
    user.update(_apikey=secrets.token_urlsafe(64), _secretkey=secrets.token_urlsafe(64))
    own = {"_apikey": user["_apikey"], "_secretkey": user["_secretkey"], "_rules": ctx.get("rules", [])}
    given = ctx.given("name", "description", "startdate", "enddate")
    pair = ctx.store.add("userkey", {"userid": user["id"], "created": ctx.now(), **given, **own})
    return {"userkeys": tenants.key_view(ctx, pair)}


@command("getUserKeys")
def get_keys(ctx: Context) -> dict[str, Any]:
    """A user's keys."""
    user = ctx.record(KIND)
    keys = {"apikey": user.get("_apikey"), "secretkey": user.get("_secretkey")}
    if user["id"] == ctx.simulator.admin().user["id"] and not keys["apikey"]:
        keys = {"apikey": ctx.simulator.api_key, "secretkey": ctx.simulator.secret_key}
    return {"userkeys": {**{name: value for name, value in keys.items() if value}, "apikeyaccess": True}}
