# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What CloudStack takes a hypervisor to be capable of. The entries are CloudStack's own; their values are not."""

from __future__ import annotations

from ..spec import Field, Flag, Number, Resource

HYPERVISOR_CAPABILITY = Resource(
    "hypervisor_capability",
    list="listHypervisorCapabilities",
    update="updateHypervisorCapabilities",
    plural="hypervisor_capabilities",
    items="hypervisorCapabilities",
    key=("hypervisor", "hypervisor_version"),
    list_key="hypervisor",
    id_option=False,
    fields=(
        Field("hypervisor", required=True, compare="folded"),
        Field("hypervisor_version", required=True),
        Number("max_guests_limit"),
        Number("max_data_volumes_limit"),
        Number("max_hosts_per_cluster"),
        Flag("security_group_enabled"),
        Flag("storage_motion_enabled"),
        Flag("vm_snapshot_enabled"),
    ),
)
