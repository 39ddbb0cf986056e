"""Packages for the tests of the role `kvm_host`: stand-ins for QEMU, libvirt and the agent, and Debian's own."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

from helpers.machine import Machine

NETWORK = ("ifupdown", "bridge-utils", "iputils-ping")
"""Debian's packages, downloaded and installed in the machine only."""

STANDS_IN = "# A stand-in: it only remembers how it was called.\n"
REMEMBERS = f'#!/bin/sh\n{STANDS_IN}echo "$(basename "$0") $*" >> /var/log/stand-ins\n'
SYSTEMCTL = """\
#!/bin/bash
# A stand-in for systemctl: units run when a file of their name is in /var/lib/units.
cd /var/lib/units
case "$1" in
  is-active) [ -e "$2" ] ;;
  is-enabled) [ -e "$2.enabled" ] ;;
  *)
    echo "systemctl $1 ${*:2:1}" >> /var/log/stand-ins
    case "$1" in start | restart) touch "$2" ;; enable) touch "$2.enabled" ;; stop) rm -f "${@:2}" ;; esac
    ;;
esac
"""
UFW = f"""\
#!/bin/sh
{STANDS_IN}case "$1" in
  show) cat /var/lib/units/ufw 2> /dev/null || echo '(None)' ;;
  *) echo "ufw $*" | tee -a /var/lib/units/ufw >> /var/log/stand-ins ;;
esac
"""
LIBVIRTD = """\
# Master libvirt daemon configuration file
#listen_tls = 0
#listen_tcp = 1
#tcp_port = "16509"
#mdns_adv = 1
unix_sock_group = "libvirt"
auth_unix_rw = "none"
"""
AGENT = """\
# Sample configuration file for CloudStack agent
guid=
resource=com.cloud.hypervisor.kvm.resource.LibvirtComputingResource
workers=5
host=localhost
#local.storage.path=/var/lib/libvirt/images/
local.storage.uuid=
"""
FILES = {
    "cloudstack-agent": {"etc/cloudstack/agent/agent.properties": AGENT, "usr/bin/cloudstack-setup-agent": REMEMBERS},
    "libvirt-clients": {"usr/bin/virsh": REMEMBERS, "etc/libvirt/libvirt.conf": '#uri_default = "qemu:///system"\n'},
    "libvirt-daemon-system": {
        "etc/libvirt/libvirtd.conf": LIBVIRTD,
        "etc/libvirt/qemu.conf": '#vnc_listen = "0.0.0.0"\nvnc_tls = 0\n',
        "etc/default/libvirtd": '# Options\n#LIBVIRTD_ARGS=""\n',
        "etc/apparmor.d/usr.sbin.libvirtd": "profile libvirtd /usr/sbin/libvirtd {}\n",
        "etc/apparmor.d/usr.lib.libvirt.virt-aa-helper": "profile virt-aa-helper {}\n",
        "etc/apparmor.d/disable/.keep": "",
    },
    "sudo": {"etc/sudoers.d/README": "# A stand-in.\n"},
    "qemu-system-x86": {"usr/bin/qemu-system-x86_64": REMEMBERS},
}


def build(folder: Path, names: Sequence[str] = tuple(FILES)) -> None:
    """Make a repository with the stand-ins and with the packages of `NETWORK`."""
    for name in names:
        tree = folder / "trees" / name
        control = f"Package: {name}\nVersion: 1.0\nArchitecture: all\nMaintainer: tests <tests@example.com>\n"
        _put(tree / "DEBIAN" / "control", f"{control}Description: a stand-in for {name} that does nothing\n")
        for path, text in FILES[name].items():
            _put(tree / path, text)
        _run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-b", str(tree), str(folder)])
    download(folder, NETWORK)
    index = [_entry(path) for path in sorted(folder.glob("*.deb"))]
    (folder / "Packages").write_text("\n".join(index), encoding="utf-8")


def download(folder: Path, names: Sequence[str]) -> None:
    """Download Debian's packages, and install none."""
    words = ["apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", *names]
    if subprocess.run(words, cwd=folder, check=False, capture_output=True).returncode:
        _run(["apt-get", "-qq", "update"])
        _run(words, folder)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755 if text.startswith("#!") else 0o644)


def _run(words: Sequence[str], folder: Path | None = None) -> str:
    return subprocess.run(words, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def _entry(package: Path) -> str:
    control = _run(["dpkg-deb", "-f", str(package)])
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    return f"{control}Filename: ./{package.name}\nSize: {package.stat().st_size}\nSHA256: {digest}\n"


def equip(machine: Machine, folder: Path) -> None:
    """Give a machine Debian's programs for the network, the repository, and stand-ins for what runs services."""
    own = [str(path) for name in NETWORK for path in folder.glob(f"{name}_*.deb")]
    machine.run("sh", "-c", f"rm -rf /etc/apt/sources.list* /etc/apt/apt.conf.d/*proxy* && dpkg -i {' '.join(own)}")
    machine.write("/etc/apt/sources.list.d/tests.list", f"deb [trusted=yes] file:{folder} ./\n")
    machine.write("/etc/apt/apt.conf.d/tests", 'APT::Sandbox::User "root";\n')
    machine.write("/usr/local/sbin/systemctl", SYSTEMCTL, 0o755)
    machine.write("/usr/local/sbin/ufw", UFW, 0o755)
    for name in ("apparmor_parser", "update-grub"):
        machine.write(f"/usr/local/sbin/{name}", REMEMBERS, 0o755)
    machine.write("/var/log/stand-ins", "")
    machine.run("mkdir", "-p", "/var/lib/units")
