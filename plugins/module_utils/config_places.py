# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Settings: where they have values, how their values are read and compared, and which of them are secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Sequence

from .errors import OptionError
from .fields import Ref
from .holders import account_in_domain
from .resolve import Row
from .resources.cluster import CLUSTER
from .resources.domain import DOMAIN, resolve_domain
from .resources.image_store import IMAGE_STORE
from .resources.management_server import MANAGEMENT_SERVER_REF
from .resources.references import ACCOUNT_REF
from .resources.storage_pool import STORAGE_POOL
from .resources.zone import ZONE
from .values import same

if TYPE_CHECKING:
    from .find import Finder


PLACES = (
    Ref("zone", target=ZONE, steers=True),
    Ref("cluster", target=CLUSTER, within=("zone",), steers=True),
    Ref("storage", target=STORAGE_POOL, within=("zone",), steers=True, aliases=("storage_pool",)),
    Ref("image_store", target=IMAGE_STORE, within=("zone",), steers=True),
    Ref("domain", target=DOMAIN, steers=True, resolve=resolve_domain),
    Ref("account", target=ACCOUNT_REF, steers=True, resolve=account_in_domain),
    Ref("management_server", target=MANAGEMENT_SERVER_REF, steers=True),
)
"""The options that say where a setting has its value; without them, everywhere."""

PARAMS = {
    "zone": "zoneid",
    "cluster": "clusterid",
    "storage": "storageid",
    "image_store": "imagestoreuuid",
    "domain": "domainid",
    "account": "accountid",
    "management_server": "managementserverid",
}
UPDATE_BY = {"name": "name", **{param: param for param in PARAMS.values()}}
"""How a setting in its place is addressed: the rows carry the ids of their place."""

RESET_BY = {("imagestoreid" if param == "imagestoreuuid" else param): param for param in UPDATE_BY}
NARROWING = {"zone": ("cluster", "storage", "image_store"), "domain": ("account",)}
NUMERIC = ("Number", "Decimal", "Range", "Integer", "Long", "Float", "Double")
SECRET = re.compile(r"(password|secret|secretkey|passphrase|token|\.key|\.auth)$")


def place_of(finder: Finder) -> str:
    """The option that says where the setting has its value, or an empty string.

    :raises OptionError: several places are given.
    """
    given = [ref.name for ref in PLACES if finder.params.get(ref.name)]
    found = [name for name in given if not set(NARROWING.get(name, ())) & set(given)]
    if len(found) > 1:
        raise OptionError(
            found[1], f"{found[1]}: a setting has its value in one place, and {found[0]} is given, too. Leave one out."
        )
    return found[0] if found else ""


def asked_of(finder: Finder) -> dict[str, Any]:
    """The list parameters of the place."""
    place = place_of(finder)
    return {PARAMS[place]: finder.ref(place).value} if place else {}


def completed(row: Row) -> Row:
    """A setting with what it would be by default, and whether it is so."""
    default = row.get("(default)", row.get("defaultvalue"))
    plain = same(row.get("value"), spelled(row, default), "exact")
    return {**row, "(default)": default, "(state)": "default" if plain else "set"}


def spelled(row: Row, value: Any) -> Any:
    """A value as the server holds it, where both mean the same: 2 and 2.0, True and true."""
    kind, held = row.get("type"), row.get("value")
    if kind in NUMERIC and held is not None and same(held, value, "number"):
        return held
    return str(value).lower() if kind == "Boolean" and value is not None else value


def is_secret(row: Row) -> bool:
    """Tell whether the value of a setting is a secret: by its category, or by its name."""
    if row.get("type") not in (None, "String"):
        return False
    return row.get("category") == "Secure" or SECRET.search(str(row.get("name"))) is not None


def needs_restart(row: Row) -> bool:
    """Tell whether a value counts only after the management servers are started anew."""
    return str(row.get("isdynamic")).lower() != "true"


def refuse_wrong_place(finder: Finder, names: Sequence[str]) -> None:
    """Say why there is no such setting in the place.

    :raises OptionError: the settings exist, but not in that place.
    """
    place = place_of(finder)
    for name in names if place else ():
        known = [row for row in finder.resolver.rows(finder.resource, {"name": name}) if row.get("name") == name]
        if known:
            scopes = str(known[0].get("scope") or "global").lower()
            raise OptionError(place, f"{place}: '{name}' has no value of its own there; its scopes are: {scopes}.")
