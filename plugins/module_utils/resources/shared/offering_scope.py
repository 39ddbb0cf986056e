# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where an offering can be had: the options domains and zones that all kinds of offerings have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...resolve import Given
from ...spec import Ref
from ..domain import DOMAIN, domain_of
from ..zone import ZONE

if TYPE_CHECKING:
    from ...find import Finder


def _resolve_domains(finder: Finder, values: Any) -> Given:
    """Resolve domains given by path, name or id; the server shows them by their paths."""
    rows = [domain_of(finder.resolver, value) for value in values]
    return Given([row["id"] for row in rows], [row.get("path", row["id"]) for row in rows])


def _nothing(ids: Any) -> bool:
    return not ids


def _everybody(ids: Any) -> Any:
    return ids or ["public"]


def _everywhere(ids: Any) -> Any:
    return ids or ["all"]


DOMAINS = Ref(
    "domains",
    type="list",
    target=DOMAIN,
    aliases=("domain",),
    api="domainid",
    shows="domain",
    resolve=_resolve_domains,
    wire=_everybody,
    unless=_nothing,
)
"""Domains with those below them; an empty list is everybody. The update command calls that C(public)."""

ZONES = Ref(
    "zones",
    type="list",
    target=ZONE,
    aliases=("zone",),
    api="zoneid",
    shows="zone",
    wire=_everywhere,
    unless=_nothing,
)
"""An empty list is everywhere. The update command calls that C(all)."""
