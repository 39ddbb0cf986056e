# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Limits: how much a domain, an account or a project may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ..errors import OptionError
from ..lifecycle import Record
from ..spec import Choice, Field, Number, Refusal, Resource

if TYPE_CHECKING:
    from ..find import Finder

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


BY_OWNER = {"projectid": "projectid", "account": "(account)", "domainid": "(domain)"}
"""How the owner of a limit is addressed."""

REFUSALS = (
    Refusal("AccountId or domainId have to be specified", "domain", "Say whose limit it is."),
    Refusal("Cannot (set|update) resource limit for ROOT", "domain", "The root domain has no limits."),
    Refusal("supported for Root Admin accounts", "account", "Root administrators have no limits."),
    Refusal("has no permission|for their own account", "domain", "Only those above an owner may set its limits."),
    Refusal("Maximum untagged resource limit", "tag", "Raise the limit without a tag first, or give a lower one."),
    Refusal("Can't add resources to the *project", "project", "It is suspended: have it active first."),
    Refusal("has maximum allowed resource limit", "domain", "Raise the limit of the domain above first."),
)


def kind_of(record: Record) -> Any:
    """What a limit is for, in the word of the options."""
    number = record.get("resourcetype")
    return KINDS.get(int(number), str(number)) if number is not None else None


def addressed(record: Record) -> Sequence[Mapping[str, Any]]:
    """A limit is addressed by its project, or else by its account and domain."""
    alone = record.get("projectid") is not None
    names = {"(account)": "account", "(domain)": "domainid"}
    return [{**record, **{key: None if alone else record.get(name) for key, name in names.items()}}]


def refuse_tag(option: str, tag: str, rows: Sequence[Record]) -> None:
    """Refuse a tag for which the server keeps no limits: what is set for it would never be seen again.

    :param rows: the limits of the owner.
    :raises OptionError: none of them is for the tag.
    """
    if any(row.get("tag") == tag for row in rows):
        return
    raise OptionError(
        option,
        f"{option}: the server keeps no such limit for the tag '{tag}'. Limits of instances, processors, memory and "
        "GPUs are kept for the tags in the setting resource.limit.host.tags, those of volumes and primary storage for "
        "the tags in resource.limit.storage.tags.",
    )


def _refuse_unknown_tags(finder: Finder, rows: Sequence[Record]) -> Sequence[Record]:
    if finder.given("tag") and finder.given("limit"):
        refuse_tag("tag", finder.params["tag"], [row for row in rows if kind_of(row) == finder.params["resource_type"]])
    return rows


RESOURCE_LIMIT = Resource(
    "resource_limit",
    list="listResourceLimits",
    create="updateResourceLimit",
    update="updateResourceLimit",
    update_by={"resourcetype": "resourcetype", "tag": "tag", **BY_OWNER},
    key=("resource_type", "tag"),
    names=("resourcetypename",),
    list_key="",
    list_id="",
    id_option=False,
    owned=True,
    rows=addressed,
    gathers=_refuse_unknown_tags,
    filters={"tag": "tag"},
    fields=(
        Choice(
            "resource_type",
            tuple(NUMBERS),
            read=kind_of,
            wire=lambda word: NUMBERS[word],
            required=True,
            aliases=("type",),
        ),
        Field("tag", absence=True),
        Number("limit", api="max", required=True, aliases=("max",)),
    ),
    info=(Choice("resource_type", tuple(NUMBERS), read=kind_of, aliases=("type",)), Field("tag")),
    refusals=REFUSALS,
)
