# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Traffic types of a physical network, with a label for each hypervisor."""

from __future__ import annotations

from ..spec import Choice, Field, Ref, Refusal, Resource
from .references import in_physical_network
from .zone import ZONE

TRAFFIC_TYPE = Resource(
    "traffic_type",
    list="listTrafficTypes",
    create="addTrafficType",
    update="updateTrafficType",
    delete="deleteTrafficType",
    key=("traffic_type",),
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("physical_network",),
    info_needs=("physical_network",),
    asynchronous=True,
    fields=(
        Ref("zone", target=ZONE, required=True, steers=True),
        in_physical_network(),
        Choice("traffic_type", ("Management", "Guest", "Public", "Storage"), required=True, fixed=True),
        Field("hyperv_networklabel"),
        Field("kvm_networklabel"),
        Field("ovm3_networklabel"),
        Field("vmware_networklabel"),
        Field("xen_networklabel"),
        Choice("isolation_method", ("vlan", "vxlan"), read="isolationmethods", fixed=True),
        Field("vlan", fixed=True),
    ),
    refusals=(Refusal("already supports", "traffic_type", "The physical network has this type already."),),
)
