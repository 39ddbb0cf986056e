"""A folder that stands for a guest: a file is its disk, and programs in its PATH stand for those that need a kernel."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

MIB = 2**20
SYSTEM = "/usr/sbin:/usr/bin:/sbin:/bin"

MOUNT = """#!/bin/sh
echo "$1" >> "{state}/mounted"
"""
FINDMNT = """#!/bin/sh
grep -qx "$5" "{state}/mounted" 2> /dev/null || exit 1
if [ -e "{state}/other" ]; then cat "{state}/other"; else blkid -p -s UUID -o value "{disk}"; fi
"""
BLOCKDEV = """#!/bin/sh
stat -c %s "$2"
"""
SLEEP = """#!/bin/sh
"""
CLOUD_INIT = """#!/bin/sh
echo "$*" >> "{state}/cloud-init"
echo "status: done"
exit $(cat "{state}/cloud-init-ends-with" 2> /dev/null || echo 0)
"""
BROKEN = """#!/bin/sh
echo "a stand-in that fails" >&2
exit 32
"""
PROGRAMS = {"mount": MOUNT, "findmnt": FINDMNT, "blockdev": BLOCKDEV, "sleep": SLEEP, "cloud-init": CLOUD_INIT}


class Guest:
    """A guest with one data disk.

    :ivar path: the PATH with its programs.
    :ivar pattern: by what the disk is found.
    :ivar place: where it is mounted.
    :ivar others: the lines of fstab that are none of the disk's business.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.disk = folder / "virtio-serial"
        self.pattern = folder / "*-serial"
        self.place = folder / "srv" / "data"
        self.fstab = folder / "fstab"
        self.others = ["# Of the system.", f"# {self.place} is for data", "/dev/vda1 / ext4 errors=remount-ro 0 1"]
        folder.mkdir(exist_ok=True)
        self.fstab.write_text("\n".join([*self.others, ""]), encoding="utf-8")
        self._programs = folder / "programs"
        self._programs.mkdir()
        for name in PROGRAMS:
            self.mend(name)
        self.path = f"{self._programs}:{os.environ['PATH']}:{SYSTEM}"
        with self.disk.open("wb") as disk:
            disk.truncate(16 * MIB)

    def is_untouched(self) -> bool:
        """Nothing is on the disk, in fstab, or mounted."""
        blank = not any(self.disk.read_bytes())
        return blank and self.fstab.read_text(encoding="utf-8").splitlines() == self.others and not self.mounted()

    def mounted(self) -> list[str]:
        """Where something was mounted."""
        return self._lines("mounted")

    def waited(self) -> list[str]:
        """How cloud-init was called."""
        return self._lines("cloud-init")

    def uuid(self) -> str:
        """The UUID of the file system."""
        command = ["blkid", "-p", "-s", "UUID", "-o", "value", str(self.disk)]
        environment = {**os.environ, "PATH": self.path}
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout.strip()

    def fail(self, program: str) -> None:
        """Let a program fail."""
        self._write(program, BROKEN)

    def mend(self, program: str) -> None:
        """Let a program work."""
        self._write(program, PROGRAMS[program].format(state=self.folder, disk=self.disk))

    def cloud_init_ends_with(self, code: int) -> None:
        """Let cloud-init tell how it ended."""
        (self.folder / "cloud-init-ends-with").write_text(str(code), encoding="utf-8")

    def mount_other(self) -> None:
        """Have another file system where the disk shall be."""
        (self.folder / "mounted").write_text(f"{self.place}\n", encoding="utf-8")
        (self.folder / "other").write_text("0000-0000\n", encoding="utf-8")

    def enlarge(self) -> None:
        """Make the disk larger."""
        os.truncate(self.disk, 128 * MIB)

    def unplug(self) -> None:
        """Take the disk away."""
        self.disk.unlink()

    def _write(self, program: str, text: str) -> None:
        path = self._programs / program
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def _lines(self, name: str) -> list[str]:
        path = self.folder / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
