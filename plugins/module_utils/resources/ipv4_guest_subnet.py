# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Parts of a zone's IPv4 subnet, one for each routed guest network."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Ref, Refusal, Resource
from .ipv4_subnet import IPV4_SUBNET
from .zone import ZONE

IPV4_GUEST_SUBNET = Resource(
    "ipv4_guest_subnet",
    list="listIpv4SubnetsForGuestNetwork",
    create="createIpv4SubnetForGuestNetwork",
    delete="deleteIpv4SubnetForGuestNetwork",
    key=("subnet",),
    list_key="subnet",
    filters={"zone": "zoneid", "parent": "parentid"},
    asynchronous=True,
    fields=(
        Field("subnet", required=True, fixed=True, check=checks.cidr),
        Ref("zone", target=ZONE, required=True, steers=True),
        Ref(
            "parent",
            target=IPV4_SUBNET,
            within=("zone",),
            shows="parentsubnet",
            needed_to_create=True,
            scope=True,
            fixed=True,
        ),
    ),
    answers=(
        Answer("state"),
        Answer("network", read="networkname"),
        Answer("vpc", read="vpcname"),
        Answer("allocated"),
        Answer("created"),
    ),
    omits={"cidrsize": "a task names the part by O(subnet): one that the server picks could not be found again"},
    refusals=(
        Refusal("is not within|overlap", "subnet", "Choose addresses of the parent that no other part has."),
        Refusal("used by a network", "state", "Remove the network that uses the part first."),
    ),
)
