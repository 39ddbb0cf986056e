# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What is not well with system VMs and routers, and what would mend it. Pure."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .listed import plain_version

Records = Sequence[Mapping[str, Any]]

SYSTEM_VMS = {"consoleproxy": "console proxy", "secondarystoragevm": "secondary storage VM"}
"""What every zone in service has one of, at least, by the API's word."""

PASSING = ("Starting", "Stopping", "Migrating")


def system_vm_faults(machines: Records, zones: Records, version: str = "") -> list[dict[str, Any]]:
    """What is not well with system VMs.

    :param machines: what system_vm_info returned.
    :param zones: what zone_info returned, of the zones that are looked at.
    :param version: of the management server; that of a machine is not looked at without it.
    :returns: entries with C(name), C(id), C(text), and C(cure): start, recreate, patch, or wait where nothing can be
      done but to look again.
    """
    names = {zone["name"] for zone in zones}
    found = [fault for one in _sorted(machines, names) for fault in _system_vm(one, version)]
    for zone in zones:
        kinds = {one.get("type") for one in machines if one.get("zone") == zone["name"]}
        lacking = [title for kind, title in SYSTEM_VMS.items() if kind not in kinds]
        if zone.get("allocation_state") == "Enabled" and lacking:
            found.append(_fault(zone, f"zone {zone['name']}: there is no {' and no '.join(lacking)}.", "wait"))
    return found


def router_faults(routers: Records, zones: Records) -> list[dict[str, Any]]:
    """What is not well with routers.

    Whether failed health checks count is the server's word: single ones may fail where that means nothing.

    :param routers: what router_info returned, with the results of health checks or without.
    :param zones: what zone_info returned, of the zones that are looked at.
    :returns: entries with C(name), C(id), C(text), and C(cure): start, restart or wait.
    """
    names = {zone["name"] for zone in zones}
    return [fault for one in _sorted(routers, names) for fault in _router(one)]


def _system_vm(one: Mapping[str, Any], version: str) -> list[dict[str, Any]]:
    title = f"{SYSTEM_VMS.get(str(one.get('type')), 'system VM')} {one['name']} in {one.get('zone')}"
    if one.get("state") != "Running":
        cure = "start" if one.get("state") == "Stopped" else "wait" if one.get("state") in PASSING else "recreate"
        return [_fault(one, f"{title}: it is {one.get('state')}.", cure)]
    if one.get("agent_state", "Up") != "Up":
        return [_fault(one, f"{title}: its agent is {one['agent_state']}.", "recreate")]
    held = plain_version(one.get("version"))
    if version and held and held != plain_version(version):
        return [_fault(one, f"{title}: it is of {held}, the server of {plain_version(version)}.", "patch")]
    return []


def _router(one: Mapping[str, Any]) -> list[dict[str, Any]]:
    title = f"router {one['name']} of {one.get('vpc') or one.get('network')} in {one.get('zone')}"
    if one.get("state") != "Running":
        return [
            _fault(one, f"{title}: it is {one.get('state')}.", "start" if one.get("state") == "Stopped" else "wait")
        ]
    if one.get("requires_upgrade"):
        return [_fault(one, f"{title}: it is older than the server, and needs a restart.", "restart")]
    if one.get("health_checks_failed"):
        failed = [str(check.get("checkname")) for check in one.get("health_check_results") or () if not _passed(check)]
        which = f": {', '.join(sorted(failed))}" if failed else ""
        return [_fault(one, f"{title}: health checks fail{which}.", "restart")]
    return []


def _passed(check: Mapping[str, Any]) -> bool:
    return str(check.get("success")).lower() == "true"


def _fault(one: Mapping[str, Any], text: str, cure: str) -> dict[str, Any]:
    return {"name": one["name"], "id": one.get("id"), "text": text, "cure": cure}


def _sorted(records: Records, zones: set[Any]) -> list[Mapping[str, Any]]:
    return sorted((one for one in records if one.get("zone") in zones), key=lambda one: str(one["name"]))
