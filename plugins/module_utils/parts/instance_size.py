# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Processors and memory of an instance: which command changes them, and what it needs besides."""

from __future__ import annotations

from typing import Any, Mapping

from ..lifecycle import Record
from ..spec import Via

CUSTOM = {"cpu": "cpuNumber", "cpu_speed": "cpuSpeed", "memory": "memory"}
"""Options to the details by which an offering that leaves a size open is given it."""

HELD = {"cpu": "cpunumber", "cpu_speed": "cpuspeed", "memory": "memory"}
SCALABLE = ("kvm", "vmware", "xenserver", "simulator")
"""Hypervisors on which CloudStack scales a running instance."""


def _grows_live(record: Record, wanted: Mapping[str, Any]) -> bool:
    """Tell whether a running instance can take the size: it may be scaled, and nothing of it becomes less."""
    if not record.get("isdynamicallyscalable") or str(record.get("hypervisor")).lower() not in SCALABLE:
        return False
    offering = wanted["service_offering"].record if "service_offering" in wanted else None
    sizes = {option: (offering or {}).get(key) for option, key in HELD.items()}
    sizes.update({option: wanted[option].value for option in HELD if option in wanted})
    return all(size is None or float(size) >= float(record.get(HELD[option]) or 0) for option, size in sizes.items())


def _held_size(record: Record, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """What goes along with a change of custom sizes: the offering, and the sizes that stay."""
    if "serviceofferingid" in sent:
        return {}
    details = record.get("details") or {}
    stay = {f"details[0].{name}": details[name] for name in CUSTOM.values() if name in details}
    return {"serviceofferingid": record.get("serviceofferingid"), **stay}


SCALE = Via(
    "changeServiceForVirtualMachine",
    needs=("Stopped",),
    live="scaleVirtualMachine",
    live_when=_grows_live,
    along=_held_size,
)
