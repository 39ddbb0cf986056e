"""The program that tries a host's bridges for a time, with each way of configuring a network.

Open vSwitch is Debian's, with its switch in user space, and so is ifupdown. In the place of netplan and nmstatectl
there are stand-ins that make the bridge and remember how they were called.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import kvm_host
from helpers.families import RoleOn
from helpers.machine import Machine
from helpers.network import Network
from helpers.runs import wait_for

BRIDGE = {"name": "cloudbr0", "interface": "eth0", "address": "10.0.0.21/24", "gateway": "10.0.0.1"}
INTERFACES = """\
auto eth0
iface eth0 inet static
    address 10.0.0.21/24
    gateway 10.0.0.1
"""
FOLDER = "/var/lib/cloudstack-kvm-host/network"
PROGRAM = f"{FOLDER}/trial"
MAKE = """\
make() {
  ip link add cloudbr0 type bridge && ip address flush dev eth0 && ip link set eth0 master cloudbr0 up
  ip address add 10.0.0.21/24 dev cloudbr0 && ip link set cloudbr0 up
}
remove() {
  ip link delete cloudbr0
  ip address add 10.0.0.21/24 dev eth0
}
"""
NMSTATECTL = f"""\
#!/bin/sh
# A stand-in.
echo "$*" >> /var/log/calls
{MAKE}case "$1" in apply) make ;; rollback) remove ;; esac
"""
NETPLAN = f"""\
#!/bin/sh
# A stand-in, which knows one file.
echo "$*" >> /var/log/calls
file=netplan/90-cloudstack.yaml
{MAKE}case "$1" in
  generate) [ -e "$3/etc/$file" ] ;;
  apply) if [ -e /run/$file ] || [ -e /etc/$file ]; then make; else remove; fi ;;
esac
"""
SWITCH = """\
set -e
mkdir -p /run/openvswitch /etc/openvswitch
ovsdb-tool create /etc/openvswitch/conf.db /usr/share/openvswitch/vswitch.ovsschema
ovsdb-server --remote=punix:/run/openvswitch/db.sock --pidfile --detach --no-chdir /etc/openvswitch/conf.db
ovs-vsctl --no-wait init
/usr/lib/openvswitch-switch/ovs-vswitchd --pidfile --detach --no-chdir unix:/run/openvswitch/db.sock
mv /usr/bin/ovs-vsctl /usr/bin/ovs-vsctl.real
"""
IN_USER_SPACE = """\
#!/bin/sh
# Debian's ovs-vsctl; the kernel of a test has no module for switches, so each of them is one in user space.
ovs-vsctl.real --no-wait "$@" || exit
for bridge in $(ovs-vsctl.real list-br); do ovs-vsctl.real set bridge "$bridge" datapath_type=netdev; done
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Debian's packages for networks and for switches."""
    folder = tmp_path_factory.mktemp("packages")
    kvm_host.download(folder, (*kvm_host.NETWORK, "openvswitch-switch", "openvswitch-common", "libxdp1"))
    return sorted(folder.glob("*.deb"))


@pytest.fixture
def machine(tmp_path: Path, packages: list[Path]) -> Iterator[Machine]:
    """A machine whose interface eth0 has an address, and reaches a router."""
    (tmp_path / "shared").mkdir()
    network = Network()
    made = Machine("kvm1.example.com", tmp_path / "machine", tmp_path / "shared", network)
    try:
        for package in packages:
            made.unpack(package)
        network.cable("eth0", "10.0.0.1/24")
        made.run("ip", "link", "set", "eth0", "up")
        made.run("ip", "address", "add", "10.0.0.21/24", "dev", "eth0")
        yield made
    finally:
        made.end()
        network.end()


def write_program(machine: Machine, system: str, **more: Any) -> RoleOn:
    """Have the program and its files where the role puts them."""
    host = RoleOn(
        "kvm_host",
        system,
        kvm_host_bridges=[BRIDGE],
        kvm_host__seen={"stdout_lines": ["/sys/class/net/eth0"]},
        **{"kvm_host_network_patience": 3, "kvm_host_network_probes": ["10.0.0.1"], **more},
    )
    for one in host.value("kvm_host__network_files"):
        machine.write(f"{FOLDER}/{Path(one['path']).name}.new", one["content"], 0o600)
    machine.write(PROGRAM, host.template("trial.sh.j2"), 0o700)
    return host


def addresses(machine: Machine) -> dict[str, list[str]]:
    links = json.loads(machine.run("ip", "-json", "-4", "address"))
    found = {one["ifname"]: [held["local"] for held in one["addr_info"]] for one in links if one["ifname"] != "lo"}
    return {name: held for name, held in found.items() if held}


def reaches(machine: Machine, state: str) -> Callable[[], bool]:
    return lambda: machine.read(f"{FOLDER}/state") == f"{state}\n"


@pytest.mark.parametrize(
    ("system", "name", "text", "calls"),
    [
        (
            "EL 9",
            "nmstatectl",
            NMSTATECTL,
            {
                "begin": [f"apply --no-commit --timeout {{}} {FOLDER}/network.yml.new"],
                "back": ["rollback"],
                "keep": ["commit"],
            },
        ),
        (
            "Ubuntu 24.04",
            "netplan",
            NETPLAN,
            {"begin": [f"generate --root-dir {FOLDER}/root", "apply"], "back": ["apply"], "keep": []},
        ),
    ],
)
def test_bridges_are_taken_back_in_time_unless_they_are_kept(machine, system, name, text, calls):
    before = addresses(machine)
    machine.write(f"/usr/sbin/{name}", text, 0o755)
    host = write_program(machine, system)
    kept = host.value("kvm_host__network.file")
    assert machine.run(PROGRAM, "begin") == ""
    wait_for(reaches(machine, "taken back"))
    assert (addresses(machine), machine.has(kept)) == (before, False)

    write_program(machine, system, kvm_host_network_patience=120, kvm_host_network_probes=["10.0.0.99"])
    machine.run(PROGRAM, "begin")
    wait_for(reaches(machine, "applied"))
    assert addresses(machine)["cloudbr0"] == ["10.0.0.21"]
    with pytest.raises(RuntimeError, match=r"10\.0\.0\.99 does not answer through the new network"):
        machine.run(PROGRAM, "keep")
    machine.run(PROGRAM, "back")
    assert (addresses(machine), machine.has(kept)) == (before, False)

    write_program(machine, system, kvm_host_network_patience=120)
    machine.run(PROGRAM, "begin")
    wait_for(reaches(machine, "applied"))
    machine.run(PROGRAM, "keep")
    assert machine.read(kept) == machine.read(f"{FOLDER}/{Path(kept).name}.new") != ""
    assert addresses(machine)["cloudbr0"] == ["10.0.0.21"]
    begins = [[one.format(patience + 30) for one in calls["begin"]] for patience in (3, 120, 120)]
    expected = [*begins[0], *calls["back"], *begins[1], *calls["back"], *begins[2], *calls["keep"]]
    assert machine.read("/var/log/calls").splitlines() == expected


def test_open_vswitch_is_tried_like_other_bridges(machine):
    machine.run("bash", "-c", SWITCH)
    machine.write("/usr/bin/ovs-vsctl", IN_USER_SPACE, 0o755)
    machine.write("/etc/network/interfaces", INTERFACES)
    machine.run("ip", "address", "flush", "dev", "eth0")
    machine.run("ifup", "--all")
    before = addresses(machine)
    wish = {"kvm_host_bridge_type": "openvswitch", "kvm_host_network_replaces": ["/etc/network/interfaces"]}
    host = write_program(machine, "Debian 12", **wish)
    assert host.value("kvm_host__agent_settings") == {
        "network.bridge.type": "openvswitch",
        "libvirt.vif.driver": "com.cloud.hypervisor.kvm.resource.OvsVifDriver",
    }
    machine.run(PROGRAM, "begin")
    wait_for(reaches(machine, "taken back"))
    assert machine.run("ovs-vsctl.real", "list-br") == ""
    assert addresses(machine) == before == {"eth0": ["10.0.0.21"]}
    machine.run("ping", "-c", "1", "-W", "2", "10.0.0.1")

    write_program(machine, "Debian 12", kvm_host_network_patience=120, **wish)
    machine.run(PROGRAM, "begin")
    wait_for(reaches(machine, "applied"))
    machine.run(PROGRAM, "keep")
    assert machine.run("ovs-vsctl.real", "list-ports", "cloudbr0") == "eth0\n"
    assert addresses(machine) == {"cloudbr0": ["10.0.0.21"]}
    assert machine.run("ip", "route", "show", "default").split()[2:5:2] == ["10.0.0.1", "cloudbr0"]
    machine.run("ping", "-c", "1", "-W", "2", "10.0.0.1")
    assert "ovs_type OVSBridge" in machine.read("/etc/network/interfaces.d/cloudstack")
