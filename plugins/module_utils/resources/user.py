# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Users: who logs in and calls the API, on behalf of an account."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from .. import checks
from ..lifecycle import Move
from ..parts.logins import API_KEY_ACCESS, IN_DOMAIN, NAME_TAKEN, STATES, login_life
from ..resolve import Row
from ..spec import Answer, Choice, Field, Flag, Refusal, Resource, Via
from .account import account_type
from .domain import in_own_domain

if TYPE_CHECKING:
    from ..find import Finder


def _with_keys(finder: Finder, row: Row) -> Row:
    """Add the pair of keys where the task asks for it; only getUserKeys tells the secret one."""
    if not finder.params.get("keys_registered") or not row.get("apikey"):
        return row
    answer = finder.resolver.client.call("getUserKeys", {"id": row["id"]})
    keys = answer.get("userkeys") or answer
    return {**row, "(key)": keys.get("apikey"), "(secret)": keys.get("secretkey")}


def _only_off(value: Any) -> str:
    return "cannot be had from here: only the users themselves turn it on, in the user interface." if value else ""


USER = Resource(
    "user",
    list="listUsers",
    list_with={"listall": True},
    create="createUser",
    update="updateUser",
    delete="deleteUser",
    key=("username",),
    names=("username",),
    list_key="username",
    list_needs=("domain",),
    find=in_own_domain,
    enrich=_with_keys,
    also=("getUserKeys", "listAccounts"),
    filters={"domain": "domainid", "account": "account", "user_state": "state", "user_source": "usersource"},
    asynchronous=True,
    fields=(
        Field("username", required=True, check=checks.name255),
        IN_DOMAIN,
        Field(
            "account",
            needed_to_create=True,
            compare="folded",
            via=Via("moveUser"),
            entails=("account_type", "role", "role_type"),
        ),
        Field("first_name", needed_to_create=True),
        Field("last_name", needed_to_create=True),
        Field("email", needed_to_create=True),
        Field("password", secret=True, needed_to_create=True, forced_by="update_password"),
        Choice("update_password", ("on_create", "always"), default="on_create", steers=True),
        Field("current_password", secret=True, steers=True, update_api="currentpassword", rides=True),
        Flag("password_change_required", read=None),
        Field("timezone"),
        Flag(
            "keys_registered",
            sent=False,
            late=True,
            read=lambda record: bool(record.get("apikey")),
            compare="asked",
            unless=operator.not_,
            via=Via("registerUserKeys"),
        ),
        API_KEY_ACCESS,
        Flag("two_factor_mandated", api="mandate2fa", read="is2famandated", late=True, initially=False),
        Flag(
            "two_factor_enabled",
            api="enable",
            read="is2faenabled",
            late=True,
            initially=False,
            via=Via("setupUserTwoFactorAuthentication", {"userid": "id"}),
            check=_only_off,
        ),
    ),
    answers=(
        Answer("account_type", read=account_type),
        Answer("role", read="rolename"),
        Answer("role_type"),
        Answer("user_source"),
        Answer("is_default", "bool"),
        Answer("user_api_key", read="(key)"),
        Answer("user_api_secret", read="(secret)"),
        Answer("created"),
    ),
    lifecycle=login_life(
        "User",
        Move("enabled", "disabled", "disableUser"),
        Move("locked", "disabled", "disableUser"),
        Move("enabled", "locked", "lockUser"),
    ),
    info=(
        Field("account"),
        Choice("user_state", STATES, steers=True),
        Field("user_source", steers=True),
    ),
    omits={
        "userid": "the id of a user is the server's",
        "userapikey": "keys are made by the server, see O(keys_registered)",
        "usersecretkey": "keys are made by the server, see O(keys_registered)",
    },
    refusals=(
        NAME_TAKEN,
        Refusal("Unable to find account .* to create user", "account", "Create the account first, in the same domain."),
        Refusal("default", "state", "A user that CloudStack makes itself is neither disabled nor removed."),
    ),
)
