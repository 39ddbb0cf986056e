"""What is not well with system VMs and routers, and what would mend it."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.machine_faults import router_faults, system_vm_faults

ZONE = {"name": "z1", "allocation_state": "Enabled"}


def system_vm(**more: Any) -> dict[str, Any]:
    base = {"id": "1", "name": "v-1-VM", "type": "consoleproxy", "zone": "z1", "state": "Running", "agent_state": "Up"}
    return {**base, "version": "4.23.0.0", **more}


def router(**more: Any) -> dict[str, Any]:
    return {"id": "1", "name": "r-1-VM", "zone": "z1", "network": "web", "state": "Running", **more}


CHECKS = [{"checkname": name, "success": passed} for name, passed in (("dns", "false"), ("dhcp", True))]
SECOND = system_vm(id="2", name="s-2-VM", type="secondarystoragevm")


@pytest.mark.parametrize(
    ("more", "cure", "said"),
    [
        ({"state": "Stopped"}, "start", "console proxy v-1-VM in z1: it is Stopped."),
        ({"state": "Starting"}, "wait", "it is Starting."),
        ({"state": "Error"}, "recreate", "it is Error."),
        ({"agent_state": "Disconnected"}, "recreate", "its agent is Disconnected."),
        ({"version": "4.22.0.0"}, "patch", "it is of 4.22.0.0, the server of 4.23.0.0."),
    ],
)
def test_a_system_vm_that_is_not_well(more, cure, said):
    (found,) = system_vm_faults([system_vm(**more), SECOND], [ZONE], "4.23.0.0")
    assert (found["id"], found["cure"]) == ("1", cure)
    assert found["text"].endswith(said)


@pytest.mark.parametrize(
    "more", [{}, {"version": "4.23.0.0-SNAPSHOT"}, {"version": None}, {"zone": "z2", "state": "Stopped"}]
)
def test_a_system_vm_that_is_well(more):
    assert system_vm_faults([system_vm(), system_vm(**more), SECOND], [ZONE], "4.23.0.0-SNAPSHOT") == []


def test_a_version_that_is_not_known_is_not_looked_at():
    assert system_vm_faults([system_vm(version="4.19.0.0"), SECOND], [ZONE]) == []


def test_a_zone_in_service_lacks_its_system_vms():
    (found,) = system_vm_faults([system_vm()], [ZONE, {"name": "z2", "allocation_state": "Disabled"}])
    assert (found["text"], found["cure"]) == ("zone z1: there is no secondary storage VM.", "wait")


@pytest.mark.parametrize(
    ("more", "cure", "said"),
    [
        ({"state": "Stopped"}, "start", "router r-1-VM of web in z1: it is Stopped."),
        ({"state": "Error", "vpc": "shop"}, "wait", "router r-1-VM of shop in z1: it is Error."),
        ({"requires_upgrade": True}, "restart", "needs a restart."),
        (
            {"health_check_results": CHECKS, "health_checks_failed": True},
            "restart",
            "health checks fail: dns.",
        ),
        ({"health_checks_failed": True}, "restart", "health checks fail."),
    ],
)
def test_a_router_that_is_not_well(more, cure, said):
    (found,) = router_faults([router(**more)], [ZONE])
    assert found["cure"] == cure
    assert found["text"].endswith(said)


def test_a_router_that_is_well():
    well = router(health_check_results=CHECKS, health_checks_failed=False)
    assert router_faults([well, router(zone="z2", state="Stopped")], [ZONE]) == []
