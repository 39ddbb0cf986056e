# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Zones: data centres."""

from __future__ import annotations

from typing import Any

from .. import checks
from ..lifecycle import Record, allocated
from ..spec import Answer, Choice, Field, Flag, Listing, Map, Ref, Refusal, Resource
from .domain import DOMAIN, resolve_domain


def _is_edge(record: Record) -> Any:
    return record.get("type") == "Edge" if record.get("type") else None


ZONE = Resource(
    "zone",
    list="listZones",
    create="createZone",
    update="updateZone",
    delete="deleteZone",
    filters={"network_type": "networktype", "available": "available"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Choice("network_type", ("Basic", "Advanced"), fixed=True, create_default="Basic"),
        Flag("is_edge", fixed=True, read=_is_edge),
        Flag("securitygroups_enabled", api="securitygroupenabled", read="securitygroupsenabled", fixed=True),
        Field("dns1", needed_to_create=True, check=checks.ipv4),
        Field("dns2", check=checks.ipv4),
        Field("dns1_ipv6", api="ip6dns1", check=checks.ipv6, compare="address"),
        Field("dns2_ipv6", api="ip6dns2", check=checks.ipv6, compare="address"),
        Field("internal_dns1", needed_to_create=True, falls_back_to="dns1", check=checks.ipv4),
        Field("internal_dns2", check=checks.ipv4),
        Field("guest_cidr_address", check=checks.cidr),
        Field("network_domain", api="domain"),
        Ref("domain", target=DOMAIN, fixed=True, unique=False, resolve=resolve_domain),
        Flag("local_storage_enabled"),
        Listing("storage_access_groups", fixed=True),
        Field("dhcp_provider", late=True),
        Map("details", late=True, read="resourcedetails"),
    ),
    answers=(Answer("zone_token"), Answer("tags", "list"), Answer("type")),
    lifecycle=allocated("Zone", initial="Disabled"),
    info=(
        Field("name", aliases=("zone",)),
        Choice("network_type", ("Basic", "Advanced")),
        Flag("available", steers=True),
    ),
    omits={
        "allocationstate": "O(state) says it",
        "dnssearchorder": "the API never shows the order, so a change could not be told from none",
        "ispublic": "the API never shows it; O(domain) is its readable side",
        "sortkey": "the API never shows it; it only orders lists in the user interface",
    },
    refusals=(
        Refusal("zone with that name already exists", "name", "Names are unique here: choose another one."),
        Refusal(
            "cannot be deleted because there are",
            "state",
            "Remove what the zone still holds first: instances, networks, hosts, storage, pods, physical networks.",
        ),
        Refusal(
            "Cannot enable this Zone",
            "state",
            "A zone is enabled last: physical networks and traffic types, pods, clusters, hosts, storage come first.",
        ),
    ),
)
