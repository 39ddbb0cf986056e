# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The machines that balance load inside tiers. CloudStack makes them itself."""

from __future__ import annotations

from ..lifecycle import Move, running
from ..spec import Answer, Field, Knob, Ref, Resource
from .network import NETWORK_REF
from .vpc import VPC
from .zone import ZONE

INTERNAL_LB_VM = Resource(
    "internal_lb_vm",
    list="listInternalLoadBalancerVMs",
    list_with={"listall": True},
    list_needs=("network", "vpc"),
    default_state="started",
    one_of=(("name", "network", "id"),),
    owned=True,
    asynchronous=True,
    filters={"zone": "zoneid", "network": "networkid", "vpc": "vpcid", "vm_state": "state"},
    fields=(
        Field("name"),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("vpc", target=VPC, within=("zone",), fixed=True, scope=True),
        Ref(
            "network",
            target=NETWORK_REF,
            within=("zone", "vpc"),
            read="guestnetworkid",
            shows="guestnetworkname",
            list_api="networkid",
            fixed=True,
            scope=True,
        ),
        Knob("force", default=False),
    ),
    answers=(
        Answer("public_ip"),
        Answer("guest_ip_address"),
        Answer("network_id", read="guestnetworkid"),
        Answer("vpc_id"),
        Answer("service_offering", read="serviceofferingname"),
        Answer("template_version", read="version"),
        Answer("requires_upgrade", "bool"),
        Answer("host", read="hostname"),
        Answer("created"),
    ),
    lifecycle=running(
        entails=("host",),
        moves=(
            Move("Running", "Stopped", "stopInternalLoadBalancerVM", options={"forced": "force"}),
            Move("Stopped", "Running", "startInternalLoadBalancerVM"),
        ),
    ),
    info=(Field("vm_state", steers=True),),
)
