# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Accounts: who owns things. Each has users who log in, and a role that says what they may do."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..lifecycle import Move, Record
from ..parts.logins import API_KEY_ACCESS, IN_DOMAIN, NAME_TAKEN, STATES, login_life
from ..spec import Answer, Choice, Field, Map, Ref, Refusal, Resource
from .domain import in_own_domain
from .references import ROLE_REF

NUMBERS = {"user": 0, "root_admin": 1, "domain_admin": 2, "resource_admin": 4}
"""What the API calls the types of accounts."""

TYPES = {number: word for word, number in NUMBERS.items()}
OWN, LINKED = ("createAccount",), ("linkAccountToLdap",)


def account_type(record: Record) -> Any:
    """The type of the account that an answer speaks of, in a word."""
    number = record.get("accounttype")
    return TYPES.get(int(number), str(number)) if number is not None else None


FIRST_USER = {"username": "username", "first_name": "firstname", "last_name": "lastname", "email": "email"}


def _first_user(wanted: Mapping[str, Any]) -> Record:
    """The user that a new account comes with, in the words of an answer."""
    told = {**{name: name for name in ("domainid", "domain")}, **{f"({name})": key for name, key in FIRST_USER.items()}}
    found = {key: wanted[name] for name, key in told.items() if wanted.get(name) is not None}
    return {**found, "timezone": wanted.get("(timezone)"), "account": wanted.get("name"), "state": "enabled"}


ACCOUNT = Resource(
    "account",
    list="listAccounts",
    also=("listDomains",),
    list_with={"listall": True},
    create="createAccount",
    create_when={"ldap_domain": "linkAccountToLdap"},
    update="updateAccount",
    delete="deleteAccount",
    find=in_own_domain,
    list_needs=("domain",),
    filters={"domain": "domainid", "account_type": "accounttype", "account_state": "state"},
    asynchronous=True,
    brings={"user": _first_user},
    fields=(
        Field("name", required=True, api="account", read="name", update_api="newname", check=checks.name255),
        IN_DOMAIN,
        *(
            Field(name, read=None, needed_to_create="createAccount", only_in=OWN)
            for name in ("username", "first_name", "last_name", "email")
        ),
        Field("password", secret=True, needed_to_create="createAccount", only_in=OWN),
        Field("timezone", read=None, only_in=OWN),
        Choice(
            "account_type",
            tuple(NUMBERS),
            read=account_type,
            wire=lambda word: NUMBERS[word],
            fixed=True,
            create_default="user",
            needed_unless="role",
        ),
        Ref("role", target=ROLE_REF, shows="rolename", unique=False, entails=("account_type", "role_type")),
        Field("network_domain", only_in=OWN),
        Map("details", api="accountdetails", only_in=OWN),
        API_KEY_ACCESS,
        Field("ldap_domain", read=None, only_in=LINKED),
        Choice("ldap_type", ("GROUP", "OU"), api="type", read=None, only_in=LINKED),
        Field("ldap_admin", api="admin", read=None, only_in=LINKED),
    ),
    answers=(
        Answer("role_type"),
        Answer("domain_path"),
        Answer("is_default", "bool"),
        Answer("created"),
    ),
    lifecycle=login_life(
        "Account",
        Move("enabled", "disabled", "disableAccount", {"lock": False}),
        Move("locked", "disabled", "disableAccount", {"lock": False}),
        Move("enabled", "locked", "disableAccount", {"lock": True}),
        Move("disabled", "locked", "disableAccount", {"lock": True}),
    ),
    info=(
        Choice("account_type", tuple(NUMBERS), read=account_type, wire=lambda word: NUMBERS[word]),
        Choice("account_state", STATES, steers=True),
    ),
    omits={
        "accountid": "the id of an account is the server's",
        "userid": "the id of a user is the server's",
    },
    refusals=(
        NAME_TAKEN,
        Refusal("account with the name .* exists|already exists", "name", "Choose another name."),
        Refusal("missing parameter domainid", "domain", "An account of a directory needs its domain named."),
        Refusal("owns projects", "state", "Give its projects to another account, or remove them first."),
        Refusal("default", "state", "An account that CloudStack makes itself is neither disabled nor removed."),
    ),
)
