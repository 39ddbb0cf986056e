"""A machine with a network of its own: a layer of files over this one's, cables, and a router behind them."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from helpers.namespaces import need_a_machine

PATIENCE = 20.0  # seconds
MACHINE = """\
mount --make-rprivate / &&
mount -t overlay overlay -o lowerdir=/,upperdir={place}/upper,workdir={place}/work {place}/root &&
mount --rbind /dev {place}/root/dev && mount -t proc proc {place}/root/proc &&
mount -t sysfs sysfs {place}/root/sys && mount -t tmpfs tmpfs {place}/root/run &&
mkdir -p {place}/root{shared} && mount --bind {shared} {place}/root{shared} &&
ip link set lo up && touch {place}/ready && exec sleep infinity
"""
ROUTER = "ip link set lo up && exec sleep infinity"


class Machine:
    """Runs commands in the machine. What they write stays in `place`, but for what is in `shared`."""

    def __init__(self, place: Path, shared: Path) -> None:
        need_a_machine()
        self.root = place / "root"
        for name in ("upper", "work", "root"):
            (place / name).mkdir(parents=True)
        scripts = (MACHINE.format(place=place, shared=shared), ROUTER)
        own = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
        self.holders = [subprocess.Popen([*own, script]) for script in scripts]
        deadline = time.monotonic() + PATIENCE
        while not (place / "ready").exists():
            if self.holders[0].poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError("a machine for a test needs root, namespaces and overlayfs")
            time.sleep(0.05)

    def _first_process(self, which: int) -> str:
        pid = self.holders[which].pid
        return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()[0]

    @property
    def inside(self) -> list[str]:
        """What stands before a command that is to run in the machine."""
        own = ["nsenter", f"--target={self._first_process(0)}", "--net", "--mount", "--pid"]
        return [*own, "chroot", str(self.root)]

    def run(self, *words: str, stdin: str = "", check: bool = True) -> str:
        """Run a command in the machine and return what it says.

        :raises RuntimeError: it failed, and was to succeed.
        """
        done = subprocess.run([*self.inside, *words], check=False, capture_output=True, encoding="utf-8", input=stdin)
        if check and done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def router(self, *words: str) -> None:
        """Run a command where the other ends of the cables are."""
        inside = ["nsenter", f"--target={self._first_process(1)}", "--net"]
        subprocess.run([*inside, *words], check=True, capture_output=True)

    def cable(self, name: str, address: str) -> None:
        """Give the machine an interface; the router has the address at the other end."""
        other = f"to-{name}"
        self.router("ip", "link", "add", other, "type", "veth", "peer", "name", name)
        self.router("ip", "link", "set", name, "netns", self._first_process(0))
        self.router("ip", "link", "set", other, "up")
        self.router("ip", "address", "add", address, "dev", other)

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """Put a file into the machine."""
        self.run("mkdir", "-p", str(Path(path).parent))
        self.run("tee", path, stdin=text)
        self.run("chmod", f"{mode:o}", path)

    def read(self, path: str) -> str:
        """The text of a file of the machine; empty where there is none."""
        return self.run("cat", path, check=False)

    def stop(self) -> None:
        """End everything that runs in the machine."""
        for holder in self.holders:
            holder.kill()
            holder.wait()
