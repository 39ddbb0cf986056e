# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""High availability of hosts: which provider watches over a host, and whether it does."""

from __future__ import annotations

from typing import Sequence

from ..lifecycle import Record, switched
from ..spec import Answer, Field, Ref, Refusal, Resource
from .host import HOST
from .zone import ZONE

BY_HOST = {"hostid": "hostid"}


def _with_state(row: Record) -> Sequence[Record]:
    return [{**row, "(state)": "Enabled" if row.get("haenable") else "Disabled"}]


HOST_HA = Resource(
    "host_ha",
    list="listHostHAResources",
    create="configureHAForHost",
    update="configureHAForHost",
    update_by=BY_HOST,
    plural="host_has",
    key=("host",),
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("host",),
    rows=_with_state,
    asynchronous=True,
    fields=(
        Ref("host", target=HOST, within=("zone",), required=True, shows=None, fixed=True, scope=True),
        Ref("zone", target=ZONE, steers=True),
        Field("provider", read="haprovider", needed_to_create=True, compare="folded"),
    ),
    answers=(Answer("ha_state", read="hastate"),),
    lifecycle=switched("enableHAForHost", "disableHAForHost", BY_HOST, ("ha_state",)),
    refusals=(
        Refusal("does not serve|not compatible|invalid.*provider", "provider", "Name one for the host's hypervisor."),
    ),
)
