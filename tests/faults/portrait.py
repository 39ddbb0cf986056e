"""A cloud without what no two clouds share. Ids stand as what they belong to, so that what leads where is compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import Any

from contract.fleet import OWN_TO_A_CLOUD, PASSING

from helpers.settled import settled

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CHOSEN = re.compile(r'"(ipaddress|privateip|publicip|linklocalip|vmipaddress|virtualmachineip|path|vlan)": "[^"]*"')
"""What the server takes next from what is free."""

NAMES = ("name", "traffictype", "description", "username")
Portrait = dict[str, Counter[str]]


def portrait(state: dict[str, Any]) -> Portrait:
    """The dump of a cloud as counted texts by kind. Equal clouds have equal portraits."""
    kinds = {kind: records for kind, records in state["kinds"].items() if kind not in PASSING}
    names = {one["id"]: f"<{kind} {_name(kind, one)}>" for kind, held in kinds.items() for one in held if "id" in one}
    rest = {
        one["id"]: f"<{kind} {hashlib.sha256(_masked(one, names).encode()).hexdigest()[:12]}>"
        for kind, held in kinds.items()
        for one in held
        if "id" in one and not _name(kind, one)
    }
    names.update(rest)
    return {kind: Counter(_masked(one, names) for one in held) for kind, held in kinds.items()}


def _name(kind: str, record: dict[str, Any]) -> str:
    found = next((str(record[key]) for key in NAMES if record.get(key)), "")
    return OWN_TO_A_CLOUD.sub("#", found)


def _masked(record: dict[str, Any], names: dict[str, str]) -> str:
    text = CHOSEN.sub(r'"\1": "#"', json.dumps(settled(record), sort_keys=True))
    return OWN_TO_A_CLOUD.sub("#", ID.sub(lambda found: names.get(found.group(), "#"), text))


def differences(one: Portrait, other: Portrait) -> list[str]:
    """What one portrait has and the other has not."""
    return [
        f"{sign} {kind} {text}"
        for kind in sorted({*one, *other})
        for sign, left, right in (("-", one, other), ("+", other, one))
        for text in (left.get(kind, Counter()) - right.get(kind, Counter())).elements()
    ]
