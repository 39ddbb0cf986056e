# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The certificate with which console proxies and secondary storage VMs meet browsers. The API never shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..lifecycle import Step
from ..resolve import Row
from ..spec import Action, Answer, Field, Refusal, Resource

if TYPE_CHECKING:
    from ..find import Finder

COMMAND = "uploadCustomCertificate"


def _who_gets_it(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The system VMs, as one record."""
    names = sorted(str(row["name"]) for row in finder.rows(asked))
    return [{"(names)": names, "(suffix)": params["domain_suffix"]}]


def _chain(params: Mapping[str, Any]) -> list[Step]:
    """The certificates of the authorities, each with its place, before the one that they speak for."""
    return [
        Step(
            COMMAND,
            {
                "id": place,
                "name": one["name"],
                "certificate": one["certificate"],
                "domainsuffix": params["domain_suffix"],
            },
            {},
            about=("chain",),
        )
        for place, one in enumerate(params.get("chain") or (), start=1)
    ]


def _wrong_chain(value: Any) -> str:
    for one in value:
        wrong = checks.certificate(one["certificate"])
        if wrong:
            return f"holds under the name {one['name']} what {wrong}"
    return ""


CERTIFICATE = Resource(
    "certificate",
    list="listSystemVms",
    key=(),
    list_key="",
    id_option=False,
    find=_who_gets_it,
    asynchronous=True,
    fields=(
        Field("domain_suffix", required=True, read="(suffix)"),
        Field("certificate", required=True, steers=True, check=checks.certificate),
        Field("private_key", required=True, secret=True),
        Field(
            "chain",
            type="list",
            elements="dict",
            steers=True,
            check=_wrong_chain,
            suboptions={
                "name": {"type": "str", "required": True},
                "certificate": {"type": "str", "required": True},
            },
        ),
    ),
    answers=(Answer("system_vms", "list", read="(names)"),),
    actions=(
        Action(
            "present",
            COMMAND,
            {},
            options={
                "certificate": "certificate",
                "privatekey": "private_key",
                "domainsuffix": "domain_suffix",
            },
            first=_chain,
        ),
    ),
    refusals=(
        Refusal("certificate validation|not valid", "certificate", "Give a key that fits it, and its whole chain."),
    ),
)
