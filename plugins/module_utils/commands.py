# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Which commands of the API each module can send: what a role for its user must allow. Pure."""

from __future__ import annotations

from typing import Iterable, Iterator, Mapping

from .arguments import info_fields
from .client import is_read
from .errors import OptionError
from .export.holdings import READS as OF_INSTANCES
from .export.tenancy import READS as OF_TENANTS
from .export.zone import READS as OF_ZONES
from .registry import KINDS, Kind
from .rulesets.spec import RuleSet
from .spec import Field, Ref, Resource, Variants

INFO = "_info"

WITHOUT_KIND: Mapping[str, tuple[str, ...]] = {
    "api": ("listApis",),
    "api_keys": ("getUserKeys", "listCapabilities", "login", "logout", "registerUserKeys", "updateUser"),
    "converge": (),
    "export": tuple(sorted(OF_ZONES | OF_TENANTS | OF_INSTANCES)),
}
"""What those modules send that no kind of thing stands behind; C(converge) and C(api) also send what they
are told to."""

OF_DOMAINS = ("listDomains", "listAccounts")
"""By which a domain is looked up: who may not list domains sees the own one in the own account."""

FILTERED = "listApis"
"""By which an info module learns what the list takes as C(filters)."""

ALWAYS = ("listAsyncJobs", "queryAsyncJobResult")
"""What any module that changes something may ask for: how jobs stand, and which there are after an answer was lost."""


def resources_of(kind: Kind) -> tuple[Resource, ...]:
    """The resource, all variants of it, or the kinds of rules in a set."""
    if isinstance(kind, RuleSet):
        return kind.members
    return tuple(kind.resources.values()) if isinstance(kind, Variants) else (kind,)


def writes(kind: Kind) -> list[str]:
    """The commands that change something, which the module of a kind may send."""
    found = {command for resource in resources_of(kind) for command in _writes(resource)}
    if isinstance(kind, RuleSet) and kind.order:
        found.add(kind.order.command)
    return sorted(found)


def reads(kind: Kind) -> list[str]:
    """The commands that read, which the module of a kind may send."""
    return sorted({command for resource in resources_of(kind) for command in _reads(resource)})


def looks(kind: Kind) -> list[str]:
    """The commands that the info module of a kind may send: what lists it, and what its options name."""
    return sorted({command for one in resources_of(kind) for command in _looks(one, info_fields(one))})


def commands(module: str) -> list[str]:
    """All commands that a module may send.

    :param module: its name, with or without that of the collection.
    :raises OptionError: the collection has no such module.
    """
    name = module.rsplit(".", 1)[-1]
    if name in WITHOUT_KIND:
        return sorted({*WITHOUT_KIND[name], *ALWAYS})
    if name in KINDS:
        return sorted({*writes(KINDS[name]), *reads(KINDS[name]), *ALWAYS})
    if name.endswith(INFO) and name[: -len(INFO)] in KINDS:
        return sorted({*looks(KINDS[name[: -len(INFO)]]), FILTERED})
    raise OptionError("modules", f"modules: there is no module '{module}' in cloudstack.cloud that calls the API.")


def _writes(resource: Resource) -> Iterator[str]:
    yield from (command for command in (resource.create, resource.update, resource.delete) if command)
    yield from resource.create_when.values()
    yield from (move.command for move in (resource.lifecycle.moves if resource.lifecycle else ()))
    yield from (action.command for action in resource.actions)
    for field in resource.fields:
        if field.via:
            yield from (command for command in (field.via.command, field.via.clear, field.via.live) if command)
        if field.members:
            yield from field.members.commands
    for child in resource.children:
        yield from (command for command in _writes(child.target) if command != child.target.delete)
    if resource.tags:
        yield from ("createTags", "deleteTags")
    yield from (command for command in resource.also if not is_read(command))


def _reads(resource: Resource) -> Iterator[str]:
    yield from _looks(resource, resource.refs)
    yield from (command for command in resource.also if is_read(command))
    for child in resource.children:
        yield from _reads(child.target)


def _looks(resource: Resource, fields: Iterable[Field]) -> Iterator[str]:
    """What reads one of a kind, and looks up what these of its options name."""
    yield resource.list
    yield from resource.reads_with
    named = {field.kind.list for field in fields if isinstance(field, Ref)}
    yield from named
    if resource.owned:
        yield from (*OF_DOMAINS, "listProjects")
    elif "listDomains" in named:
        yield from OF_DOMAINS
