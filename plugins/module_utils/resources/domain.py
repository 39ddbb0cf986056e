# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Domains, as far as other resources refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import Ambiguous, ApiError, NotFound
from ..resolve import Given, Resolver, Row, candidate, named
from ..spec import Field, Resource
from ..values import looks_like_id

if TYPE_CHECKING:
    from ..find import Finder

DOMAIN = Resource(
    "domain",
    list="listDomains",
    list_with={"listall": True},
    names=("path", "name"),
    fields=(Field("name"), Field("path")),
)


def domain_of(resolver: Resolver, value: str) -> Row:
    """Return the domain that a path (C(ROOT/dev), C(/dev), C(dev/web)), a name or an id stands for.

    A caller who may not list domains may still name the own one: the answer of listAccounts tells it.

    :raises NotFound: there is no such domain, or the caller may not see it.
    :raises Ambiguous: the name stands in several places; a path tells them apart.
    """
    if looks_like_id(value):
        return {"id": value}
    path = _full_path(value)
    last = path.rsplit("/", 1)[-1]
    try:
        rows: list[Row] = list(resolver.rows(DOMAIN, {"name": last}))
    except ApiError as error:
        if not error.says_not_allowed:
            raise
        rows = _own(resolver)
    found = named(rows, ("path",), path) or named(rows, ("name",), value)
    if not found:
        raise NotFound("domain", "domain", value)
    if len(found) > 1:
        raise Ambiguous("domain", "domain", value, [candidate(row) for row in found])
    return found[0]


def resolve_domain(finder: Finder, value: Any) -> Given:
    """Resolve an option that names a domain by path, name or id."""
    row = domain_of(finder.resolver, value)
    return Given(row["id"], row.get("name", value), row)


def _full_path(value: str) -> str:
    path = value.strip("/")
    return path if path.upper() == "ROOT" or path.upper().startswith("ROOT/") else f"ROOT/{path}" if path else "ROOT"


def _own(resolver: Resolver) -> list[Row]:
    accounts = resolver.client.list("listAccounts")
    return [
        {"id": one["domainid"], "name": one.get("domain", ""), "path": one.get("domainpath", one.get("domain", ""))}
        for one in accounts
    ]
