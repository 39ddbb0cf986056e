# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Templates of network appliances (VNF): templates that say which NICs and settings an appliance has."""

from __future__ import annotations

from typing import Any

from ..parts import images
from ..parts.appliances import NIC, vnf_nics
from ..parts.places import by_place
from ..resolve import Given
from ..spec import Action, Choice, Field, Map, Ref, Resource, Tags
from . import template
from .zone import ZONE

NEW = "registerVnfTemplate"


def _wanted_nics(finder: Any, value: Any) -> Given:
    nics = [{key: one[key] for key in NIC if one.get(key) is not None} for one in value]
    nics.sort(key=lambda nic: nic["device_id"])
    return Given(nics, nics)


def _sent(value: Any) -> Any:
    return [{key.replace("_", ""): inner for key, inner in nic.items()} for nic in value]


VNF_TEMPLATE = Resource(
    "vnf_template",
    list="listVnfTemplates",
    also=("listTemplatePermissions",),
    list_needs=("template_filter",),
    create=NEW,
    update="updateVnfTemplate",
    find=template.find,
    gathers=by_place,
    enrich=template.enrich,
    normalize=template.normalize,
    owned=True,
    asynchronous=True,
    tags=Tags("Template"),
    filters={"zone": "zoneid", "hypervisor": "hypervisor", "arch": "arch", "is_ready": "isready"},
    may_double=True,
    fields=(
        *(one for one in template.fields(NEW) if one.name != "template_type"),
        Field(
            "vnf_nics",
            type="list",
            elements="dict",
            suboptions=NIC,
            read=vnf_nics,
            compare="list",
            resolve=_wanted_nics,
            wire=_sent,
        ),
        Map("vnf_details", read=lambda record: record.get("vnfdetails"), clear="cleanupvnfdetails"),
    ),
    answers=template.ANSWERS,
    reveals=template.REVEALED,
    lifecycle=images.states_of("VnfTemplate"),
    actions=(
        Action(
            "extracted", "extractTemplate", {"id": "id", "zoneid": "zoneid"}, options={"mode": "mode"}, takes=("url",)
        ),
    ),
    info=(
        Choice("template_filter", template.FILTERS, api="templatefilter", default="self", steers=True),
        Ref("zone", target=ZONE, steers=True),
        Field("hypervisor", steers=True),
    ),
    omits={
        **{key: template.OMITS[key] for key in ("zoneid", "bootable", "sortkey", "forceupdateostype")},
        "templatetype": "a VNF template has one type",
        "cleanupvnfnics": "the list that is given takes the place of the other",
    },
    refusals=template.REFUSALS,
)
