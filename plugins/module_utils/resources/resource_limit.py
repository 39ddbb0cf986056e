# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Limits: how much a domain, an account or a project may have."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ..lifecycle import Record
from ..spec import Choice, Field, Number, Refusal, Resource

NUMBERS = {
    "instance": 0,
    "ip_address": 1,
    "volume": 2,
    "snapshot": 3,
    "template": 4,
    "project": 5,
    "network": 6,
    "vpc": 7,
    "cpu": 8,
    "memory": 9,
    "primary_storage": 10,
    "secondary_storage": 11,
    "backup": 12,
    "backup_storage": 13,
    "bucket": 14,
    "object_storage": 15,
    "gpu": 16,
}
"""What the API calls the kinds of things that are counted."""

KINDS = {number: word for word, number in NUMBERS.items()}


def _kind(record: Record) -> Any:
    number = record.get("resourcetype")
    return KINDS.get(int(number), str(number)) if number is not None else None


def _addressed(record: Record) -> Sequence[Mapping[str, Any]]:
    """A limit is addressed by its project, or else by its account and domain."""
    alone = record.get("projectid") is not None
    names = {"(account)": "account", "(domain)": "domainid"}
    return [{**record, **{key: None if alone else record.get(name) for key, name in names.items()}}]


RESOURCE_LIMIT = Resource(
    "resource_limit",
    list="listResourceLimits",
    create="updateResourceLimit",
    update="updateResourceLimit",
    update_by={
        "resourcetype": "resourcetype",
        "tag": "tag",
        "projectid": "projectid",
        "account": "(account)",
        "domainid": "(domain)",
    },
    key=("resource_type", "tag"),
    names=("resourcetypename",),
    list_key="",
    list_id="",
    id_option=False,
    owned=True,
    rows=_addressed,
    filters={"tag": "tag"},
    fields=(
        Choice(
            "resource_type",
            tuple(NUMBERS),
            read=_kind,
            wire=lambda word: NUMBERS[word],
            required=True,
            aliases=("type",),
        ),
        Field("tag", absence=True),
        Number("limit", api="max", required=True, aliases=("max",)),
    ),
    info=(Choice("resource_type", tuple(NUMBERS), read=_kind, aliases=("type",)), Field("tag")),
    refusals=(
        Refusal("AccountId or domainId have to be specified", "domain", "Say whose limit it is."),
        Refusal("Cannot set resource limit for ROOT", "domain", "The root domain has no limits."),
        Refusal("has no permission", "domain", "Only those above a domain or an account may set its limits."),
    ),
)
