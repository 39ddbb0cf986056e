# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Many settings of one place at once: one list, and one command for each value that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ..config_places import PARAMS, PLACES, UPDATE_BY, asked_of, is_secret, needs_restart, refuse_wrong_place, spelled
from ..errors import OptionError
from ..resolve import Given, Row
from ..spec import Answer, Listing, Map, Refusal, Resource, Via
from ..values import text

if TYPE_CHECKING:
    from ..find import Finder

BY_PLACE = {key: param for key, param in UPDATE_BY.items() if key != "name"}


def _gather(finder: Finder, listed: Sequence[Row]) -> Sequence[Row]:
    """One record for the place, with the settings that the task names, or with all that are no secrets."""
    rows = {str(row.get("name")): row for row in listed}
    wanted = finder.params.get("settings") or dict.fromkeys(finder.params.get("names") or ()) or None
    if wanted is None:
        chosen = [row for row in rows.values() if not is_secret(row)]
    else:
        _refuse_what_is_not_there(finder, rows, wanted)
        chosen = [rows[name] for name in wanted]
    settings = {str(row["name"]): row.get("value") for row in chosen}
    waiting = sorted(str(row["name"]) for row in chosen if needs_restart(row))
    return [{**asked_of(finder), "(settings)": settings, "(restart)": waiting, "(rows)": rows}]


def _refuse_what_is_not_there(finder: Finder, rows: Mapping[str, Row], wanted: Mapping[str, Any]) -> None:
    missing = [name for name in wanted if name not in rows]
    if missing:
        refuse_wrong_place(finder, missing)
        raise OptionError("settings", f"settings: there is no setting called {', '.join(missing)}.")
    secrets = [name for name in wanted if is_secret(rows[name])]
    if secrets:
        raise OptionError(
            "settings",
            f"settings: {', '.join(secrets)} holds a secret, which this module would show. "
            "Set it with cloudstack.cloud.configuration.",
        )


def _settings(finder: Finder, value: Any) -> Given:
    """The values as the server spells them."""
    rows = finder.rows(asked_of(finder))[0]["(rows)"]
    wanted = {name: spelled(rows[name], text(one)) for name, one in value.items()}
    return Given(wanted, wanted)


def _command(name: str, value: Any, held: Any) -> list[dict[str, Any]]:
    """What gives a setting its value, if it has another one."""
    return [] if text(held) == text(value) else [{"name": name, "value": value}]


CONFIGURATIONS = Resource(
    "configurations",
    list="listConfigurations",
    plural="configurations",
    key=(),
    list_key="",
    list_id="",
    id_option=False,
    in_turn=True,
    asks=asked_of,
    asks_by=PARAMS,
    gathers=_gather,
    fields=(
        Map(
            "settings",
            required=True,
            api="value",
            read=lambda record: record.get("(settings)"),
            resolve=_settings,
            via=Via("updateConfiguration", BY_PLACE, each=_command),
        ),
        *PLACES,
    ),
    answers=(Answer("restart_required", "list", read="(restart)"),),
    info=(Listing("names", steers=True), *PLACES),
    refusals=(Refusal("not a valid", "settings", "Give values of the types that configuration_info tells."),),
)
