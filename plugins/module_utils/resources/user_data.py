# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Registered user data: what several instances are told when they boot."""

from __future__ import annotations

import base64
from typing import Any

from .. import checks
from ..lifecycle import Record
from ..spec import Field, Listing, Refusal, Resource


def decoded(record: Record) -> Any:
    """The user data of a record as plain text, or None."""
    data = record.get("userdata")
    return base64.b64decode(data).decode("utf-8", "replace") if data else None


def encoded(value: str) -> str:
    """Plain text as the API takes it."""
    return base64.b64encode(value.encode("utf-8")).decode("ascii")


USER_DATA = Resource(
    "user_data",
    list="listUserData",
    create="registerUserData",
    delete="deleteUserData",
    plural="user_data",
    owned=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field(
            "user_data",
            read=decoded,
            wire=encoded,
            aliases=("userdata",),
            needed_to_create=True,
            fixed=True,
            recreate=True,
        ),
        Listing("params", fixed=True, recreate=True),
    ),
    refusals=(
        Refusal(
            "with same content already exists",
            "user_data",
            "Use the registered user data of that name, or change the content.",
        ),
        Refusal(
            "cannot be removed",
            "name",
            "Give these instances and templates other user data first, or register the new content under another name.",
        ),
    ),
)
