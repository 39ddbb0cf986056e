# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Network service providers of a physical network, and the elements that do their work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ..lifecycle import GONE, Lifecycle, Move, Record, Step
from ..resolve import Row
from ..spec import Answer, Choice, Field, Listing, Ref, Resource
from .references import PHYSICAL_NETWORK_REF, in_physical_network
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

ELEMENTS: Mapping[str, tuple[str, str]] = {
    "VirtualRouter": ("listVirtualRouterElements", "configureVirtualRouterElement"),
    "VpcVirtualRouter": ("listVirtualRouterElements", "configureVirtualRouterElement"),
    "InternalLbVm": ("listInternalLoadBalancerElements", "configureInternalLoadBalancerElement"),
    "Ovs": ("listOvsElements", "configureOvsElement"),
}
"""Providers that have an element which must be enabled first: how it is listed and configured."""


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By name among all providers of the network: there are few, and one list serves every task about them."""
    return finder.matching(finder.rows({key: value for key, value in asked.items() if key != resource.list_key}))


def _with_element(finder: Finder, record: Record) -> Record:
    """Read the elements where they may have to be enabled before their provider is."""
    commands = ELEMENTS.get(str(record.get("name")))
    if commands is None or finder.params.get("state") != "enabled" or record.get("state") == "Enabled":
        return record
    elements = finder.resolver.client.list(commands[0], {"nspid": record["id"]})
    return {**record, "elements": elements}


def _enable_element(record: Record) -> Sequence[Step]:
    configure = ELEMENTS.get(str(record.get("name")), ("", ""))[1]
    return [
        Step(configure, {"id": element["id"], "enabled": True}, {}, "prepare")
        for element in record.get("elements", ())
        if not element.get("enabled")
    ]


NETWORK_SERVICE_PROVIDER = Resource(
    "network_service_provider",
    list="listNetworkServiceProviders",
    also=(
        "configureInternalLoadBalancerElement",
        "configureOvsElement",
        "configureVirtualRouterElement",
        "listInternalLoadBalancerElements",
        "listOvsElements",
        "listVirtualRouterElements",
    ),
    create="addNetworkServiceProvider",
    update="updateNetworkServiceProvider",
    delete="deleteNetworkServiceProvider",
    list_id="",
    id_option=False,
    list_needs=("physical_network",),
    asynchronous=True,
    filters={"state": "state", "physical_network": "physicalnetworkid"},
    fields=(
        Field("name", required=True, fixed=True),
        Ref("zone", target=ZONE, steers=True),
        in_physical_network(),
        Ref(
            "destination_physical_network",
            target=PHYSICAL_NETWORK_REF,
            api="destinationphysicalnetworkid",
            within=("zone",),
            fixed=True,
            shows=None,
        ),
        Listing("service_list", compare="folded_set"),
    ),
    answers=(Answer("can_enable_individual_service", "bool"),),
    find=_find,
    enrich=_with_element,
    lifecycle=Lifecycle(
        read="state",
        shows="state",
        initial="Disabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",), "shutdown": ("Shutdown",)},
        moves=(
            Move("Disabled", "Enabled", "updateNetworkServiceProvider", {"state": "Enabled"}, first=_enable_element),
            Move("Shutdown", "Enabled", "updateNetworkServiceProvider", {"state": "Enabled"}, first=_enable_element),
            Move("Enabled", "Disabled", "updateNetworkServiceProvider", {"state": "Disabled"}),
            Move("Enabled", "Shutdown", "updateNetworkServiceProvider", {"state": "Shutdown"}),
            Move("Disabled", "Shutdown", "updateNetworkServiceProvider", {"state": "Shutdown"}),
            Move("Disabled", GONE, "deleteNetworkServiceProvider"),
            Move("Shutdown", GONE, "deleteNetworkServiceProvider"),
        ),
    ),
    info=(Choice("state", ("Enabled", "Disabled", "Shutdown"), steers=True),),
)
