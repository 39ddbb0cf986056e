"""The script that puts a data disk to use in a guest, on a file that stands for the disk."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from helpers.collection import ROOT
from helpers.guest import Guest

SCRIPT = ROOT / "roles" / "instances" / "files" / "data_disk.sh"
MADE = ["a file system, ext4, is made on", "fstab has it at", "the directory", "it is mounted at"]


@pytest.fixture
def guest(tmp_path: Path) -> Guest:
    return Guest(tmp_path)


def serve(guest: Guest, deed: str, kind: str = "ext4", options: str = "defaults") -> list[str]:
    """Run the script and return the changes that it tells; AssertionError shows why it refused."""
    arguments = [deed, str(guest.pattern), kind, str(guest.place), options, str(guest.fstab)]
    done = subprocess.run(
        ["sh", "-s", "--", *arguments],
        env={**os.environ, "PATH": guest.path},
        input=SCRIPT.read_text(encoding="utf-8"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.removeprefix("changed: ") for line in done.stdout.splitlines()]


def begin_alike(told: list[str], words: list[str]) -> bool:
    return len(told) == len(words) and all(line.startswith(word) for line, word in zip(told, words, strict=True))


def test_an_empty_disk_is_put_to_use_once(guest: Guest) -> None:
    told = serve(guest, "look")
    assert begin_alike(told, MADE)
    assert guest.is_untouched()
    assert serve(guest, "do") == told
    assert guest.mounted() == [str(guest.place)]
    assert guest.fstab.read_text(encoding="utf-8").splitlines() == [
        *guest.others,
        f"UUID={guest.uuid()} {guest.place} ext4 defaults 0 2",
    ]
    assert serve(guest, "look") == serve(guest, "do") == []


def test_what_was_cut_off_is_completed(guest: Guest) -> None:
    guest.fail("mount")
    with pytest.raises(AssertionError, match="stand-in"):
        serve(guest, "do")
    guest.mend("mount")
    assert begin_alike(serve(guest, "do"), MADE[3:])
    assert serve(guest, "do") == []


def test_other_options_change_the_line_alone(guest: Guest) -> None:
    serve(guest, "do")
    assert begin_alike(serve(guest, "do", options="noatime"), MADE[1:2])
    lines = guest.fstab.read_text(encoding="utf-8").splitlines()
    assert lines[:-1] == guest.others
    assert " noatime 0 2" in lines[-1]


def test_a_disk_that_holds_something_else_is_left_alone(guest: Guest) -> None:
    serve(guest, "do")
    uuid = guest.uuid()
    with pytest.raises(AssertionError, match=r"holds ext4 and not xfs. It is left alone"):
        serve(guest, "do", kind="xfs")
    assert guest.uuid() == uuid


def test_a_mount_of_something_else_is_left_alone(guest: Guest) -> None:
    guest.mount_other()
    with pytest.raises(AssertionError, match="Another file system is mounted"):
        serve(guest, "do")


def test_a_disk_that_was_enlarged_takes_its_file_system_along(guest: Guest) -> None:
    serve(guest, "do")
    guest.enlarge()
    told = serve(guest, "look")
    assert told == ["the file system takes up the whole disk"]
    assert serve(guest, "do") == told
    assert serve(guest, "do") == []


def test_a_disk_that_is_not_there_is_told(guest: Guest) -> None:
    guest.unplug()
    with pytest.raises(AssertionError, match=r"There is no .* Give the disk the device"):
        serve(guest, "do")
