# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Guest operating systems: what templates and instances say they run."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Map, Ref, Refusal, Resource
from .os_category import OS_CATEGORY

GUEST_OS = Resource(
    "guest_os",
    list="listOsTypes",
    create="addGuestOs",
    update="updateGuestOs",
    delete="removeGuestOs",
    plural="guest_oses",
    key=("display_name",),
    names=("description", "name"),
    list_key="description",
    filters={"os_category": "oscategoryid", "for_display": "fordisplay"},
    asynchronous=True,
    fields=(
        Field("display_name", api="osdisplayname", read="description", required=True, check=checks.name255),
        Ref("os_category", target=OS_CATEGORY, needed_to_create=True),
        Field("name", fixed=True, check=checks.name255),
        Flag("for_display", api="forDisplay", read="fordisplay"),
        Map("details", read=None),
    ),
    answers=(Answer("is_user_defined", "bool"),),
    info=(Ref("os_category", target=OS_CATEGORY), Flag("for_display", api="forDisplay", read="fordisplay")),
    refusals=(
        Refusal("already exists", "display_name", "Display names of guest operating systems are unique."),
        Refusal("system defined|system-defined", "display_name", "Only those that were added can be changed."),
    ),
)
