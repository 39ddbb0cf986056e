# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""ACL lists: ordered rules for what enters and leaves the tiers of a VPC."""

from __future__ import annotations

from .. import checks
from ..spec import Field, Flag, Ref, Refusal, Resource
from .vpc import VPC
from .zone import ZONE

ZONE_OF_VPC = Ref("zone", target=ZONE, steers=True)
"""Only narrows the search for the VPC."""

NETWORK_ACL = Resource(
    "network_acl",
    list="listNetworkACLLists",
    create="createNetworkACLList",
    update="updateNetworkACLList",
    delete="deleteNetworkACLList",
    key=("name", "vpc"),
    list_needs=("vpc",),
    filters={"vpc": "vpcid"},
    owned=True,
    inherits_owner=True,
    asynchronous=True,
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        ZONE_OF_VPC,
        Ref("vpc", target=VPC, within=("zone",), fixed=True, scope=True, absence=True, unique=False),
        Field("description"),
        Flag("for_display"),
    ),
    omits={"customid": "the id of an ACL list is the server's"},
    refusals=(
        Refusal("in use by a tier|still associated", "name", "Give the tiers another ACL list, or remove them, first."),
    ),
)
