# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The certificate with which a host meets the management servers. The API never shows it; a task can bring it along."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Mapping

from ..certificates import end, problem
from ..lifecycle import Record
from ..resolve import Row
from ..spec import Action, Answer, Field, Flag, Knob, Ref, Refusal, Resource
from .host import HOST
from .zone import ZONE

if TYPE_CHECKING:
    from ..find import Finder

SECONDS = 86400


def days_left(pem: str) -> int:
    """Whole days until a certificate ends; below zero where it has ended."""
    return int((end(pem) - datetime.now(timezone.utc)).total_seconds() // SECONDS)


def told(pem: str) -> dict[str, Any]:
    """What people want to know of a certificate, as keys of a record: when it ends, and how many days that is away."""
    return {"(expires)": end(pem).strftime("%Y-%m-%dT%H:%M:%SZ"), "(left)": days_left(pem)}


def _the_host(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The host that is named, with what the given certificate says.

    :raises NotFound: there is no such host.
    """
    found = finder.ref("host").record or finder.by_id(finder.ref("host").value)[0]
    pem = params.get("certificate")
    return [{**found, **(told(pem) if pem else {})}]


def _ends_soon(record: Record, params: Mapping[str, Any]) -> bool:
    """True where the certificate ends within the given days, or nobody says when."""
    left = record.get("(left)")
    return left is None or int(left) < int(params["renew_before"])


HOST_CERTIFICATE = Resource(
    "host_certificate",
    list="listHosts",
    list_with={"type": "Routing"},
    key=("host",),
    list_key="",
    id_option=False,
    find=_the_host,
    asynchronous=True,
    fields=(
        Ref("host", target=HOST, within=("zone",), required=True, read="id", shows="name", fixed=True),
        Ref("zone", target=ZONE, steers=True),
        Field("certificate", steers=True, check=problem),
        Knob("renew_before", "int", default=30),
        Field("provider", steers=True),
        Flag("reconnect", steers=True),
        Flag("force", steers=True),
    ),
    answers=(Answer("expires", read="(expires)"), Answer("days_left", "int", read="(left)")),
    actions=(
        Action(
            "present",
            "provisionCertificate",
            {"hostid": "id"},
            options={"provider": "provider", "reconnect": "reconnect", "forced": "force"},
            needed=_ends_soon,
        ),
    ),
    refusals=(Refusal("provider", "provider", "Name one that this CloudStack has, for example root."),),
)
