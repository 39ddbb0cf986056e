# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Rules that select the secondary storage for what comes into a zone."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Choice, Field, Flag, Ref, Refusal, Resource
from .zone import ZONE

SECONDARY_STORAGE_SELECTOR = Resource(
    "secondary_storage_selector",
    list="listSecondaryStorageSelectors",
    create="createSecondaryStorageSelector",
    update="updateSecondaryStorageSelector",
    delete="removeSecondaryStorageSelector",
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("zone",),
    filters={"type": "type", "show_removed": "showremoved"},
    fields=(
        Field("name", required=True, fixed=True, check=checks.name255),
        Ref("zone", target=ZONE, required=True, shows=None, fixed=True, scope=True),
        Choice("type", ("ISO", "SNAPSHOT", "TEMPLATE", "VOLUME"), needed_to_create=True, fixed=True),
        Field("description", needed_to_create=True, fixed=True),
        Field("heuristic_rule", needed_to_create=True),
    ),
    answers=(Answer("created"), Answer("removed")),
    info=(Choice("type", ("ISO", "SNAPSHOT", "TEMPLATE", "VOLUME")), Flag("show_removed", steers=True)),
    refusals=(
        Refusal(
            "js.interpretation.enabled",
            "heuristic_rule",
            "Give the setting js.interpretation.enabled the value true first.",
        ),
        Refusal("already", "type", "A zone has one rule for each type: remove the former one first."),
    ),
    info_needs=("zone",),
)
