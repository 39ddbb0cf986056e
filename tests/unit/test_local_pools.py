"""What the agent of a host is told of local storage, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.local_pools import local_pools

FIRST, SECOND = "0f3ac5d3-5d6b-4c8f-9f3b-0a6a3c1f0001", "0f3ac5d3-5d6b-4c8f-9f3b-0a6a3c1f0002"
KNOWN = f"guid=a\nlocal.storage.path=/a,/b/\nlocal.storage.uuid={FIRST}, {SECOND}\n"
ROOM = "place\t{}\text4\t40960\t/"


def plan(*paths: str, properties: str = "guid=\n", seen: list[str] | None = None, **more: Any) -> dict[str, Any]:
    lines = [ROOM.format(path) for path in paths] if seen is None else seen
    return local_pools([{"path": path, **more} for path in paths], properties, lines, "kvm1", 20)


def test_a_new_host_has_ids_that_are_the_same_again_and_of_its_own() -> None:
    told = plan("/a", "/b/", properties="#local.storage.path=/c\nlocal.storage.uuid=\nguid=\n")
    assert told["problems"] == []
    assert not told["known"]
    assert told["settings"] == {"local.storage.path": "/a,/b", "local.storage.uuid": ",".join(told["ids"])}
    assert len(set(told["ids"])) == 2
    assert plan("/b", "/a")["ids"] == told["ids"][::-1]
    assert local_pools([{"path": "/a"}], "", [], "kvm2", 0)["ids"][0] not in told["ids"]


def test_a_folder_keeps_its_id_in_any_order() -> None:
    told = plan("/c", "/b", "/a", properties=KNOWN)
    assert told["known"]
    assert told["problems"] == []
    assert told["ids"][1:] == [SECOND, FIRST]
    assert (
        plan("/a", "/b", properties="guid=a\nlocal.storage.path=/a,/b\nlocal.storage.uuid=" + FIRST)["ids"][0] == FIRST
    )


def test_the_disks_of_instances_are_not_given_up() -> None:
    (problem,) = plan("/a", properties=KNOWN)["problems"]
    assert problem.startswith("/b is left out, and CloudStack knows this host with it")
    assert plan("/a", properties=KNOWN.replace("guid=a", "guid="))["problems"] == []


def test_the_usual_folder_is_given_up_only_when_it_is_empty() -> None:
    """An agent that has an id and was told of no folder uses libvirt's; its id belongs to that."""
    unsaid, seen = f"guid=a\nlocal.storage.uuid={FIRST}\n", [ROOM.format("/a")]
    empty = plan("/a", properties=unsaid, seen=seen)
    assert empty["problems"] == []
    assert empty["ids"] != [FIRST]
    (problem,) = plan("/a", properties=unsaid, seen=[*seen, "filled\t/var/lib/libvirt/images"])["problems"]
    assert problem.startswith("/var/lib/libvirt/images is left out")
    assert plan("/var/lib/libvirt/images", properties=unsaid)["ids"] == [FIRST]


@pytest.mark.parametrize(
    ("paths", "says"),
    [
        (["relative"], "relative must be an absolute path"),
        (["/"], "/ must be"),
        (["/a,b"], "/a,b must be"),
        (["/a b"], "/a b must be"),
        (["/a/../b"], "/a/../b must be"),
        (["/a//b"], "/a//b must be"),
        (["/a", "/a/"], "/a stands there more than once"),
        (["/a", "/a/b"], "/a/b is inside of /a"),
    ],
)
def test_odd_paths(paths: list[str], says: str) -> None:
    (problem,) = plan(*paths)["problems"]
    assert problem.startswith(says)


@pytest.mark.parametrize(
    ("line", "more", "says"),
    [
        ("tmpfs\t40960\t/run", {}, "/a lies on a tmpfs at /run, which a restart empties"),
        ("nfs4\t40960\t/net", {}, "/a lies on nfs4 at /net, which is no disk of this host"),
        ("ext4\t40960\t/", {"mount": "/a"}, "/a is to lie on the file system at /a, and lies on /: mount the disk"),
        ("ext4\t20479\t/", {}, "/a needs 20 GiB, and / has 19 GiB free"),
        ("ext4\t40960\t/", {"free": 41}, "/a needs 41 GiB"),
    ],
)
def test_file_systems_that_are_refused(line: str, more: dict[str, Any], says: str) -> None:
    (problem,) = plan("/a", seen=[f"place\t/a\t{line}"], **more)["problems"]
    assert problem.startswith(says)


def test_file_systems_that_are_taken() -> None:
    assert plan("/a", seen=["place\t/a\txfs\t20480\t/"])["problems"] == []
    assert plan("/a", seen=["place\t/a\txfs\t1\t/a"], mount="/a/", free=0)["problems"] == []
    used = KNOWN.replace(",/b/", "").replace(f", {SECOND}", "")
    assert plan("/a", properties=used, seen=["place\t/a\text4\t0\t/"])["problems"] == [], "a pool may be full"


def test_pools_of_libvirt_and_what_runs() -> None:
    own = [ROOM.format("/a"), f"pool\t{FIRST}\t/a", f"pool\t{SECOND}\t/z", "instance\ti-2-3-VM"]
    told = plan("/a", seen=own)
    assert told["instances"] == ["i-2-3-VM"]
    (problem,) = told["problems"]
    assert problem.startswith(f"libvirt has a pool of its own in /a, with the id {FIRST}")
    assert plan("/a", "/b", properties=KNOWN, seen=[*own, ROOM.format("/b")])["problems"] == [], "it is the agent's"
