# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The authorities that give hosts and system VMs their certificates, and until when these are good. Only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..certificates import problem
from ..resolve import Row
from ..spec import Answer, Field, Resource
from .host_certificate import told

if TYPE_CHECKING:
    from ..find import Finder

CERTIFICATES = "listCaCertificate"


def _with_certificate(finder: Finder, row: Row) -> Row:
    """Add the certificate of an authority; one that has none is told without."""
    answer = finder.resolver.client.call(CERTIFICATES, {"provider": row["name"]})
    pem = str((answer.get("cacertificates") or {}).get("certificate") or "")
    return {**row, "(certificate)": pem, **({} if problem(pem) else told(pem))}


CERTIFICATE_AUTHORITY = Resource(
    "certificate_authority",
    list="listCAProviders",
    plural="certificate_authorities",
    list_id="",
    id_option=False,
    enrich=_with_certificate,
    reads_with=(CERTIFICATES,),
    fields=(Field("name"),),
    answers=(
        Answer("description"),
        Answer("certificate", read="(certificate)"),
        Answer("expires", read="(expires)"),
        Answer("days_left", "int", read="(left)"),
    ),
)
