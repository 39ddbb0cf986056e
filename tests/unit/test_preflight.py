"""What machines lack before a cloud is made: a sentence for each thing, and none where all is there."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.preflight import preflight_folders, preflight_problems

PARTS = ["database", "management", "kvm"]
WHOLE = {
    "os": "debian \t12",
    "uid": "0",
    "fqdn": "one.example.com",
    "name": "ms\t10.0.0.5",
    "clock": "-2",
    "memory": "10240",
    "disk": "/var/log\t20480\t10",
    "cpu": "svm",
    "kvm": "yes",
    "java": "17",
}


def told(**more: str) -> list[str]:
    return [f"{word}\t{value}" for word, value in {**WHOLE, **more}.items()]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, None),
        ({"os": "ubuntu debian\t24.04"}, None),
        ({"os": "rocky rhel centos fedora\t9.5"}, None),
        ({"os": "debian \t11"}, "the operating system is debian 11"),
        ({"os": "ubuntu debian\t20.04"}, "the operating system is ubuntu 20.04"),
        ({"os": "\t"}, "the operating system is unknown"),
        ({"uid": "1000"}, "tasks do not run as root"),
        ({"fqdn": "one"}, "hostname --fqdn tells 'one', which has no domain"),
        ({"name": "ms\t"}, "the name ms does not resolve"),
        ({"clock": "31"}, "the clock is 31 s apart"),
        ({"clock": "-31"}, "the clock is -31 s apart"),
        ({"clock": "30"}, None),
        (
            {"memory": "10239"},
            "there are 10239 MiB of memory, 10240 are needed (database 2048, management 4096, kvm 4096)",
        ),
        ({"disk": "/var/log\t10239\t10"}, "/var/log has 9 GiB free, 10 are needed"),
        ({"disk": "/var/log\t10240\t10"}, None),
        ({"port": "8250"}, "port 8250, which management needs, is held by another program"),
        ({"port": "8250", "program": "cloudstack-setup-management"}, None),
        ({"port": "3306", "program": "mysqld"}, None),
        ({"port": "3306", "program": "exportfs"}, "port 3306"),
        ({"port": "22"}, None),
        ({"port": "2049"}, None),
        ({"java": "11"}, "java is of version 11, 17 or newer is needed"),
        ({"java": ""}, None),
        ({"java": "21"}, None),
        ({"cpu": "", "kvm": ""}, "there is no /dev/kvm, and the processor shows neither vmx nor svm"),
        ({"kvm": ""}, "there is no /dev/kvm: load the module"),
    ],
)
def test_a_machine_tells_what_it_lacks(more: dict[str, str], says: str | None) -> None:
    found = preflight_problems(told(**more), PARTS)
    assert [one.startswith(says) for one in found] == [True] if says else found == []


def test_everything_is_named_at_once() -> None:
    assert len(preflight_problems([], [*PARTS, "nfs"])) == 5
    assert len(preflight_problems(told(cpu="", kvm="", memory="1", java="8", uid="7"), PARTS)) == 4
    assert preflight_problems(told(cpu=""), PARTS) == [], "/dev/kvm is what counts"
    assert preflight_problems(told(cpu="", kvm="", java="8"), ["database"]) == []


def test_limits_are_changed_word_by_word() -> None:
    limits = {"memory": {"kvm": 16384}, "clock": 1, "disk": {"management": {"/srv": 7}}}
    found = preflight_problems(told(), PARTS, limits)
    moved = {"ports": {"management": {"8081": ["java"]}}}
    assert preflight_problems([*told(), "port\t8080"], PARTS, moved) == []
    assert len(preflight_problems([*told(), "port\t8081"], PARTS, moved)) == 1
    assert [one.split(",")[0] for one in found] == [
        "the clock is -2 s apart from the controller's",
        "there are 10240 MiB of memory",
    ]
    assert preflight_folders(["management", "nfs"], limits) == {"/srv": 7}
    assert preflight_folders(["management"]) == {"/var/log": 10, "/usr/share": 5}
    with pytest.raises(
        AnsibleFilterError, match=r"there is no limit ram; there are memory, disk, ports, java, clock\."
    ):
        preflight_folders([], {"ram": 1})
