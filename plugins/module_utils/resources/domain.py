# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Domains: the tree in which accounts and projects stand. A path says where one is and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .. import checks
from ..errors import Ambiguous, ApiError, NotFound
from ..resolve import Given, Resolver, Row, candidate, named
from ..spec import Answer, Field, Knob, Number, Ref, Refusal, Resource, Via
from ..values import looks_like_id

if TYPE_CHECKING:
    from ..find import Finder

ROOT = "ROOT"

DOMAIN_REF = Resource(
    "domain",
    list="listDomains",
    list_with={"listall": True},
    names=("path", "name"),
    fields=(Field("name"), Field("path")),
)


def domain_of(resolver: Resolver, value: str, option: str = "domain") -> Row:
    """Return the domain that a path (C(ROOT/dev), C(/dev), C(dev/web)), a name or an id stands for.

    A caller who may not list domains may still name the own one: the answer of listAccounts tells it.

    :param option: the option the value comes from, for the message.
    :raises NotFound: there is no such domain, or the caller may not see it.
    :raises Ambiguous: the name stands in several places; a path tells them apart.
    """
    if looks_like_id(value):
        return {"id": value}
    path = full_path(value)
    rows = domains(resolver, {"name": path.rsplit("/", 1)[-1]})
    found = named(rows, ("path",), path) or named(rows, ("name",), value)
    if not found:
        raise NotFound(option, "domain", value)
    if len(found) > 1:
        raise Ambiguous(option, "domain", value, [candidate(row) for row in found])
    return found[0]


def domains(resolver: Resolver, params: Mapping[str, Any]) -> list[Row]:
    """List domains; to a caller who may not, those of the accounts that listAccounts shows."""
    try:
        return list(resolver.rows(DOMAIN_REF, params))
    except ApiError as error:
        if not error.says_not_allowed:
            raise
        return own_domains(resolver)


def own_domains(resolver: Resolver) -> list[Row]:
    """The domain of the caller, as the own account shows it."""
    return [
        {"id": one["domainid"], "name": one.get("domain", ""), "path": one.get("domainpath", one.get("domain", ""))}
        for one in resolver.rows(OWN_ACCOUNT, {})
    ]


OWN_ACCOUNT = Resource("account", list="listAccounts", fields=(Field("name"),))
"""Without any parameter, listAccounts shows the account of the caller alone."""


def resolve_domain(finder: Finder, value: Any) -> Given:
    """Resolve an option that names a domain by path, name or id."""
    row = domain_of(finder.resolver, value)
    if "name" not in row:
        row = next((one for one in domains(finder.resolver, {"id": value}) if one.get("id") == value), row)
    return Given(row["id"], row.get("name", value), row)


def in_own_domain(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """Search in the domain that the task names, or else in the caller's own: names repeat from domain to domain."""
    if finder.given("domain"):
        return finder.matching(finder.rows(asked))
    own = [row["id"] for row in own_domains(finder.resolver)][:1]
    rows = finder.rows({**asked, **({"domainid": own[0]} if own else {})})
    return finder.matching([row for row in rows if not own or row.get("domainid") == own[0]])


def full_path(value: str) -> str:
    """A path from the root on: C(ROOT/dev/web) for C(dev/web), C(/dev/web) and C(ROOT/dev/web)."""
    path = value.strip("/")
    return path if path.upper() == ROOT or path.upper().startswith(f"{ROOT}/") else f"{ROOT}/{path}" if path else ROOT


def _from_root(finder: Finder, value: Any) -> Given:
    return Given(full_path(value), full_path(value))


def _name_and_parent(params: Mapping[str, Any]) -> Mapping[str, Any]:
    """A path is the path of the domain above it, and a name."""
    if not params.get("path"):
        return params
    parent, _slash, name = full_path(params["path"]).rpartition("/")
    return {**params, "name": name, "parent_domain": parent or None}


def _depth(params: Mapping[str, Any]) -> int:
    return full_path(str(params.get("path") or "")).count("/")


def _above(finder: Finder, value: Any) -> Given:
    """The domain above; nothing is made in one that is not there."""
    try:
        return resolve_domain(finder, value)
    except NotFound:
        raise NotFound("path", "domain", value) from None


ABOVE = Resource("domain", list="listDomains", list_with={"listall": True}, fields=DOMAIN_REF.fields, named_by=_above)


def _find(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By its path; the domain above one that is found need not be asked for."""
    found = finder.matching(domains(finder.resolver, {"name": params["name"]}))
    if len(found) == 1 and params.get("parent_domain"):
        above = {"id": found[0].get("parentdomainid"), "name": found[0].get("parentdomainname")}
        finder.know("parent_domain", above)
    return found


DOMAIN = Resource(
    "domain",
    list="listDomains",
    list_with={"listall": True},
    create="createDomain",
    update="updateDomain",
    delete="deleteDomain",
    delete_options={"cleanup": "clean_up"},
    key=("path",),
    names=("path", "name"),
    list_key="",
    find=_find,
    normalize=_name_and_parent,
    named_by=resolve_domain,
    filters={"name": "name", "level": "level"},
    asynchronous=True,
    depth=_depth,
    fields=(
        Field("path", required=True, sent=False, resolve=_from_root, compare="folded"),
        Field("name", implied=True, compare="folded", check=checks.name255),
        Ref(
            "parent_domain",
            target=ABOVE,
            implied=True,
            api="parentdomainid",
            shows="parentdomainname",
            unique=False,
            via=Via("moveDomain", {"domainid": "id"}),
        ),
        Field("network_domain"),
        Knob("clean_up", default=False),
    ),
    answers=(Answer("level", "int"), Answer("has_children", "bool", read="haschild"), Answer("created")),
    info=(Field("path"), Field("name", steers=True), Number("level", steers=True)),
    omits={"domainid": "the id of a domain is the server's"},
    refusals=(
        Refusal(
            "all users and sub domains have been removed|has accounts, projects or domains",
            "clean_up",
            "Set clean_up=true to remove everything in it along, or remove accounts and domains in it first.",
        ),
        Refusal("already exists for the parent", "path", "Choose another name, or another domain above it."),
    ),
)
