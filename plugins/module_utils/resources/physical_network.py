# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Physical networks of a zone."""

from __future__ import annotations

from typing import Any, Mapping

from .. import checks
from ..errors import OptionError
from ..lifecycle import GONE, Lifecycle, Move
from ..spec import Children, Choice, Field, Ref, Resource
from .domain import DOMAIN, resolve_domain
from .network_service_provider import NETWORK_SERVICE_PROVIDER
from .zone import ZONE


def _no_contradiction(params: Mapping[str, Any]) -> Mapping[str, Any]:
    both = sorted(set(params.get("nsps_enabled") or ()) & set(params.get("nsps_disabled") or ()))
    if both:
        raise OptionError(
            "nsps_disabled", f"nsps_disabled: {', '.join(both)} stands in nsps_enabled, too. Name each provider once."
        )
    return params


PHYSICAL_NETWORK = Resource(
    "physical_network",
    list="listPhysicalNetworks",
    create="createPhysicalNetwork",
    update="updatePhysicalNetwork",
    delete="deletePhysicalNetwork",
    filters={"zone": "zoneid"},
    asynchronous=True,
    normalize=_no_contradiction,
    may_double=True,
    fields=(
        Field("name", required=True, fixed=True, aliases=("physical_network",), check=checks.name255),
        Ref("zone", target=ZONE, required=True, fixed=True, scope=True),
        Choice("broadcast_domain_range", ("POD", "ZONE"), fixed=True),
        Choice(
            "isolation_method",
            ("VLAN", "VXLAN", "GRE", "STT", "BCF_SEGMENT", "SSP", "ODL", "L3", "VCS", "NSX", "NETRIS", "TF"),
            api="isolationmethods",
            fixed=True,
        ),
        Field("network_speed"),
        Field("tags", aliases=("tag",), compare="set"),
        Field("vlan", compare="set"),
        Ref("domain", target=DOMAIN, fixed=True, unique=False, shows=None, resolve=resolve_domain),
    ),
    children=(
        Children("nsps_enabled", NETWORK_SERVICE_PROVIDER, "enabled", "physical_network"),
        Children("nsps_disabled", NETWORK_SERVICE_PROVIDER, "disabled", "physical_network"),
    ),
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="Disabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",)},
        moves=(
            Move("Disabled", "Enabled", "updatePhysicalNetwork", {"state": "Enabled"}),
            Move("Enabled", "Disabled", "updatePhysicalNetwork", {"state": "Disabled"}),
            Move("Disabled", GONE, "deletePhysicalNetwork"),
            Move("Enabled", GONE, "deletePhysicalNetwork"),
        ),
    ),
)
