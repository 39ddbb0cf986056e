# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Clusters of a pod."""

from __future__ import annotations

from .. import checks
from ..lifecycle import allocated
from ..spec import Answer, Choice, Field, Listing, Map, Ref, Refusal, Resource
from .pod import POD
from .zone import ZONE

VSWITCH = ("vmwaresvs", "vmwaredvs")

CLUSTER = Resource(
    "cluster",
    list="listClusters",
    create="addCluster",
    update="updateCluster",
    delete="deleteCluster",
    filters={
        "zone": "zoneid",
        "pod": "podid",
        "hypervisor": "hypervisor",
        "allocation_state": "allocationstate",
        "managed_state": "managedstate",
        "cluster_type": "clustertype",
        "arch": "arch",
    },
    fields=(
        Field("name", required=True, api="clustername", read="name", check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Ref("pod", target=POD, within=("zone",), needed_to_create=True, fixed=True, scope=True),
        Field("hypervisor", read="hypervisortype", needed_to_create=True, compare="folded"),
        Choice("cluster_type", ("CloudManaged", "ExternalManaged"), create_default="CloudManaged"),
        Choice("managed_state", ("Managed", "Unmanaged"), late=True),
        Choice("arch", ("x86_64", "aarch64", "s390x")),
        Field("url", read=None),
        Field("username", read=None),
        Field("password", secret=True),
        Field("guest_vswitch_name", read=None),
        Choice("guest_vswitch_type", VSWITCH, read=None),
        Field("public_vswitch_name", read=None),
        Choice("public_vswitch_type", VSWITCH, read=None),
        Field("vms_ip_address", api="vsmipaddress", read=None),
        Field("vms_username", api="vsmusername", read=None),
        Field("vms_password", api="vsmpassword", secret=True),
        Field("ovm3_cluster", read=None),
        Field("ovm3_pool", read=None),
        Field("ovm3_vip", fixed=True),
        Listing("storage_access_groups", fixed=True),
        Field("extension", api="extensionid", fixed=True),
        Map("external_details", read=None),
    ),
    answers=(Answer("cpu_overcommit_ratio"), Answer("memory_overcommit_ratio")),
    lifecycle=allocated("Cluster"),
    info=(
        Field("hypervisor"),
        Choice("allocation_state", ("Enabled", "Disabled"), steers=True),
        Choice("managed_state", ("Managed", "Unmanaged")),
        Choice("cluster_type", ("CloudManaged", "ExternalManaged")),
        Field("arch"),
    ),
    omits={"allocationstate": "O(state) says it"},
    refusals=(
        Refusal(
            "Unable to create cluster",
            "name",
            "A cluster of that name exists in another pod or zone, or the pod cannot take one: choose another name.",
        ),
        Refusal("still has hosts", "state", "Remove the hosts of the cluster first."),
    ),
)
