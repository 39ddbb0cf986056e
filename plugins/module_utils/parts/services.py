# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The network services of an offering, and who provides them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping

from ..lifecycle import GONE, Lifecycle, Move, Record
from ..resolve import Given, Row
from ..spec import Answer, Field, Listing

if TYPE_CHECKING:
    from ..find import Finder

SERVICES = (
    "Dhcp",
    "Dns",
    "SourceNat",
    "StaticNat",
    "PortForwarding",
    "Lb",
    "Vpn",
    "UserData",
    "Firewall",
    "NetworkACL",
    "SecurityGroup",
    "Connectivity",
    "BaremetalPxeService",
    "CustomAction",
)
"""All services of CloudStack but Gateway, which comes with SourceNat and is not shown."""

UNASKED = ("NetworkACL", "SourceNat")
"""Services that every VPC offering gets, asked for or not."""

PROVIDER = {"service": {"type": "str", "required": True}, "provider": {"type": "str", "required": True}}
CAPABILITY = {
    "service": {"type": "str", "required": True},
    "capabilitytype": {"type": "str", "required": True},
    "capabilityvalue": {"type": "str", "required": True},
}


def offered(kind: str) -> Lifecycle:
    """The life of an offering that is made disabled, and can be disabled to keep it from new users.

    :param kind: what the commands call it, such as C(VPC).
    """
    update, delete = f"update{kind}Offering", f"delete{kind}Offering"
    return Lifecycle(
        read="state",
        shows="state",
        initial="Disabled",
        goals={"enabled": ("Enabled",), "disabled": ("Disabled",)},
        create_with={"Enabled": {"enable": True}},
        moves=(
            Move("Disabled", "Enabled", update, {"state": "Enabled"}),
            Move("Enabled", "Disabled", update, {"state": "Disabled"}),
            Move("Disabled", GONE, delete),
            Move("Enabled", GONE, delete),
        ),
    )


def spelled(names: Iterable[Any]) -> list[str]:
    """Names of services in the spelling of the API, sorted."""
    known = {name.casefold(): name for name in SERVICES}
    return sorted({known.get(str(name).casefold(), str(name)) for name in names})


def _resolve_services(_finder: Finder, values: Any) -> Given:
    names = spelled(values)
    return Given(names, names)


def _pair(service: str, provider: str) -> dict[str, str]:
    (name,) = spelled([service])
    return {"service": name, "provider": provider}


def _sorted(pairs: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(pairs, key=lambda pair: (pair["service"], pair["provider"]))


def _resolve_providers(_finder: Finder, values: Any) -> Given:
    pairs = _sorted(_pair(one["service"], one["provider"]) for one in values)
    return Given(pairs, pairs)


def _services(record: Record) -> Any:
    return record.get("(services)")


def _providers(record: Record) -> Any:
    return record.get("(providers)")


def with_services(finder: Finder, row: Row) -> Row:
    """Add to an offering its services without those that come unasked, and the providers of what the task names."""
    params: Mapping[str, Any] = finder.params
    held = row.get("service") or []
    names = spelled(one["name"] for one in held)
    if params.get("supported_services") is not None and "supportsregionLevelvpc" in row:
        asked = spelled(params["supported_services"])
        names = [name for name in names if name in asked or name not in UNASKED]
    found = {**row, "(services)": names}
    if params.get("service_providers") is not None:
        pairs = _resolve_providers(finder, params["service_providers"]).value
        wanted = {pair["service"]: pair["provider"] for pair in pairs}
        found["(providers)"] = [
            {**pair, "provider": _as_asked(pair["provider"], wanted[pair["service"]])}
            for pair in provided(row)
            if pair["service"] in wanted
        ]
    return found


def provided(record: Record) -> list[dict[str, str]]:
    """All services of an offering, each with each of its providers."""
    return _sorted(
        _pair(one["name"], provider["name"])
        for one in record.get("service") or []
        for provider in one.get("provider") or []
    )


def _as_asked(provider: str, asked: str) -> str:
    """The provider in the task's own words: case does not matter, and in a VPC the router is the VPC's."""
    return asked if provider.casefold() in (asked.casefold(), f"vpc{asked}".casefold()) else provider


SUPPORTED_SERVICES = Listing(
    "supported_services",
    aliases=("supported_service",),
    read=_services,
    fixed=True,
    resolve=_resolve_services,
)

SERVICE_PROVIDERS: Field = Listing(
    "service_providers",
    aliases=("service_provider",),
    elements="dict",
    suboptions=PROVIDER,
    api="serviceproviderlist",
    read=_providers,
    fixed=True,
    resolve=_resolve_providers,
)

SERVICE_CAPABILITIES = Listing(
    "service_capabilities",
    aliases=("service_capability",),
    elements="dict",
    suboptions=CAPABILITY,
    api="servicecapabilitylist",
    read=None,
)
"""Only some of them are shown, in other words, so they are sent and not compared."""

SERVICES_ANSWER = Answer("services", "list", read=provided)
