"""What the role `kvm_host` writes for systemd and libvirt, held against the files of Debian's packages of libvirt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import kvm_host
from helpers.families import RoleOn
from helpers.machine import Machine

PACKAGES = ("libvirt-daemon-system", "libvirt-daemon-system-systemd", "libvirt-daemon-driver-qemu")
UNITS = "/lib/systemd/system"
FORMER = {"mdns_adv"}
"""Former versions of libvirt read it, and CloudStack's own program writes it, too."""
VERIFY = ("systemd-analyze", "verify", "--man=no", f"{UNITS}/libvirtd.service")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A machine with the files of libvirt, and a program that stands for the daemon."""
    packages = tmp_path / "packages"
    packages.mkdir()
    kvm_host.download(packages, PACKAGES)
    made = Machine("kvm1.example.com", tmp_path / "machine", packages)
    try:
        for package in packages.glob("*.deb"):
            made.unpack(package)
        made.write("/usr/sbin/libvirtd", "#!/bin/sh\n# A stand-in.\n", 0o755)
        yield made
    finally:
        made.end()


def test_libvirt_starts_without_its_sockets_and_reads_what_is_written(machine):
    host = RoleOn("kvm_host", "Debian 12", kvm_host__keystore={"stat": {"exists": True}})
    for unit in host.value("kvm_host__masks"):
        assert machine.has(f"{UNITS}/{unit}"), unit
        machine.run("ln", "-s", "/dev/null", f"{host.value('kvm_host__units_folder')}/{unit}")
    assert machine.run(*VERIFY) == ""

    files = {Path(one["path"]).name: one for one in host.value("kvm_host__libvirt_files")}
    unit = machine.read(f"{UNITS}/libvirtd.service").splitlines()
    assert f"EnvironmentFile=-{files['libvirtd']['path']}" in unit
    assert "ExecStart=/usr/sbin/libvirtd $LIBVIRTD_ARGS" in unit
    assert files["libvirtd"]["settings"] == {"LIBVIRTD_ARGS": "-l"}
    for name in ("libvirtd.conf", "qemu.conf"):
        known = set(re.findall(r"(?m)^#?\s?(\w+) = ", machine.read(f"/etc/libvirt/{name}")))
        assert files[name]["settings"].keys() - known - FORMER == set()
    assert [one for one in host.value("kvm_host__apparmor_profiles") if not machine.has(f"/etc/apparmor.d/{one}")] == []

    machine.run("rm", f"{UNITS}/virtlockd.socket")
    with pytest.raises(RuntimeError, match=r"Unit virtlockd\.socket not found"):
        machine.run(*VERIFY)
