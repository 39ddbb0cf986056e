"""GPUs of the simulated hypervisor's hosts. The server finds them when a host connects again, not when it is added."""

from __future__ import annotations

from typing import Any

from ..shape import pick
from ..store import Record, Store

CARD = "gpucard"
PROFILE = "vgpuprofile"
PASSTHROUGH = "passthrough"
PER_HOST = 20
RESOLUTION = {"maxresolutionx": 4096, "maxresolutiony": 2160}
SMALL_RESOLUTION = {"maxresolutionx": 1920, "maxresolutiony": 1080}

# Card: its device, and its profiles as (name, how many a card holds, video RAM in MiB, heads, resolution, how many a
# host holds).
BUILT_IN: dict[tuple[str, str], tuple[tuple[str, int, int, int, dict[str, int], int], ...]] = {
    ("5678", "Graphics Card Basic"): ((PASSTHROUGH, 1, 8192, 1, RESOLUTION, 4),),
    ("89ab", "Graphics Card Pro"): (
        ("sim-2q", 8, 2048, 1, SMALL_RESOLUTION, 8),
        ("sim-4q", 4, 4096, 2, SMALL_RESOLUTION, 4),
        (PASSTHROUGH, 1, 16384, 1, RESOLUTION, 0),
        ("sim-8q", 2, 8192, 4, RESOLUTION, 4),
    ),
}


def add_profile(store: Store, card: Record, name: str, **fields: Any) -> Record:
    """Keep a way to share a card."""
    return store.add(PROFILE, {"name": name, "description": name, "gpucardid": card["id"], **fields})


def discover(store: Store, host: Record) -> None:
    """Find a host's GPUs; the first host makes the cards and their profiles known."""
    host["_gpus"] = True
    for (device, name), profiles in BUILT_IN.items():
        if store.first(CARD, deviceid=device, vendorid="1234"):
            continue
        card = store.add(
            CARD,
            {
                "deviceid": device,
                "devicename": name,
                "name": f"Simulator {name}",
                "vendorname": "Simulator",
                "vendorid": "1234",
            },
        )
        for profile, most, memory, heads, resolution, _unused in profiles:
            limits = {"maxvgpuperphysicalgpu": most, "videoram": memory, "maxheads": heads, **resolution}
            add_profile(store, card, profile, **limits)


def profile_view(store: Store, profile: Record) -> dict[str, Any]:
    """A profile as the API shows it."""
    card = store.need(CARD, profile["gpucardid"])
    limits = ("maxvgpuperphysicalgpu", "videoram", "maxheads", "maxresolutionx", "maxresolutiony")
    return {
        **pick(profile, "description"),
        "gpucardid": card["id"],
        "gpucardname": card["name"],
        **pick(profile, *limits, "id"),
        **pick(card, "deviceid", "devicename"),
        "name": profile["name"],
        **pick(card, "vendorname", "vendorid"),
    }


def of_host(host: Record) -> dict[str, Any]:
    """The GPU fields of a host's answer; none before they are found."""
    if not host.get("_gpus"):
        return {}
    groups = [
        {
            "gpugroupname": f"Simulator {name}",
            "vgpu": [
                {
                    "vgputype": profile,
                    "videoram": memory,
                    "maxheads": heads,
                    **resolution,
                    "maxvgpuperpgpu": most,
                    "remainingcapacity": capacity,
                    "maxcapacity": capacity,
                }
                for profile, most, memory, heads, resolution, capacity in profiles
            ],
        }
        for (_vendor, name), profiles in BUILT_IN.items()
    ]
    return {"gputotal": PER_HOST, "gpuused": 0, "gpugroup": groups}


def total(store: Store, zone_id: str) -> int:
    """How many GPUs the server knows of in a zone."""
    return sum(PER_HOST for host in store.where("host", zoneid=zone_id) if host.get("_gpus"))
