# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What lies about in a cloud and nobody uses. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Mapping, Sequence

from .listed import owner_options

Records = Sequence[Mapping[str, Any]]

IDLE = ("Ready", "Allocated", "Uploaded")
"""States of volumes that nothing happens to."""


def housekeeping(
    read: Mapping[str, Records],
    now: str,
    days: float,
    keep: str,
    event_days: float = 180,
    event_state: str = "archived",
) -> list[dict[str, Any]]:
    """What nobody has used for a while.

    :param read: what info modules returned: C(volumes), C(ip_addresses), C(volume_snapshots) and C(events). A snapshot
      is an orphan when its volume is none of the volumes. The events of an owner are one entry.
    :param now: the time, like C(2026-11-22T14:30:00+0000).
    :param days: how old a thing must be to count.
    :param keep: the key of a tag that keeps a thing from counting, whatever its value.
    :param event_days: how old an event must be to count.
    :param event_state: what becomes of events: archived or absent.
    :returns: entries with C(kind), C(name), C(text), and C(resource), an entry for the module converge that removes it.
    """
    before = _moment(now) - timedelta(days=days)
    volumes = read.get("volumes", ())
    known = {(one.get("zone"), _owner_of(one), one.get("name")) for one in volumes}
    found = [
        *(_entry("volume", one, "it is attached to nothing", "created") for one in volumes if _is_idle(one)),
        *(
            _entry("ip_address", one, "nothing uses it", "allocated")
            for one in read.get("ip_addresses", ())
            if _is_unused(one)
        ),
        *(
            _entry(
                "volume_snapshot", one, f"its volume {one.get('volume') or ''} is gone".replace("  ", " "), "created"
            )
            for one in read.get("volume_snapshots", ())
            if one.get("state") == "BackedUp" and (one.get("zone"), _owner_of(one), one.get("volume")) not in known
        ),
    ]
    things = [
        {key: value for key, value in one.items() if key not in ("since", "tags")}
        for one in sorted(found, key=lambda one: (one["kind"], one["name"], one["resource"][one["kind"]]["id"]))
        if keep not in one["tags"] and one["since"] and _moment(one["since"]) < before
    ]
    eldest = _moment(now) - timedelta(days=event_days)
    return [*_old_events(read.get("events", ()), eldest, event_state), *things]


def _old_events(events: Records, before: datetime, state: str) -> list[dict[str, Any]]:
    """An entry for each owner, whose events from before the day are put away together."""
    day = before.strftime("%Y-%m-%d")
    owners: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in events:
        if str(one.get("created")) < day:
            owners.setdefault((str(one.get("domain")), _owner_of(one)), []).append(one)
    return [
        {
            "kind": "event",
            "name": owner,
            "text": f"{len(held)} events of {owner} in {domain}: they are from before {day}.",
            "resource": {"event": {"created_before": day, **owner_options(held[0]), "state": state}},
        }
        for (domain, owner), held in sorted(owners.items())
    ]


def _entry(kind: str, record: Mapping[str, Any], why: str, since: str) -> dict[str, Any]:
    name = str(record.get("ip_address") if kind == "ip_address" else record.get("name"))
    place = {"zone": record["zone"]} if record.get("zone") and kind != "volume_snapshot" else {}
    naming = {"ip_address": name} if kind == "ip_address" else {"name": name}
    options = {"id": record["id"], **naming, **place, **owner_options(record), "state": "absent"}
    day = str(record.get(since) or "")[:10]
    return {
        "kind": kind,
        "name": name,
        "text": f"{kind.replace('_', ' ')} {name} of {_owner_of(record)} in {record.get('zone')}: {why}, since {day}.",
        "resource": {kind: options},
        "since": record.get(since),
        "tags": [tag.get("key") for tag in record.get("tags") or ()],
    }


def _is_idle(volume: Mapping[str, Any]) -> bool:
    return volume.get("type") == "DATADISK" and not volume.get("vm") and volume.get("state") in IDLE


def _is_unused(address: Mapping[str, Any]) -> bool:
    uses = ("is_source_nat", "is_static_nat", "has_rules", "purpose", "vm_name")
    ours = address.get("account") != "system"  # whose addresses are those of system VMs
    return ours and address.get("state") == "Allocated" and not any(address.get(use) for use in uses)


def _owner_of(record: Mapping[str, Any]) -> str:
    return str(record.get("project") or record.get("account"))


def _moment(text: str) -> datetime:
    """A time of the API or of the user, whose offset may lack its colon or be a Z."""
    plain = text.replace("Z", "+00:00")
    if len(plain) > 5 and plain[-5] in "+-" and ":" not in plain[-5:]:
        plain = f"{plain[:-2]}:{plain[-2:]}"
    return datetime.fromisoformat(plain)
