"""Stand-ins for CloudStack's packages, and a signed repository of them.

No package of CloudStack can be had here. These have the same names, files and programs, and say that they are
stand-ins. Their management server answers from the simulator.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers import kvm_host
from helpers.collection import ROOT

PROGRAMS = ROOT / "extensions" / "molecule" / "management_server" / "stand_in"
LIBRARY = Path("usr/lib/cloudstack-stand-in")
CONNECTOR = "python3-mysql.connector"
"""What the package of the management server wants, and Debian 12 lacks."""
VERSIONS = {"4.22": ["4.22.0.0"], "4.23": ["4.23.0.0", "4.23.1.0"]}
SERVICE = """\
#!/bin/sh
### BEGIN INIT INFO
# Provides:          {name}
# Required-Start:    $remote_fs
# Required-Stop:     $remote_fs
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: a stand-in for {name}
### END INIT INFO
exec /usr/lib/cloudstack-stand-in/control {name} "$1"
"""
SETTINGS = f"""\
config=/etc/cloudstack/management
run=/var/lib/cloudstack-stand-in
simulator={ROOT / "extensions" / "simulator"}
python={sys.executable}
database=''
[ ! -e /etc/cloudstack-stand-in ] || . /etc/cloudstack-stand-in
"""
CONTROL = """\
Package: {name}
Version: {version}
Architecture: all
Maintainer: nobody <nobody@example.com>
Depends: {depends}
Description: a stand-in for the package of this name
"""


def _put(folder: Path, name: str, text: str, mode: int = 0o644) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def _fill(folder: Path, name: str, version: str) -> None:
    """The files of a package."""
    if name == "cloudstack-common":
        for program in ("control", "server.py"):
            _put(folder, str(LIBRARY / program), (PROGRAMS / program).read_text(encoding="utf-8"), 0o755)
        _put(folder, str(LIBRARY / "settings"), f"{SETTINGS}version={version}\n")
        seed = "usr/share/cloudstack-common/scripts/storage/secondary/cloud-install-sys-tmplt"
        _put(folder, seed, (PROGRAMS / "cloud-install-sys-tmplt").read_text(encoding="utf-8"), 0o755)
        return
    if name.startswith("cloudstack-"):
        _put(folder, f"etc/init.d/{name}", SERVICE.format(name=name), 0o755)
        short = name.removeprefix("cloudstack-")
        (folder / "etc" / "cloudstack" / short).mkdir(parents=True)
    if name == "cloudstack-agent":
        for file, text in kvm_host.FILES[name].items():
            _put(folder, file, text, 0o755 if text.startswith("#!") else 0o644)
    if name == "cloudstack-management":
        for file in ("server.properties", "db.properties"):
            _put(folder, f"etc/cloudstack/management/{file}", (PROGRAMS / file).read_text(encoding="utf-8"), 0o640)
        _put(
            folder,
            "DEBIAN/conffiles",
            "".join(f"/etc/cloudstack/management/{one}.properties\n" for one in ("server", "db")),
        )
        _put(folder, "DEBIAN/postinst", "#!/bin/sh\ngetent group cloud > /dev/null || groupadd --system cloud\n", 0o755)
        (folder / "var" / "log" / "cloudstack" / "management").mkdir(parents=True)
        (folder / "usr" / "bin").mkdir(parents=True)
        for program in ("cloudstack-setup-databases", "cloudstack-setup-management"):
            _put(folder, str(LIBRARY / program), (PROGRAMS / program).read_text(encoding="utf-8"), 0o755)
            (folder / "usr" / "bin" / program).symlink_to(f"/{LIBRARY / program}")


def build(folder: Path, name: str, version: str, scratch: Path) -> None:
    """Build a package into a folder."""
    shutil.rmtree(scratch, ignore_errors=True)
    own = name.startswith("cloudstack-") and name != "cloudstack-common"
    depends = f"cloudstack-common (= {version})" if own else "bash"
    if name == "cloudstack-management":
        depends += f", {CONNECTOR} | mysql-connector-python-py3"
    _put(scratch, "DEBIAN/control", CONTROL.format(name=name, version=version, depends=depends))
    _fill(scratch, name, version)
    scratch.chmod(0o755)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", scratch, folder], check=True, capture_output=True
    )


class Repository:
    """A repository such as the public one: `mirror` is its address, `key` that of the key that signs it.

    :ivar connector: a package that it does not hold, which that of the management server wants.
    """

    def __init__(self, folder: Path, suite: str, others: Sequence[Path]) -> None:
        """Build it.

        suite: code name of the distribution; others: further packages for each series.
        """
        self.folder = folder
        self.mirror = f"file://{folder}"
        self.key = f"file://{folder}/release.asc"
        self._home = folder / "gnupg"
        self._home.mkdir(mode=0o700, parents=True)
        self._gpg("--quick-generate-key", "stand-in <nobody@example.com>", "rsa2048", "sign", "never")
        (folder / "release.asc").write_bytes(self._gpg("--armor", "--export"))
        base = folder / "debian"
        build(folder, CONNECTOR, "0", folder / "scratch")
        self.connector = folder / f"{CONNECTOR}_0_all.deb"
        for series, versions in VERSIONS.items():
            pool = base / "pool" / series
            pool.mkdir(parents=True)
            for version in versions:
                for short in ("common", "management", "usage", "agent"):
                    build(pool, f"cloudstack-{short}", version, folder / "scratch")
            build(pool, "openjdk-17-jre-headless", "0", folder / "scratch")
            for other in others:
                shutil.copy(other, pool)
            self._index(base, suite, series)
        self._sign(base / "dists" / suite)

    def _gpg(self, *words: str) -> bytes:
        base = ["gpg", "--batch", "--homedir", str(self._home), "--pinentry-mode", "loopback", "--passphrase", ""]
        return subprocess.run([*base, *words], check=True, capture_output=True).stdout

    @staticmethod
    def _index(base: Path, suite: str, series: str) -> None:
        listed = subprocess.run(
            ["dpkg-scanpackages", "--multiversion", f"pool/{series}"], cwd=base, check=True, capture_output=True
        ).stdout
        for kind in ("amd64", "arm64"):
            folder = base / "dists" / suite / series / f"binary-{kind}"
            folder.mkdir(parents=True)
            (folder / "Packages").write_bytes(listed)
            (folder / "Packages.gz").write_bytes(gzip.compress(listed))

    def _sign(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("Packages*"))
        sums = "".join(
            f" {hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_size} {path.relative_to(folder)}\n"
            for path in files
        )
        release = folder / "Release"
        release.write_text(
            f"Origin: stand-in\nSuite: {folder.name}\nCodename: {folder.name}\nArchitectures: amd64 arm64\n"
            f"Components: {' '.join(VERSIONS)}\nDate: Thu, 01 Jan 2026 00:00:00 UTC\nSHA256:\n{sums}",
            encoding="utf-8",
        )
        self._gpg("--clearsign", "--output", str(folder / "InRelease"), str(release))
        # The agent that gpg started ends with its folder's socket.
        subprocess.run(
            ["gpgconf", "--homedir", str(self._home), "--kill", "gpg-agent"], check=False, env={**os.environ}
        )
