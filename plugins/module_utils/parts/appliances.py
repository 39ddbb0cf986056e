# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What network appliances (VNF) have, as templates and as instances: NICs with a purpose, and settings."""

from __future__ import annotations

from typing import Any, Mapping

from ..fields import Flag, Listing
from ..lifecycle import Record

DEPLOY = "deployVnfAppliance"
NIC: Mapping[str, Any] = {
    "device_id": {"type": "int", "required": True},
    "name": {"type": "str", "required": True},
    "description": {"type": "str"},
    "required": {"type": "bool", "default": True},
    "management": {"type": "bool", "default": True},
}
MANAGED = (
    Flag("vnf_configure_management", read=None, only_in=(DEPLOY,)),
    Listing("vnf_cidrs", api="vnfcidrlist", read=None, only_in=(DEPLOY,)),
)
"""Options of an instance that is deployed as an appliance: whether its management is made reachable, and for whom."""


def vnf_nics(record: Record) -> list[dict[str, Any]]:
    """The NICs in the words of the option."""
    return [_said(nic) for nic in record.get("vnfnics") or ()]


def _said(nic: Mapping[str, Any]) -> dict[str, Any]:
    held = {"device_id": nic.get("deviceid"), **{key: nic.get(key) for key in ("name", "description")}}
    flags = {key: bool(nic.get(key, True)) for key in ("required", "management")}
    return {key: value for key, value in {**held, **flags}.items() if value is not None}
