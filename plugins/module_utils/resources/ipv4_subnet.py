# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""IPv4 subnets of a zone, from which routed guest networks get their parts."""

from __future__ import annotations

from .. import checks
from ..holders import holder, holder_is_whole
from ..spec import Answer, Field, Ref, Refusal, Resource, Via
from .zone import ZONE

IPV4_SUBNET = Resource(
    "ipv4_subnet",
    list="listIpv4SubnetsForZone",
    create="createIpv4SubnetForZone",
    update="updateIpv4SubnetForZone",
    delete="deleteIpv4SubnetForZone",
    key=("subnet",),
    names=("subnet",),
    list_key="subnet",
    filters={"zone": "zoneid"},
    normalize=holder_is_whole,
    asynchronous=True,
    fields=(
        Field("subnet", required=True, check=checks.cidr),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        *holder(Via("dedicateIpv4SubnetForZone", clear="releaseIpv4SubnetForZone")),
    ),
    answers=(Answer("created"),),
    refusals=(
        Refusal("overlap", "subnet", "Choose addresses that no other subnet of a zone has."),
        Refusal("assigned to guest networks|outside of the new one", "subnet", "Remove its networks first."),
    ),
)
