"""Machines of a test's own: this one's operating system under a layer of files that is forgotten with the test.

Each has a mount namespace with an overlay over `/`, so that packages are really installed and files really written
there, and nothing of this machine is changed. Processes are shared, and the network is, too, where none is given:
services must listen at free ports then.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from helpers.collection import ROOT
from helpers.namespaces import need_a_machine
from helpers.network import Network
from helpers.warm import WarmPython

PATIENCE = 300.0  # seconds
SYSTEM = Path("/usr/bin/python3")
BEGIN = """\
set -e
mount -t tmpfs tmpfs {place}
mkdir {place}/upper {place}/work {place}/root
mount -t overlay overlay -o lowerdir=/,upperdir={place}/upper,workdir={place}/work {place}/root
{system}
for folder in /proc /dev {shared}; do
  mkdir -p {place}/root$folder
  mount --rbind $folder {place}/root$folder
done
mount -t tmpfs tmpfs {place}/root/run
mkdir -p {place}/root/run/lock
printf '#!/bin/sh\\nexit 0\\n' > {place}/root/usr/sbin/policy-rc.d
chmod +x {place}/root/usr/sbin/policy-rc.d
hostname {name}
printf '127.0.0.1 {name} localhost\\n' > {place}/root/etc/hosts
echo ready
exec sleep infinity
"""


SYSTEMS = {False: "mount --rbind /sys {place}/root/sys", True: "mount -t sysfs sysfs {place}/root/sys"}
"""Interfaces are seen through /sys, and only a fresh one shows those of another network."""


class Machine:
    """A machine.

    :ivar inside: what stands before a command that is to run there.
    """

    def __init__(self, name: str, folder: Path, shared: Path, network: Network | None = None) -> None:
        """Have a machine.

        folder: one for it, which is made; shared: a folder that it sees as it is, for what Ansible puts there;
        network: the one it is in, if not this machine's.

        :raises RuntimeError: this machine gives no namespaces, which takes root.
        """
        need_a_machine()
        self.name = name
        folder.mkdir(parents=True)
        place = folder / "place"
        place.mkdir()
        self.root = place / "root"
        mounted = {str(path) for path in (shared, ROOT, Path(sys.prefix), Path(sys.base_prefix)) if self._apart(path)}
        mounted.add(str(shared))
        script = BEGIN.format(
            name=name,
            place=place,
            shared=" ".join(map(shlex.quote, sorted(mounted))),
            system=SYSTEMS[network is not None].format(place=place),
        )
        self._holder = subprocess.Popen(
            [*(network.inside if network else []), "unshare", "--mount", "--uts", "bash", "-c", script],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        if (self._holder.stdout.readline() if self._holder.stdout else "") != "ready\n":
            raise RuntimeError(f"no namespace for a machine of the test's own: {self._holder.communicate()[1]}")
        own = ["nsenter", "--mount", "--uts", "--net", f"--target={self._holder.pid}"]
        self.inside = [*own, "chroot", str(self.root)]
        self._warm: WarmPython | None = None
        self._warm_folder = shared / f"python-{self._holder.pid}"

    @property
    def python(self) -> Path:
        """The interpreter that Ansible runs modules with there."""
        self._warm = self._warm or WarmPython(self._warm_folder, str(SYSTEM), self.inside)
        return self._warm.path

    @staticmethod
    def _apart(path: Path) -> bool:
        return path.stat().st_dev != os.stat("/").st_dev

    def run(self, *words: str, stdin: str = "", check: bool = True) -> str:
        """Run a command on the machine and return what it says.

        :raises RuntimeError: it failed, and was to succeed.
        """
        done = subprocess.run(
            [*self.inside, *words], check=False, capture_output=True, encoding="utf-8", input=stdin, timeout=PATIENCE
        )
        if check and done.returncode:
            raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def has(self, path: str) -> bool:
        """There is such a file or folder."""
        return self.run("sh", "-c", '[ ! -e "$1" ] || echo yes', "-", path) == "yes\n"

    def read(self, path: str) -> str:
        """A file of the machine; empty where there is none."""
        return self.run("cat", path, check=False)

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """Write a file of the machine, in a folder that is made."""
        self.run("install", "-D", "-m", f"{mode:o}", "/dev/stdin", path, stdin=text)

    def unpack(self, package: Path) -> None:
        """Put the files of a package there, and run none of its scripts."""
        files = subprocess.run(["dpkg", "--fsys-tarfile", package], check=True, capture_output=True).stdout
        words = [*self.inside, "tar", "-x", "-C", "/", "--keep-directory-symlink"]
        subprocess.run(words, input=files, check=True, timeout=PATIENCE)

    def end(self) -> None:
        """End the processes that live on the machine, each by its id, and forget its files."""
        if self._warm:
            self._warm.end()
        own = os.stat(f"/proc/{self._holder.pid}/ns/mnt").st_ino
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and os.stat(entry / "ns" / "mnt").st_ino == own:
                    os.kill(int(entry.name), 9)
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                continue
        self._holder.communicate(timeout=PATIENCE)


def packages(folder: Path, name: str) -> list[Path]:
    """A package of this machine's distribution, with those that it needs and this machine lacks; none is installed.

    :raises subprocess.CalledProcessError: no repository of this machine has it.
    """
    (folder / "partial").mkdir(parents=True)
    words = ["apt-get", "-qq", "-o", "APT::Sandbox::User=root", "-o", f"Dir::Cache::Archives={folder}"]
    words += ["--download-only", "--no-install-recommends", "--yes", "install", name]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        subprocess.run(["apt-get", "-qq", "update"], check=True, capture_output=True)
        subprocess.run(words, check=True, capture_output=True)
    return sorted(folder.glob("*.deb"))
