# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options for what may be kept for one domain, account or project, and can be given back to all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from .errors import OptionError
from .fields import Field, Ref, Via
from .resolve import Given
from .resources.domain import DOMAIN, resolve_domain
from .resources.project import PROJECT
from .resources.references import ACCOUNT_REF

if TYPE_CHECKING:
    from .find import Finder

Options = Mapping[str, Any]


def _domain(finder: Finder, value: Any) -> Given:
    return resolve_domain(finder, value) if value else Given("", "")


def _project(finder: Finder, value: Any) -> Given:
    if not value:
        return Given("", "")
    scope = {"domainid": resolve_domain(finder, finder.params["domain"]).value} if finder.params.get("domain") else {}
    return finder.resolver.given(PROJECT, finder.resolver.resolve("project", PROJECT, value, scope))


def account_in_domain(finder: Finder, value: Any) -> Given:
    """An account by its name, in the domain that the task names.

    :raises NotFound: there is none of that name.
    :raises Ambiguous: several domains have one.
    """
    scope = {"domainid": finder.ref("domain").value} if finder.given("domain") else {}
    row = finder.resolver.resolve("account", ACCOUNT_REF, value, scope)
    return Given(row["id"], row.get("name"), row)


def holder(via: Via | None = None, **more: Any) -> tuple[Field, ...]:
    """The options domain, account and project of something that is kept for one of them, or for nobody.

    :param via: the commands that hand it over and take it back; without them it has its holder from its creation.
    """
    return (
        Ref(
            "domain",
            target=DOMAIN,
            unique=False,
            shows="domain",
            resolve=_domain,
            via=via,
            entails=("account", "project"),
            **more,
        ),
        Field("account", via=via, together=("domain",), entails=("project",), **more),
        Ref("project", target=PROJECT, shows="project", resolve=_project, via=via, entails=("account",), **more),
    )


def holder_is_whole(params: Options) -> Options:
    """Refuse an account without its domain, and an account beside a project.

    :raises OptionError: one of them cannot be meant.
    """
    if params.get("account") and not params.get("domain"):
        raise OptionError("domain", "domain is missing: an account is only unique within its domain, so give both.")
    if params.get("account") and params.get("project"):
        raise OptionError("project", "project: give an account or a project, not both.")
    return params
