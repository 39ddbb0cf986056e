# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Pairs of API keys of a user: several at once since CloudStack 4.23, each with a name, dates and rules of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .. import checks
from ..resolve import Given, Row
from ..spec import Answer, Field, Knob, Ref, Resource
from .project import IN_DOMAIN
from .user import USER

if TYPE_CHECKING:
    from ..find import Finder

RULES = "listUserKeyRules"
ANEW = ("created", "state")


def _ruled(rules: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rules in one spelling, so that equal ones are equal."""
    return [
        {
            "rule": one["rule"],
            "permission": str(one["permission"]).lower(),
            **({"description": one["description"]} if one.get("description") else {}),
        }
        for one in rules
    ]


def _rules(finder: Finder, value: Any) -> Given:
    return Given(_ruled(value), _ruled(value))


def _in_full(finder: Finder, row: Row) -> Row:
    """Add the rules of a pair where the task gives rules, and the keys where it asks for them."""
    found = dict(row)
    if finder.params.get("rules") is not None and row.get("id"):
        found["(rules)"] = _ruled(finder.resolver.client.list(RULES, {"keypairid": row["id"]}))
    if finder.params.get("keys_shown"):
        found.update({"(key)": row.get("apikey"), "(secret)": row.get("secretkey")})
    return found


USER_KEY = Resource(
    "user_key",
    list="listUserKeys",
    items="userapikey",
    list_with={"listall": True},
    create="registerUserKeys",
    delete="deleteUserKeys",
    delete_by={"keypairid": "id"},
    list_key="",
    list_id="keypairid",
    list_needs=("user",),
    enrich=_in_full,
    also=(RULES,),
    asynchronous=True,
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref(
            "user",
            target=USER,
            api="id",
            read="userid",
            shows="username",
            list_api="userid",
            within=("domain",),
            unique=False,
            required=True,
            scope=True,
            fixed=True,
        ),
        IN_DOMAIN,
        Field("description", fixed=True, recreate="force_recreate", entails=ANEW),
        Field("start_date", fixed=True, recreate="force_recreate", compare="moment", check=checks.moment),
        Field("end_date", fixed=True, recreate="force_recreate", compare="moment", check=checks.moment),
        Field(
            "rules",
            type="list",
            elements="dict",
            read="(rules)",
            resolve=_rules,
            fixed=True,
            recreate="force_recreate",
            compare="list",
            entails=ANEW,
            suboptions={
                "rule": {"type": "str", "required": True},
                "permission": {"type": "str", "choices": ["allow", "deny"], "default": "allow"},
                "description": {"type": "str"},
            },
        ),
        Knob("force_recreate", default=False),
        Knob("keys_shown", default=False),
    ),
    answers=(
        Answer("state"),
        Answer("account", read="accountname"),
        Answer("role", read="rolename"),
        Answer("created"),
        Answer("user_api_key", read="(key)"),
        Answer("user_api_secret", read="(secret)"),
    ),
    reveals=(
        Answer("user_api_key", read="apikey", vital=True),
        Answer("user_api_secret", read="secretkey", vital=True),
    ),
)
