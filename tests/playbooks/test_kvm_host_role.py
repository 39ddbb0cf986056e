"""The role `kvm_host` in machines of overlays and namespaces: real apt, ifupdown and bridges; the rest stands in."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playbook_run import PlaybookRun, ansible_environment, run_playbook

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.bridge_text import bridge_text
from helpers import kvm_host
from helpers.machine import Machine
from helpers.network import Network
from helpers.runs import wait_for, well

pytestmark = pytest.mark.playbook

ROLE = "cloudstack.cloud.kvm_host : "
INTERFACES = """\
auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 10.0.0.21/24
    gateway 10.0.0.1
"""
MANAGEMENT = {"name": "cloudbr0", "interface": "eth0", "address": "10.0.0.21/24", "gateway": "10.0.0.1"}
GUEST = {"name": "cloudbr1", "interface": "eth1", "mtu": 1450}
BRIDGED = {
    "kvm_host_bridges": [MANAGEMENT, GUEST],
    "kvm_host_network_replaces": ["/etc/network/interfaces"],
    "kvm_host_network_probes": ["10.0.0.1"],
    "kvm_host_network_patience": 300,
}
MAIN = """\
# Written by Ansible: all interfaces are in files of their own.
auto lo
iface lo inet loopback

source /etc/network/interfaces.d/*
"""
Run = Callable[..., PlaybookRun]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    kvm_host.build(folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path, packages: Path) -> Iterator[Machine]:
    """A host with a network that ifupdown made, and packages that it has not got yet."""
    (tmp_path / "shared").mkdir()
    network = Network()
    made = Machine("kvm1.example.com", tmp_path / "machine", tmp_path / "shared", network)
    try:
        kvm_host.equip(made, packages)
        network.cable("eth0", "10.0.0.1/24")
        network.cable("eth1", "10.0.1.1/24")
        made.write("/etc/network/interfaces", INTERFACES)
        made.run("ifup", "--all")
        yield made
    finally:
        made.end()
        network.end()


@pytest.fixture
def run_role(tmp_path: Path, machine: Machine) -> Run:
    """Runs the role in the machine."""
    python = {"ansible_python_interpreter": str(machine.python)}
    return partial(start_role, tmp_path / "shared", machine.inside, **python)


def start_role(scratch: Path, inside: Sequence[str], *options: str, **more: Any) -> PlaybookRun:
    play = scratch / "play.yml"
    task = {"name": "Run the role", "ansible.builtin.include_role": {"name": "cloudstack.cloud.kvm_host"}}
    play.write_text(json.dumps([{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [task]}]))
    variables = {"kvm_host_repository": False, "kvm_host_checks": ["name"], **more}
    given = ["--extra-vars", json.dumps(variables), *options]
    environment = {**ansible_environment(scratch), "ANSIBLE_PIPELINING": "1"}
    return run_playbook(str(play), environment, scratch, given, timeout=500, inside=inside)


def changes(run: PlaybookRun) -> list[str]:
    return [task.task.removeprefix(ROLE) for task in run.tasks if task.changed and not task.outcome.startswith("item_")]


def calls(machine: Machine) -> list[str]:
    """How the stand-ins were called to change something since the last time."""
    found = machine.read("/var/log/stand-ins").splitlines()
    machine.write("/var/log/stand-ins", "")
    return found


def network(machine: Machine) -> dict[str, Any]:
    """Addresses, ports of bridges, and routes in force, and the files that say so."""
    links = json.loads(machine.run("ip", "-json", "-4", "address"))
    return {
        "addresses": {one["ifname"]: [held["local"] for held in one["addr_info"]] for one in links if one["addr_info"]},
        "ports": machine.run("sh", "-c", "cd /sys/class/net && ls -d */brif/* 2> /dev/null", check=False).split(),
        "gateway": machine.run("ip", "route", "show", "default").split()[2:5:2],
        "file": machine.read("/etc/network/interfaces.d/cloudstack"),
        "main": machine.read("/etc/network/interfaces"),
    }


def settings(text: str) -> dict[str, str]:
    """The settings of a configuration file, by name."""
    lines = [line.partition("=") for line in text.splitlines() if "=" in line and not line.startswith("#")]
    return {name.strip(): value.strip() for name, _joint, value in lines}


def test_a_machine_becomes_a_host(machine, run_role):
    wish = {
        **BRIDGED,
        "kvm_host_firewall": "ufw",
        "kvm_host_vxlan": {"bridge": "cloudbr0", "guest_mtu": 1450},
        "kvm_host_cgroup": 1,
        "kvm_host_agent_settings": {"guest.cpu.mode": "host-model", "own.secret": "5ecret"},
        "kvm_host_sudo_user": "cloudstack",
    }
    before = network(machine)
    foretold = well(run_role("--check", "--diff", **wish))
    assert (calls(machine), network(machine)) == ([], before)
    assert "libvirt and the agent follow" in foretold.task(f"{ROLE}Tell what a check run cannot look into").msg

    done = well(run_role("--diff", **wish))
    assert changes(done)[: len(changes(foretold))] == changes(foretold)
    assert diffs(done)[: len(diffs(foretold))] == diffs(foretold)
    assert network(machine) == {
        "addresses": {"cloudbr0": ["10.0.0.21"], "lo": ["127.0.0.1"]},
        "ports": ["cloudbr0/brif/eth0", "cloudbr1/brif/eth1"],
        "gateway": ["10.0.0.1", "cloudbr0"],
        "file": bridge_text([MANAGEMENT, GUEST], "ifupdown"),
        "main": MAIN,
    }
    assert "mtu 1450" in machine.run("ip", "link", "show", "cloudbr1")
    assert machine.run("sysctl", "-n", "net.ipv4.igmp_max_memberships") == "200\n"
    opened = ["22/tcp", "1798/tcp", "16509/tcp", "16514/tcp", "5900:6100/tcp", "49152:49216/tcp", "8472/udp"]
    assert calls(machine) == [
        "update-grub ",
        *(f"ufw allow {port}" for port in sorted(opened)),
        "systemctl daemon-reload ",
        "systemctl stop libvirtd.socket",
        "systemctl restart libvirtd.service",
        "systemctl enable libvirtd.service",
    ]
    libvirtd = settings(machine.read("/etc/libvirt/libvirtd.conf"))
    assert {name: libvirtd[name] for name in ("listen_tls", "mdns_adv", "auth_unix_rw")} == {
        "listen_tls": "0",
        "mdns_adv": "0",
        "auth_unix_rw": '"none"',
    }
    assert "listen_tcp" not in libvirtd
    assert settings(machine.read("/etc/libvirt/qemu.conf"))["security_driver"] == '"none"'
    assert machine.run("readlink", "/etc/systemd/system/libvirtd-tcp.socket") == "/dev/null\n"
    assert machine.run("readlink", "/etc/apparmor.d/disable/usr.sbin.libvirtd") == "/etc/apparmor.d/usr.sbin.libvirtd\n"
    agent = settings(machine.read("/etc/cloudstack/agent/agent.properties"))
    assert agent["guest.cpu.mode"] == "host-model"
    assert "5ecret" not in done.stdout + json.dumps([task.result for task in done.tasks])

    machine.write("/boot/grub/grub.cfg", "linux /vmlinuz systemd.unified_cgroup_hierarchy=0\n")
    again = well(run_role(**wish))
    assert (changes(again), calls(machine)) == ([], [])


def test_what_cloudstack_does_to_a_host_stays(machine, run_role):
    wish = {
        "kvm_host_agent_settings": {"workers": 8},
        "kvm_host_qemu_settings": {"vnc_password": '"vnc-5ecret"'},
    }
    begun = well(run_role("--diff", "-vvv", **wish))
    assert settings(machine.read("/etc/libvirt/qemu.conf"))["vnc_password"] == '"vnc-5ecret"'
    added(machine)
    calls(machine)
    secured = well(run_role("--diff", "-vvv", **wish))
    held = base64.b64encode(machine.read("/etc/libvirt/qemu.conf").encode()).decode()
    for run in (begun, secured):
        shown = run.stdout + json.dumps([task.result for task in run.tasks])
        assert [word for word in ("5ecret", held) if word in shown] == []
    assert changes(secured) == ["Have the settings of libvirt in its files", "Restart libvirt for its settings"]
    libvirtd = settings(machine.read("/etc/libvirt/libvirtd.conf"))
    assert (libvirtd["listen_tls"], libvirtd["listen_tcp"]) == ("1", "0")
    assert libvirtd["ca_file"] == '"/etc/pki/CA/cacert.pem"'

    wish["kvm_host_agent_settings"]["guest.cpu.mode"] = "host-model"
    calls(machine)
    more = well(run_role(**wish))
    assert changes(more) == ["Have the properties of the agent in its file", "Restart the agent for its properties"]
    assert calls(machine) == ["systemctl restart cloudstack-agent.service"]
    assert "keystore-5ecret" not in more.stdout + json.dumps([task.result for task in more.tasks])
    agent = settings(machine.read("/etc/cloudstack/agent/agent.properties"))
    assert (agent["guid"], agent["workers"], agent["zone"]) == ("a-guid", "8", "1")


def added(machine: Machine) -> None:
    """What CloudStack does to the host when it adds it: the agent is configured and runs, and has a certificate."""
    path = "/etc/cloudstack/agent/agent.properties"
    text = machine.read(path).replace("guid=\n", "guid=a-guid\n").replace("host=localhost", "host=10.0.0.5")
    machine.write(path, f"{text}zone=1\nkeystore.passphrase=keystore-5ecret\n")
    for name in ("cloudstack/agent/cloud.jks", "pki/libvirt/private/serverkey.pem", "pki/libvirt/servercert.pem"):
        machine.write(f"/etc/{name}", "a stand-in")
    machine.write("/etc/pki/CA/cacert.pem", "a stand-in")
    machine.write("/var/lib/units/cloudstack-agent.service", "")
    conf = machine.read("/etc/libvirt/libvirtd.conf")
    machine.write("/etc/libvirt/libvirtd.conf", conf.replace("listen_tls = 0", "listen_tls=1") + "listen_tcp=0\n")


def test_bridges_through_which_nothing_answers_are_taken_back(machine, run_role):
    before = network(machine)
    foreign = run_role("--check", kvm_host_packages=[], kvm_host_bridges=[MANAGEMENT])
    assert "/etc/network/interfaces speaks of eth0" in foreign.failures[0].msg
    wish = {
        **BRIDGED,
        "kvm_host_packages": [],
        "kvm_host_network_probes": ["10.0.0.99"],
    }
    failed = run_role(**wish)
    said = "10.0.0.99 does not answer through the new network. The former network is in force"
    assert said in failed.failures[-1].msg
    assert network(machine) == before

    program = "/var/lib/cloudstack-kvm-host/network/trial"
    machine.run("sed", "-i", "s/^patience=.*/patience=4/", program)
    machine.run(program, "begin")
    wait_for(lambda: network(machine)["ports"] == ["cloudbr0/brif/eth0", "cloudbr1/brif/eth1"])
    wait_for(lambda: machine.read(f"{Path(program).parent}/state") == "taken back\n")
    assert network(machine) == before
    assert machine.run("ping", "-c", "1", "-W", "2", "10.0.0.1")
    with pytest.raises(RuntimeError, match="not kept in time"):
        machine.run(program, "keep")


def diffs(run: PlaybookRun) -> list[Any]:
    """What the tasks with a difference tell of files; what apt tells is another matter."""
    return [
        {key: value for key, value in one.items() if key in ("before", "after")}
        for task in run.tasks
        if task.changed and isinstance(task.diff, list) and not task.outcome.startswith("item_")
        for one in task.diff
    ]


def test_netplan_reads_what_is_written_for_it(tmp_path):
    kvm_host.download(tmp_path, ("netplan.io", "libnetplan0"))
    for package in tmp_path.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, tmp_path / "x"], check=True)
    (tmp_path / "etc" / "netplan").mkdir(parents=True)
    text = bridge_text([MANAGEMENT, {**GUEST, "vlan": 200}], "netplan")
    (tmp_path / "etc" / "netplan" / "90-cloudstack.yaml").write_text(text, encoding="utf-8")
    library = next((tmp_path / "x").rglob("libnetplan.so.*")).parent
    generate = tmp_path / "x" / "usr" / "libexec" / "netplan" / "generate"
    subprocess.run([generate, "--root-dir", tmp_path], env={"LD_LIBRARY_PATH": str(library)}, check=True)
    units = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "run/systemd/network").iterdir()}
    assert "Address=10.0.0.21/24" in units["10-netplan-cloudbr0.network"]
    assert "Gateway=10.0.0.1" in units["10-netplan-cloudbr0.network"]
    assert "Bridge=cloudbr0" in units["10-netplan-eth0.network"]
    assert "Id=200" in units["10-netplan-eth1.200.netdev"]
    assert "Bridge=cloudbr1" in units["10-netplan-eth1.200.network"]


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (
            {"kvm_host_bridges": [{"name": "cloudbr0", "interface": "wan0"}]},
            "takes no bridge whose interface is named wan0",
        ),
        ({"kvm_host_agent_settings": {"guid": "1", "zone": "2"}}, "guid, zone is written by CloudStack"),
        ({"kvm_host_agent_settings": {"local.storage.path": "/a"}}, "by the role cloudstack.cloud.local_storage"),
        ({"kvm_host_sudo_user": "ALL"}, "kvm_host_sudo_user is ALL"),
        ({"kvm_host__hostname": ["echo", "localhost"]}, 'hostname --fqdn says \\"localhost\\"'),
        ({"kvm_host_libvirt_listen": "udp"}, "kvm_host_libvirt_listen"),
    ],
)
def test_bad_input_is_named(spoilt, says, tmp_path):
    run = start_role(tmp_path, (), "--check", **spoilt)
    assert run.rc == 2
    assert says in json.dumps(run.failures[0].result)
