# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the kinds share that act on an instance which must be there: it is named like a reference, and not made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..resolve import Row
from ..resources.instance import INSTANCE
from ..resources.zone import ZONE
from ..spec import Field, Ref, Resource

if TYPE_CHECKING:
    from ..find import Finder

BY = {"virtualmachineid": "id"}


def the_instance(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """The instance that C(vm) names.

    :raises NotFound: there is none.
    :raises Ambiguous: several are called so.
    """
    found = finder.ref("vm").record
    return [found] if found else finder.by_id(finder.ref("vm").value)


def instance_ref(**more: Any) -> Ref:
    """The instance that something belongs to, which shows it by its id and name.

    :param more: what is special of the option.
    """
    return Ref(
        "vm",
        target=INSTANCE,
        within=("zone",),
        unique=False,
        **{"api": "virtualmachineid", "shows": "virtualmachinename", **more},
    )


OF_NICS: dict[str, Any] = {
    "list": "listNics",
    "list_key": "",
    "list_needs": ("vm",),
    "info_needs": ("vm",),
    "owned": True,
    "inherits_owner": True,
    "lists_owned": False,
    "id_option": False,
    "asynchronous": True,
}
"""How the API handles NICs and what they have: they are listed instance by instance, and belong to its owner."""

PLACE: tuple[Field, ...] = (
    Ref("vm", target=INSTANCE, read="id", shows="name", within=("zone",), unique=False, required=True, fixed=True),
    Ref("zone", target=ZONE, required=True, steers=True),
)
