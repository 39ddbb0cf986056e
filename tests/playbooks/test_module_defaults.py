"""Defaults reach the module they are for: by its name that one alone, by the action group all of them."""

from __future__ import annotations

from typing import Any


def book(defaults: dict[str, Any]) -> list[dict[str, Any]]:
    """Read all zones and all regions with these defaults."""
    return [
        {
            "hosts": "localhost",
            "connection": "local",
            "gather_facts": False,
            "module_defaults": defaults,
            "vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}"},
            "tasks": [
                {"name": "Zones", "cloudstack.cloud.zone_info": None, "ignore_errors": True},
                {"name": "Regions", "cloudstack.cloud.region_info": None, "ignore_errors": True},
            ],
        }
    ]


def test_defaults_of_one_module_reach_no_other(run_playbook: Any) -> None:
    run = run_playbook(book({"cloudstack.cloud.zone_info": {"name": "none", "api_timeout": 0}}))
    assert "api_timeout: 0" in run.task("Zones").msg
    assert run.task("Regions").outcome == "ok"


def test_defaults_of_the_group_reach_all(run_playbook: Any) -> None:
    run = run_playbook(book({"group/cloudstack.cloud.all": {"api_timeout": 0}}))
    assert all("api_timeout: 0" in run.task(name).msg for name in ("Zones", "Regions"))


def test_the_former_name_of_a_module_is_the_module(run_playbook: Any) -> None:
    plays = book({"group/cloudstack.cloud.all": {"api_timeout": 0}})
    plays[0]["tasks"] = [
        {"name": "Zones", "cloudstack.cloud.cs_zone_info": None, "ignore_errors": True},
        {"name": "Zone", "cloudstack.cloud.cs_zone": {"name": "none", "state": "absent", "api_timeout": 30}},
    ]
    run = run_playbook(plays)
    assert "api_timeout: 0" in run.task("Zones").msg
    assert (run.task("Zone").outcome, run.task("Zone").changed) == ("ok", False)
