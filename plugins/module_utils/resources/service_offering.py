# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Service offerings: what an instance or a system VM may have."""

from __future__ import annotations

from typing import Any, Callable

from ..lifecycle import Record
from ..parts import offerings
from ..spec import Answer, Choice, Field, Flag, Listing, Map, Number, Ref, Refusal, Resource
from ..values import read
from .references import DISK_OFFERING, VGPU_PROFILE

RANGES = ("min_cpu_number", "max_cpu_number", "min_memory", "max_memory")
SYSTEM_VMS = ("domainrouter", "consoleproxy", "secondarystoragevm")


def _range(name: str) -> Field:
    key = name.replace("_", "")
    return Number(name, fixed=True, read=lambda record: (record.get("serviceofferingdetails") or {}).get(key))


def _own_details(record: Record) -> dict[str, Any]:
    """The details without the ranges, which stand among them."""
    held = record.get("serviceofferingdetails") or {}
    return {key: value for key, value in held.items() if key not in {name.replace("_", "") for name in RANGES}}


def _tags(key: str) -> Callable[[Record], Any]:
    return lambda record: read(record.get(key), "list")


SERVICE_OFFERING = Resource(
    "service_offering",
    list="listServiceOfferings",
    create="createServiceOffering",
    update="updateServiceOffering",
    delete="deleteServiceOffering",
    list_needs=("is_system",),
    filters={"is_system": "issystem", "storage_type": "storagetype", "encrypt_root": "encryptroot"},
    may_double=True,
    normalize=offerings.keeping_iops,
    fields=(
        *offerings.named(),
        Flag("is_system", default=False, fixed=True),
        Choice("system_vm_type", SYSTEM_VMS, fixed=True),
        Number("cpu_number", fixed=True),
        Number("cpu_speed", fixed=True),
        Number("memory", fixed=True),
        Flag("is_customized", api="customized", read="iscustomized", fixed=True),
        *(_range(name) for name in RANGES),
        Flag("limit_cpu_usage", api="limitcpuuse", fixed=True),
        Flag("offer_ha", fixed=True),
        Flag("is_volatile", fixed=True),
        Flag("dynamic_scaling_enabled", fixed=True),
        Number("network_rate", fixed=True),
        Field("deployment_planner", fixed=True),
        Listing("host_tags", read=_tags("hosttags"), aliases=("host_tag",)),
        Listing(
            "storage_tags",
            api="tags",
            update_api="storagetags",
            read=_tags("storagetags"),
            aliases=("storage_tag",),
        ),
        *offerings.kept_on(fixed=True),
        Number("root_disk_size", fixed=True),
        Flag("encrypt_root", fixed=True),
        Ref("disk_offering", target=DISK_OFFERING, fixed=True, unique=False),
        Flag("disk_offering_strictness", fixed=True),
        Flag(
            "is_iops_customized",
            api="customizediops",
            read="iscustomizediops",
            compare="flag",
            aliases=("disk_iops_customized",),
            fixed=True,
        ),
        Number("disk_iops_min", api="miniops", fixed=True),
        Number("disk_iops_max", api="maxiops", fixed=True),
        *offerings.rates("disk_", fixed=True),
        Ref("vgpu_profile", target=VGPU_PROFILE, fixed=True),
        Number("gpu_count", fixed=True),
        Flag("gpu_display", compare="flag", fixed=True),
        Number("lease_duration", fixed=True),
        Choice("lease_expiry_action", ("STOP", "DESTROY"), fixed=True),
        Map("service_offering_details", read=_own_details, fixed=True),
        Map("external_details", read=None),
        Flag("purge_resources", compare="flag"),
        *offerings.reserved_for(),
    ),
    answers=(Answer("created"), Answer("default_use", "bool"), Answer("gpu_card", read="gpucardname")),
    info=(
        Flag("is_system"),
        Choice("storage_type", ("local", "shared")),
        Flag("encrypt_root"),
    ),
    omits={
        "sortkey": "the API does not show it",
        "state": "an offering that is not active is as good as removed: O(state) says it",
        "cleanupexternaldetails": "the external details cannot be read back",
    },
    refusals=(
        Refusal(
            r"specify .*(cpu|memory)|(cpu|memory).* must be",
            "cpu_number",
            "Give cpu_number, cpu_speed and memory, or is_customized=true.",
        ),
    ),
)
