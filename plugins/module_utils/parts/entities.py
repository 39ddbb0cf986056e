# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Things of any kind, as tags and annotations refer to them: by kind and id, or by name where the kind is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from ..errors import OptionError
from ..resolve import Given
from ..resources.affinity_group import AFFINITY_GROUP
from ..resources.cluster import CLUSTER
from ..resources.domain import DOMAIN, domain_of
from ..resources.host import HOST
from ..resources.image_store import IMAGE_STORE
from ..resources.instance import INSTANCE
from ..resources.network import NETWORK_REF
from ..resources.pod import POD
from ..resources.project import PROJECT
from ..resources.references import (
    DISK_OFFERING,
    ISO,
    SERVICE_OFFERING,
    SNAPSHOT,
    TEMPLATE,
    VOLUME,
)
from ..resources.security_group import SECURITY_GROUP
from ..resources.storage_pool import STORAGE_POOL
from ..resources.vpc import VPC
from ..resources.zone import ZONE
from ..spec import Resource
from ..values import looks_like_id

if TYPE_CHECKING:
    from ..find import Finder

Kinds = Mapping[str, Resource]

COMMON: Kinds = {
    "volume": VOLUME,
    "snapshot": SNAPSHOT,
    "template": TEMPLATE,
    "iso": ISO,
    "network": NETWORK_REF,
    "vpc": VPC,
    "zone": ZONE,
    "host": HOST,
    "domain": DOMAIN,
}
TAGGED: Kinds = {
    **COMMON,
    "uservm": INSTANCE,
    "project": PROJECT,
    "storage": STORAGE_POOL,
    "securitygroup": SECURITY_GROUP,
    "affinitygroup": AFFINITY_GROUP,
}
"""Types of resources that can carry tags, in small letters, and where their names are looked up."""

ANNOTATED: Kinds = {
    **COMMON,
    "vm": INSTANCE,
    "service_offering": SERVICE_OFFERING,
    "disk_offering": DISK_OFFERING,
    "pod": POD,
    "cluster": CLUSTER,
    "primary_storage": STORAGE_POOL,
    "secondary_storage": IMAGE_STORE,
}
"""Types of what can be annotated, in small letters, and where their names are looked up."""


def lists_of(kinds: Kinds) -> tuple[str, ...]:
    """The commands by which the names of things of these kinds, domains among them, are looked up."""
    return tuple(sorted({"listAccounts", *(kind.list for kind in kinds.values())}))


def entity(option: str, type_option: str, kinds: Kinds) -> Callable[[Finder, Any], Given]:
    """A resolver of an option that names a thing of the type in another option.

    :raises OptionError: a name of a type whose names cannot be looked up.
    """

    def resolve(finder: Finder, value: Any) -> Given:
        kind = kinds.get(str(finder.params.get(type_option)).casefold())
        if kind is None and looks_like_id(value):
            return Given(value, value)
        if kind is None:
            raise OptionError(
                option,
                f"{option}: '{value}' is no id, and names of {finder.params.get(type_option)} cannot be looked up. "
                "Give the id; the info module of the kind tells it.",
                value=value,
            )
        if kind is DOMAIN:
            row = domain_of(finder.resolver, value, option)
            return Given(row["id"], row["id"], row)
        scope = dict(finder.owner()) if kind.owned else {}
        if finder.given("zone") and "zone" in kind.filters:
            scope["zoneid"] = finder.ref("zone").value
        row = finder.resolver.resolve(option, kind, value, scope)
        return Given(row["id"], row["id"], row)

    return resolve
