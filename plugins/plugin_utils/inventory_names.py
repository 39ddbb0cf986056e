# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Names of hosts and groups, made of what tenants and operators write. Pure functions."""

from __future__ import annotations

import re
from typing import AbstractSet, Any, Iterable, Mapping, Sequence

NEVER = frozenset({"all", "ungrouped", "localhost", "127.0.0.1", "::1"})
"""Names that mean something else to Ansible. A tenant's instance must not become the controller."""

SHORT = 8
"""So many characters of an id tell apart what has one name."""


def host_name(value: Any) -> str:
    """A host's name made of any value: what is no letter, digit or one of C(._-:@) becomes an underscore.

    Empty when nothing is left of it.
    """
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return ""
    name = re.sub(r"[^\w.\-:@]", "_", str(value).strip()).lstrip("-:@.")
    return name if re.search(r"\w", name) else ""


def distinct_names(wanted: Sequence[tuple[str, str]], taken: AbstractSet[str] = frozenset()) -> list[str]:
    """A name for each, no two alike: the first of several keeps it, and the others have a part of their id behind it.

    What comes later takes no name from what was there before, so the order ought to be that of age.

    :param wanted: for each the name and the id, in order.
    :param taken: names that none can have.
    """
    reserved = NEVER | taken
    plain = {name for name, _id in wanted}
    used: set[str] = set()
    found = []
    for name, own_id in wanted:
        choices = (name, f"{name}-{own_id[:SHORT]}", f"{name}-{own_id}", own_id)
        free = [one for one in choices if one not in used and one.lower() not in reserved]
        chosen = next((one for one in free if one == name or one not in plain), free[-1] if free else own_id)
        used.add(chosen)
        found.append(chosen)
    return found


def place_groups(source: str, places: Mapping[str, Any]) -> Iterable[str]:
    """The groups of a zone, of a pod in it and of a cluster in that, from the outer to the inner.

    :param places: the names under C(zone), C(pod) and C(cluster), as far as they are known.
    """
    names: list[str] = []
    for kind in ("zone", "pod", "cluster"):
        if not places.get(kind):
            return
        names.append(str(places[kind]))
        yield f"cloudstack_{source}_{kind}_{'_'.join(names)}"
