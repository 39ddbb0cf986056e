# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Disk offerings: what a volume may have."""

from __future__ import annotations

from typing import Any

from ..lifecycle import Record
from ..parts import offerings
from ..spec import Answer, Choice, Flag, Listing, Map, Number, Refusal, Resource
from ..values import read


def _size(record: Record) -> Any:
    """The size in GiB; what is customized has none."""
    return record.get("disksize") or None


def _storage_tags(record: Record) -> Any:
    return read(record.get("tags"), "list")


DISK_OFFERING = Resource(
    "disk_offering",
    list="listDiskOfferings",
    create="createDiskOffering",
    update="updateDiskOffering",
    delete="deleteDiskOffering",
    filters={"storage_type": "storagetype", "encrypt": "encrypt"},
    may_double=True,
    normalize=offerings.keeping_iops,
    fields=(
        *offerings.named(),
        Number("disk_size", read=_size, fixed=True),
        Flag("customized", read="iscustomized", fixed=True),
        Flag("disk_size_strictness", fixed=True),
        Flag("display_offering"),
        Listing("storage_tags", api="tags", read=_storage_tags, aliases=("storage_tag",)),
        *offerings.kept_on(),
        Flag("encrypt", fixed=True),
        Flag("is_iops_customized", api="customizediops", read="iscustomizediops", compare="flag", fixed=True),
        Number("iops_min", api="miniops", fixed=True),
        Number("iops_max", api="maxiops", fixed=True),
        *offerings.rates(),
        Map("details", fixed=True),
        *offerings.reserved_for(),
    ),
    answers=(Answer("created"),),
    info=(Choice("storage_type", ("local", "shared")), Flag("encrypt")),
    omits={
        "sortkey": "the API does not show it",
        "state": "an offering that is not active is as good as removed: O(state) says it",
    },
    refusals=(
        Refusal("must be 0 for customized", "disk_size", "Leave disk_size out, or set customized=false."),
        Refusal("Disksize is required", "disk_size", "Give disk_size, or set customized=true."),
    ),
)
