# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Events and alerts of Apache CloudStack for rulebooks, as they come."""

from __future__ import annotations

import asyncio
import importlib
import json
import logging
import os
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Callable

DOCUMENTATION = r"""
---
short_description: Events and alerts of Apache CloudStack
description:
  - Asks a cloud for its events and alerts again and again, and gives each new one to the rulebook, the oldest first.
  - An item is a dictionary C(cloudstack) with C(kind), which is V(event) or V(alert), and the words of the API, such as
    C(type), C(level), C(description), C(resourceid), and C(created) or C(sent).
  - What was there before the rulebook began is not given, unless C(mark_file) tells how far an earlier run has come.
options:
  api_url:
    description: URL of the API. Without it, as with all options of the connection, the environment or a profile tells.
    type: str
  api_key:
    description: API key.
    type: str
  api_secret:
    description: Secret key.
    type: str
  api_profile:
    description: Section of C(cloudstack.ini), or profile of C(~/.cmk/config), that holds the connection settings.
    type: str
  api_verify_ssl_cert:
    description: File or folder with the certificates of the authorities to trust.
    type: str
  validate_certs:
    description: Whether the certificate of the server is checked.
    type: bool
  api_timeout:
    description: How long to wait for the answer to one request, in seconds.
    type: int
  kinds:
    description: What is asked for, V(events), V(alerts) or both. Alerts need the key of an administrator.
    type: list
    elements: str
    default: [events, alerts]
  event_types:
    description: Only events of these types, such as V(VM.START). All when it is empty.
    type: list
    elements: str
    default: []
  levels:
    description: Only events of these levels, V(INFO), V(WARN) or V(ERROR). All when it is empty.
    type: list
    elements: str
    default: []
  list_all:
    description: Whether to show everything the user may see, and not only what belongs to the user's own account.
    type: bool
    default: true
  interval:
    description: Seconds between two looks.
    type: float
    default: 10
  mark_file:
    description: A file that keeps how far it has come, so that nothing is lost when the rulebook ends.
    type: str
"""

EXAMPLES = r"""
- name: React to what happens in the cloud
  hosts: all
  sources:
    - cloudstack.cloud.events:
        api_profile: production
        kinds: [alerts]
        mark_file: /var/lib/eda/cloudstack.mark
  rules:
    - name: A host is down
      condition: event.cloudstack.kind == "alert" and event.cloudstack.type == 7
      action:
        debug:
          msg: "{{ event.cloudstack.description }}"
"""

LISTS: Mapping[str, tuple[str, str, str]] = {
    "events": ("listEvents", "event", "created"),
    "alerts": ("listAlerts", "alert", "sent"),
}
"""For each kind the command, the word for one, and the field with its time."""

OPTIONS: Mapping[str, Any] = {
    "kinds": ["events", "alerts"],
    "event_types": [],
    "levels": [],
    "list_all": True,
    "interval": 10,
    "mark_file": None,
}
LONGEST_PAUSE = 300.0
"""Seconds between two looks while the cloud does not answer, at most."""

REMEMBERED = 2000
"""So many ids are kept of each kind: what comes late, or in the same second, is told from what was given."""

UTILS = "cloudstack_cloud_module_utils"


def utils(name: str) -> Any:
    """A part of the collection's engine. Rulebooks load this file alone, so it is found by its place."""
    if UTILS not in sys.modules:
        package = types.ModuleType(UTILS)
        package.__path__ = [str(Path(__file__).parents[4] / "plugins" / "module_utils")]
        sys.modules[UTILS] = package
    return importlib.import_module(f"{UTILS}.{name}")


class Watch:
    """Tells what of a list is new since the last look."""

    def __init__(self, client: Any, kind: str, args: Mapping[str, Any], mark: Mapping[str, Any] | None) -> None:
        self.client = client
        self.command, self.kind, self.time = LISTS[kind]
        self.args = args
        self.seen: list[str] = list((mark or {}).get("seen", ()))
        self.since: str = (mark or {}).get("since", "")
        self.began = mark is not None

    def look(self) -> list[dict[str, Any]]:
        """The new items, the oldest first. The first look of all only sets the mark."""
        rows = self._newest()
        known = set(self.seen)
        fresh = [row for row in rows if str(row["id"]) not in known]
        self.seen = [*self.seen, *(str(row["id"]) for row in reversed(fresh))][-REMEMBERED:]
        self.since = max([self.since, *(str(row.get(self.time, "")) for row in fresh)])
        began, self.began = self.began, True
        return [{"cloudstack": {"kind": self.kind, **row}} for row in reversed(fresh) if self._is_wanted(row)] * began

    def _newest(self) -> list[dict[str, Any]]:
        """Pages from the newest item on, until one holds something that was seen, or is older than the mark."""
        asked = {"listall": True} if self.args["list_all"] and self.kind == "event" else {}
        found: list[dict[str, Any]] = []
        number, known = 1, set(self.seen)
        while True:
            rows, count = self.client.page(self.command, asked, number, self.kind)
            found.extend(rows)
            old = not self.began or any(
                str(row["id"]) in known or str(row.get(self.time, "")) < self.since for row in rows
            )
            if old or not rows or len(found) >= count:
                return list({str(row["id"]): row for row in found}.values())
            number += 1

    def _is_wanted(self, row: Mapping[str, Any]) -> bool:
        if self.kind != "event":
            return True
        types, levels = self.args["event_types"], self.args["levels"]
        return (not types or row.get("type") in types) and (not levels or row.get("level") in levels)

    def mark(self) -> dict[str, Any]:
        """How far it has come, as JSON can hold it."""
        return {"since": self.since, "seen": self.seen}


def checked(args: Mapping[str, Any]) -> dict[str, Any]:
    """The options with their defaults.

    :raises ValueError: an option is unknown, or its value cannot be used.
    """
    connection = utils("settings").CONNECTION_OPTIONS
    for name in args:
        if name not in OPTIONS and name not in connection:
            raise ValueError(
                f"{name}: there is no such option. There are: {', '.join(sorted([*OPTIONS, *connection]))}."
            )
    found = {**OPTIONS, **args}
    for kind in found["kinds"]:
        if kind not in LISTS:
            raise ValueError(f"kinds: '{kind}' is not one of {', '.join(LISTS)}.")
    if not isinstance(found["interval"], (int, float)) or found["interval"] <= 0:
        raise ValueError(f"interval: '{found['interval']}' is not a number of seconds above 0.")
    return found


def read_mark(path: str | None) -> dict[str, Any]:
    """What a mark file holds; nothing where there is none.

    :raises ValueError: it is not a mark file.
    """
    if not path or not Path(path).exists():
        return {}
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        return {kind: found[kind] for kind in LISTS if kind in found}
    except (ValueError, TypeError) as error:
        raise ValueError(f"mark_file: '{path}' holds something else. Name another file, or remove it.") from error


def write_mark(path: str | None, watches: Mapping[str, Watch]) -> None:
    """Keep how far it has come, in one step."""
    if not path:
        return
    target = Path(path)
    scratch = target.with_name(f"{target.name}.new")
    scratch.write_text(json.dumps({kind: watch.mark() for kind, watch in watches.items()}), encoding="utf-8")
    os.replace(scratch, target)


async def main(queue: asyncio.Queue[Any], args: dict[str, Any]) -> None:
    """Give new events and alerts to a rulebook, until it ends.

    While the cloud does not answer, the pauses grow, and nothing is lost.
    """
    given = checked(args)
    errors = utils("errors")
    connection = utils("settings").settings(args)
    for warning in connection.warnings:
        logging.getLogger(__name__).warning(warning)
    client = utils("client").Client(connection)
    marks = read_mark(given["mark_file"])
    watches = {kind: Watch(client, kind, given, marks.get(kind)) for kind in given["kinds"]}
    pause = float(given["interval"])
    while True:
        try:
            for watch in watches.values():
                for item in await _in_thread(watch.look):
                    await queue.put(item)
            write_mark(given["mark_file"], watches)
            pause = float(given["interval"])
        except (errors.Unreachable, errors.OutcomeUnknown):
            pause = min(pause * 2, LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def _in_thread(work: Callable[[], Any]) -> Any:
    """Do what blocks without stopping the rulebook."""
    return await asyncio.get_running_loop().run_in_executor(None, work)
