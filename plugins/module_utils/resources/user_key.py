# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Pairs of API keys of a user: several at once since CloudStack 4.23, each with a name, dates and rules of its own."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Knob, Ref, Resource
from .project import IN_DOMAIN
from .user import USER

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
    asynchronous=True,
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
        Field("description", fixed=True, recreate="force_recreate", entails=("created", "state")),
        Field("start_date", fixed=True, recreate="force_recreate", compare="moment", check=checks.moment),
        Field("end_date", fixed=True, recreate="force_recreate", compare="moment", check=checks.moment),
        Field(
            "rules",
            type="list",
            elements="dict",
            read=None,
            suboptions={
                "rule": {"type": "str", "required": True},
                "permission": {"type": "str", "choices": ["allow", "deny"], "default": "allow"},
                "description": {"type": "str"},
            },
        ),
        Knob("force_recreate", default=False),
    ),
    answers=(
        Answer("state"),
        Answer("account", read="accountname"),
        Answer("role", read="rolename"),
        Answer("created"),
    ),
    reveals=(
        Answer("user_api_key", read="apikey", vital=True),
        Answer("user_api_secret", read="secretkey", vital=True),
    ),
)
