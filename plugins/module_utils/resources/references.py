# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Kinds that other resources refer to by name or id: only how they are found, and options that name them."""

from __future__ import annotations

from typing import Any

from ..spec import Field, Ref, Resource

NAME = (Field("name"),)

PHYSICAL_NETWORK_REF = Resource(
    "physical_network", list="listPhysicalNetworks", fields=NAME, filters={"zone": "zoneid"}, may_double=True
)
SERVICE_OFFERING = Resource("service_offering", list="listServiceOfferings", fields=NAME)
SYSTEM_OFFERING = Resource("service_offering", list="listServiceOfferings", list_with={"issystem": True}, fields=NAME)
DISK_OFFERING = Resource("disk_offering", list="listDiskOfferings", fields=NAME)
TEMPLATE = Resource(
    "template",
    list="listTemplates",
    list_with={"templatefilter": "executable"},
    fields=NAME,
    filters={"zone": "zoneid", "template_filter": "templatefilter"},
)
ISO = Resource(
    "iso",
    list="listIsos",
    list_with={"isofilter": "executable"},
    fields=NAME,
    filters={"zone": "zoneid", "template_filter": "isofilter"},
)
VGPU_PROFILE = Resource("vgpu_profile", list="listVgpuProfiles", fields=NAME)
SNAPSHOT = Resource("snapshot", list="listSnapshots", fields=NAME, filters={"zone": "zoneid"}, owned=True)
BACKUP = Resource("backup", list="listBackups", fields=NAME, filters={"zone": "zoneid"}, owned=True)
VOLUME = Resource("volume", list="listVolumes", fields=NAME, filters={"zone": "zoneid"}, owned=True)
OS_TYPE = Resource(
    "os_type",
    list="listOsTypes",
    fields=(Field("description"),),
    key=("description",),
    names=("description", "name"),
    list_key="description",
)
ACCOUNT_REF = Resource("account", list="listAccounts", list_with={"listall": True}, fields=NAME)
ROLE_REF = Resource("role", list="listRoles", fields=NAME)
USAGE_TYPE = Resource("usage_type", list="listUsageTypes", fields=NAME, list_key="", list_id="")


def in_physical_network(**more: Any) -> Ref:
    """The physical network of a zone that something is a part of.

    :param more: what is special of the option.
    """
    return Ref(
        "physical_network",
        target=PHYSICAL_NETWORK_REF,
        within=("zone",),
        scope=True,
        required=True,
        fixed=True,
        shows=None,
        **more,
    )
