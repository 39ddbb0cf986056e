"""Which hosts a rolling update is for."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.rolling import rolling_update

MARK = "out for an update"
WISH: dict[str, Any] = {"mark": MARK, "hosts": [], "clusters": [], "skip": [], "version": "", "machines": {}}


def host(name: str, **more: Any) -> dict[str, Any]:
    base = {"id": f"id-{name}", "name": name, "cluster": "c1", "state": "Up", "resource_state": "Enabled"}
    return {**base, "host_version": "4.22.0.0", "hypervisor": "KVM", "ip_address": "192.0.2.7", **more}


def chosen(*hosts: dict[str, Any], marks: tuple[str, ...] = (), **wish: Any) -> dict[str, Any]:
    remarks = [{"entity": f"id-{name}", "annotation": MARK} for name in marks]
    other = {"entity": "id-h1", "annotation": "its fan is loud"}
    return rolling_update(hosts, [*remarks, other], {**WISH, **wish})


def names(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["hosts"]]


def test_hosts_come_by_cluster_and_name_and_those_of_a_cut_run_before_them():
    away = host("h9", resource_state="Maintenance", state="Down", host_version="4.23.0.0")
    found = chosen(host("h2"), host("h1", cluster="c2"), host("h3"), away, marks=("h9",), version="4.23.0.0")
    assert names(found) == ["h9", "h2", "h3", "h1"]
    assert [one["marked"] for one in found["hosts"]] == [True, False, False, False]
    assert (found["done"], found["left_alone"], found["problems"]) == ([], [], [])


def test_an_entry_names_the_machine():
    (one,) = chosen(host("h1"), machines={"h1": "kvm1.example.com"})["hosts"]
    assert one == {
        "name": "h1",
        "id": "id-h1",
        "ip_address": "192.0.2.7",
        "hypervisor": "KVM",
        "cluster": "c1",
        "machine": "kvm1.example.com",
        "marked": False,
    }


def test_hosts_that_have_the_version_are_done():
    found = chosen(host("h1", host_version="4.23.0.0-SNAPSHOT"), host("h2"), version="4.23.0.0")
    assert (names(found), found["done"]) == (["h2"], ["h1"])


@pytest.mark.parametrize("state", ["Maintenance", "Disabled", "ErrorInMaintenance"])
def test_hosts_that_others_took_out_of_service_are_left_alone(state):
    found = chosen(host("h1", resource_state=state))
    assert found["left_alone"] == [f"h1: it is {state}, and no rolling update has done that."]
    assert (names(found), found["problems"]) == ([], [])


@pytest.mark.parametrize(
    ("wish", "left"),
    [({"hosts": ["h2"]}, ["h2"]), ({"clusters": ["c2"]}, ["h3"]), ({"skip": ["h1", "h3"]}, ["h2"])],
)
def test_hosts_can_be_named(wish, left):
    assert names(chosen(host("h1"), host("h2"), host("h3", cluster="c2"), **wish)) == left


@pytest.mark.parametrize(
    ("more", "wish", "said"),
    [
        ({"state": "Down"}, {}, "h1 is Down: see to it first, or leave it out."),
        ({}, {"hosts": ["h7", "h1"]}, "rolling_update_hosts: there is no h7. There are h1."),
        ({}, {"clusters": ["c7"]}, "rolling_update_clusters: there is no c7. There are c1."),
        ({}, {"skip": ["h7"]}, "rolling_update_skip: there is no h7. There are h1."),
    ],
)
def test_what_cannot_be_is_said(more, wish, said):
    assert chosen(host("h1", **more), **wish)["problems"] == [said]


def test_a_host_that_is_done_may_be_down():
    assert chosen(host("h1", state="Down"), version="4.22.0.0")["problems"] == []
