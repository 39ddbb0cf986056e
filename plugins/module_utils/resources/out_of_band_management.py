# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Out-of-band management: how the power of a host is switched. The API shows it as a part of the host."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from ..lifecycle import Record, switched
from ..spec import Action, Answer, Field, Knob, Number, Ref, Refusal, Resource
from .host import HOST
from .zone import ZONE

BY_HOST = {"hostid": "hostid"}
PARTS = ("driver", "address", "port", "username")
POWER = {"power_on": "ON", "power_off": "OFF", "power_cycle": "CYCLE", "power_reset": "RESET", "power_soft": "SOFT"}


def _of_host(host: Record) -> Sequence[Record]:
    """What a host tells of it; a host for which nothing is configured has none."""
    held = host.get("outofbandmanagement") or {}
    if not held.get("driver"):
        return []
    found = {key: value for key, value in held.items() if key != "password"}
    place = {"hostid": host.get("id"), "hostname": host.get("name"), "zoneid": host.get("zoneid")}
    return [{**found, **place, "(state)": "Enabled" if held.get("enabled") else "Disabled"}]


def _part(key: str) -> Field:
    others = tuple(name for name in PARTS if name != key)
    if key == "port":
        return Number(key, read=_reads(key), needed_to_create=True, together=others)
    compare = "folded" if key == "driver" else "exact"
    return Field(key, read=_reads(key), needed_to_create=True, together=others, compare=compare)


def _reads(key: str) -> Callable[[Record], Any]:
    return lambda record: record.get(key)


OUT_OF_BAND_MANAGEMENT = Resource(
    "out_of_band_management",
    list="listHosts",
    list_with={"type": "Routing"},
    create="configureOutOfBandManagement",
    update="configureOutOfBandManagement",
    update_by=BY_HOST,
    plural="out_of_band_management",
    key=("host",),
    list_key="",
    list_id="",
    id_option=False,
    list_needs=("host",),
    filters={"zone": "zoneid"},
    rows=_of_host,
    asynchronous=True,
    fields=(
        Ref(
            "host",
            target=HOST,
            within=("zone",),
            required=True,
            list_api="id",
            read=_reads("hostid"),
            shows=_reads("hostname"),
            unique=False,
            fixed=True,
            scope=True,
        ),
        Ref("zone", target=ZONE, steers=True),
        *(_part(key) for key in PARTS),
        Field("password", secret=True, needed_to_create=True, rides=True),
        Knob("power_timeout", "int"),
    ),
    answers=(Answer("power_state", read=_reads("powerstate")),),
    lifecycle=switched(
        "enableOutOfBandManagementForHost", "disableOutOfBandManagementForHost", BY_HOST, ("power_state",)
    ),
    actions=tuple(
        Action(
            state,
            "issueOutOfBandManagementPowerAction",
            by=BY_HOST,
            params={"action": action},
            options={"timeout": "power_timeout"},
            from_states=("Enabled",),
        )
        for state, action in POWER.items()
    ),
    refusals=(
        Refusal("missing parameter password", "password", "CloudStack takes the configuration only as a whole."),
        Refusal("driver provided is not available", "driver", "Name one of those."),
        Refusal("action failed", "state", "Check that address, port, user name and password are those of the host."),
    ),
)
