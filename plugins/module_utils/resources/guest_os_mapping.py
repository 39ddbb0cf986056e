# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a hypervisor calls a guest operating system."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource
from .guest_os import GUEST_OS

GUEST_OS_MAPPING = Resource(
    "guest_os_mapping",
    list="listGuestOsMapping",
    create="addGuestOsMapping",
    update="updateGuestOsMapping",
    delete="removeGuestOsMapping",
    key=("hypervisor", "hypervisor_version"),
    list_key="hypervisor",
    list_needs=("guest_os",),
    filters={"hypervisor_version": "hypervisorversion", "os_name_for_hypervisor": "osnameforhypervisor"},
    asynchronous=True,
    fields=(
        Ref("guest_os", target=GUEST_OS, api="ostypeid", shows="osdisplayname", required=True, fixed=True, scope=True),
        Field("hypervisor", required=True, fixed=True, compare="folded"),
        Field("hypervisor_version", required=True, fixed=True),
        Field("os_name_for_hypervisor", needed_to_create=True, check=checks.name255),
        Flag("check_with_hypervisor", api="osmappingcheckenabled", read=None, rides=True),
        Flag("forced", read=None),
    ),
    answers=(Answer("is_user_defined", "bool"),),
    info=(Field("hypervisor_version"), Field("os_name_for_hypervisor")),
    omits={"osdisplayname": "O(guest_os) says it"},
    refusals=(
        Refusal("already a mapping", "guest_os", "Set forced=true to replace the mapping that CloudStack came with."),
    ),
)
