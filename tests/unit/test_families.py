"""What the roles for machines are on each family of operating systems, as far as that shows without such a machine."""

from __future__ import annotations

import configparser
import itertools
import re
import subprocess
from base64 import b64encode
from typing import Any

import pytest
import yaml

from helpers.collection import ROOT
from helpers.families import SYSTEMS, RoleOn, load, tasks_of

ROLES = ("database", "kvm_host", "management_server", "nfs_server")
BRIDGE = {"name": "cloudbr0", "interface": "eth0", "address": "10.0.0.21/24", "gateway": "10.0.0.1"}
HOST = {
    "kvm_host_bridges": [BRIDGE],
    "kvm_host_network_probes": ["10.0.0.1"],
    "kvm_host__seen": {"stdout_lines": ["/sys/class/net/eth0"]},
}
APT, YUM = "/etc/apt/sources.list.d/cloudstack.sources", "/etc/yum.repos.d/cloudstack.repo"
EXPECTED: dict[tuple[str, str], dict[str, Any]] = {
    ("database", "Debian"): {
        "database__packages": ["mariadb-server", "mariadb-client"],
        "database__config_file": "/etc/mysql/mariadb.conf.d/zz-cloudstack.cnf",
        "database_service": "mariadb",
    },
    ("database", "RedHat"): {
        "database__packages": ["mariadb-server", "mariadb"],
        "database__config_file": "/etc/my.cnf.d/zz-cloudstack.cnf",
        "database_service": "mariadb",
    },
    ("management_server", "Debian"): {
        "management_server__packages": ["openjdk-17-jre-headless", "cloudstack-common", "cloudstack-management"],
        "management_server__family.sources": APT,
    },
    ("management_server", "RedHat"): {
        "management_server__packages": ["java-17-openjdk-headless", "cloudstack-common", "cloudstack-management"],
        "management_server__family.sources": YUM,
    },
    ("nfs_server", "Debian"): {
        "nfs_server__packages": ["nfs-kernel-server"],
        "nfs_server__service": "nfs-kernel-server",
    },
    ("nfs_server", "RedHat"): {"nfs_server__packages": ["nfs-utils"], "nfs_server__service": "nfs-server"},
    ("kvm_host", "Debian"): {
        "kvm_host__packages[:4]": ["cloudstack-agent", "libvirt-clients", "libvirt-daemon-system", "qemu-system-x86"],
        "kvm_host__libvirt_files[-1].path": "/etc/default/libvirtd",
        "kvm_host__masks | length": 5,
    },
    ("kvm_host", "RedHat"): {
        "kvm_host__packages[:3]": ["cloudstack-agent", "libvirt", "qemu-kvm"],
        "kvm_host__libvirt_files[-1].path": "/etc/sysconfig/libvirtd",
        "'virtqemud.socket' in kvm_host__masks": True,
    },
}
BACKENDS = {
    "Debian 12": ("ifupdown", "/etc/network/interfaces.d/cloudstack", ["ifupdown", "bridge-utils"]),
    "Ubuntu 22.04": ("netplan", "/etc/netplan/90-cloudstack.yaml", ["netplan.io"]),
    "Ubuntu 24.04": ("netplan", "/etc/netplan/90-cloudstack.yaml", ["netplan.io"]),
    "EL 8": ("nmstate", "/var/lib/cloudstack-kvm-host/network.yml", ["nmstate"]),
    "EL 9": ("nmstate", "/var/lib/cloudstack-kvm-host/network.yml", ["nmstate"]),
}
INCLUDES = ("ansible.builtin.include_tasks", "ansible.builtin.import_tasks")
REPOSITORIES = {
    "Debian 12": ("URIs: https://download.cloudstack.org/debian", "Suites: bookworm"),
    "Ubuntu 22.04": ("URIs: https://download.cloudstack.org/ubuntu", "Suites: jammy"),
    "Ubuntu 24.04": ("URIs: https://download.cloudstack.org/ubuntu", "Suites: noble"),
    "EL 8": ("[cloudstack]", "baseurl=https://download.cloudstack.org/el/8/4.23/"),
    "EL 9": ("[cloudstack]", "baseurl=https://download.cloudstack.org/el/9/4.23/"),
}


@pytest.mark.parametrize("role", ROLES)
def test_families_have_the_same_words(role: str) -> None:
    families = load(role, "vars/main.yml")[f"{role}__families"]
    assert set(families) == {facts["os_family"] for facts in SYSTEMS.values()}
    assert families["Debian"].keys() == families["RedHat"].keys()
    assert [word for family in families.values() for word, value in family.items() if not value] == []


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("role", ROLES)
def test_packages_services_and_places(role: str, system: str) -> None:
    host = RoleOn(role, system, **(HOST if role == "kvm_host" else {}))
    expected = EXPECTED[role, SYSTEMS[system]["os_family"]]
    assert {name: host.value(name) for name in expected} == expected


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_repository_of_packages(system: str) -> None:
    host = RoleOn("management_server", system, management_server_version="4.23.0.0")
    written = host.template(host.value("management_server__family.template"))
    assert set(REPOSITORIES[system]) <= set(written.splitlines())
    joint = "=" if SYSTEMS[system]["os_family"] == "Debian" else "-"
    assert f"cloudstack-common{joint}4.23.0.0*" in host.value("management_server__packages")
    if joint == "-":
        read = configparser.ConfigParser()
        read.read_string(written)
        assert read["cloudstack"]["gpgkey"] == f"file://{host.value('management_server__family.key')}"
    else:
        assert all(": " in line for line in written.splitlines()[1:])


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_agent_has_the_version_of_what_is_there_and_stays_when_it_is_there(system: str) -> None:
    joint = "=" if SYSTEMS[system]["os_family"] == "Debian" else "-"
    pinned = [f"cloudstack-common{joint}4.22.0.0*", f"cloudstack-agent{joint}4.22.0.0*"]
    host = RoleOn("kvm_host", system, management_server_version="4.22.0.0")
    assert host.value("kvm_host__packages[:2]") == pinned
    held = {"cloudstack-common": [{"version": "1:4.22.0.0"}]}
    beside = RoleOn("kvm_host", system, management_server_version="4.23.0.0", kvm_host__installed=held)
    assert beside.value("kvm_host__packages[:2]") == pinned
    there = RoleOn("kvm_host", system, kvm_host__installed={**held, "cloudstack-agent": [{"version": "4.22.0.0"}]})
    assert there.value("kvm_host__packages[0]") == "cloudstack-agent"
    upgraded = {"ansible_facts": {"os_family": SYSTEMS[system]["os_family"], "packages": {"cloudstack-agent": []}}}
    names = RoleOn("management_server", system, **upgraded).value("management_server__names")
    assert names == ["cloudstack-common", "cloudstack-management", "cloudstack-agent"]


def test_an_installation_that_fails_says_what_debian_lacks() -> None:
    told = "cloudstack-management : Depends: python3-mysql.connector but it is not installable or"
    for stdout, advice in ((told, True), ("no space left", False)):
        failed = {"msg": "apt-get failed", "stdout": stdout, "failed": True}
        said = RoleOn("management_server", "Debian 12", management_server__install=failed).value(
            "management_server__install_failed"
        )
        assert said.startswith("apt-get failed")
        assert ("management_server_connector" in said) is advice


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_network_of_a_host(system: str) -> None:
    backend, path, packages = BACKENDS[system]
    host = RoleOn("kvm_host", system, **HOST)
    assert host.value("kvm_host__backend") == backend
    assert host.value("kvm_host__network_files")[0]["path"] == path
    assert set(packages) < set(host.value("kvm_host__packages"))
    program = host.template("trial.sh.j2")
    words = {"ifupdown": "ifup --all", "netplan": "netplan apply", "nmstate": "nmstatectl apply --no-commit"}
    assert [name for name, word in words.items() if word in program] == [backend]
    subprocess.run(["bash", "-n"], input=program, check=True, encoding="utf-8")


@pytest.mark.parametrize("role", ROLES)
def test_every_file_of_tasks_that_a_variable_names_is_there(role: str) -> None:
    named = {str(task.get(word, "")) for task in tasks_of(role) for word in INCLUDES}
    variable = sorted(text for text in named if "{{" in text)
    for system, (option, choices) in itertools.product(("Ubuntu 24.04", "EL 9"), choices_of(role).items()):
        for text, choice in itertools.product(variable, choices):
            path = ROOT / "roles" / role / "tasks" / RoleOn(role, system, **{option: choice}).rendered(text)
            assert path.exists() or choice == "none", f"{path} for {option} {choice} on {system}"


def choices_of(role: str) -> dict[str, list[Any]]:
    """The choices of options that decide about files of tasks."""
    entries = load(role, "meta/argument_specs.yml")["argument_specs"].values()
    options = {name: spec for entry in entries for name, spec in entry["options"].items()}
    return {name: spec["choices"] for name, spec in options.items() if name.endswith(("_firewall", "_cgroup"))}


def test_firewalls_are_asked_and_told_in_their_own_words() -> None:
    asked = {}
    for firewall in ("firewalld", "ufw"):
        host = RoleOn("kvm_host", "EL 9", kvm_host_firewall=firewall, kvm_host_firewall_zone="internal", item="22/tcp")
        task = next(task for task in tasks_of("kvm_host") if task["name"] == "Let the firewall let the ports in")
        asked[firewall] = " ".join(host.rendered(task["ansible.builtin.command"]["argv"]))
        assert host.value("kvm_host__firewall.ports")[4] == (
            "5900-6100/tcp" if firewall == "firewalld" else "5900:6100/tcp"
        )
    assert asked == {
        "firewalld": "firewall-cmd --permanent --zone=internal --add-port=22/tcp",
        "ufw": "ufw allow 22/tcp",
    }


def test_security_modules_let_libvirt_be() -> None:
    """SELinux on EL, AppArmor on Debian and Ubuntu: each is left alone where it is not."""
    held = "# Comment\nSELINUX=enforcing\nSELINUXTYPE=targeted\n"
    given = {"kvm_host__selinux": {"content": b64encode(held.encode()).decode()}}
    tasks = {task["name"]: task for task in tasks_of("kvm_host")}
    text = tasks["Have SELinux permissive at the next start"]["ansible.builtin.copy"]["content"]
    assert RoleOn("kvm_host", "EL 9", **given).rendered(text) == held.replace("enforcing", "permissive")
    wish = "{{ " + str(tasks["Have SELinux permissive at the next start"]["when"]) + " }}"
    assert RoleOn("kvm_host", "EL 9", **given).rendered(wish) is True
    assert RoleOn("kvm_host", "Debian 12", kvm_host__selinux={"failed": True}).rendered(wish) is False
    here = {"results": [{"stat": {"exists": True}, "item": "usr.sbin.libvirtd"}, {"stat": {"exists": False}}]}
    for results, expected in ((here, ["usr.sbin.libvirtd"]), ({"results": [{"skipped": True}]}, [])):
        found = RoleOn("kvm_host", "Ubuntu 24.04", kvm_host__profiles=results).value("kvm_host__profiles_here")
        assert [one["item"] for one in found] == expected


@pytest.mark.parametrize("system", SYSTEMS)
def test_exports_and_settings_are_written_alike_everywhere(system: str) -> None:
    share = {"path": "/export/primary", "clients": ["10.0.0.0/24"]}
    exports = RoleOn("nfs_server", system, nfs_server_exports=[share])
    assert '"/export/primary" 10.0.0.0/24(rw,sync,no_root_squash,no_subtree_check)' in exports.template("exports.j2")
    read = configparser.ConfigParser()
    read.read_string(exports.template("nfs.conf.j2"))
    assert (read["nfsd"]["vers4"], read["mountd"]["port"]) == ("y", "892")
    settings = RoleOn("database", system, database_management_servers=2).template("server.cnf.j2")
    assert re.search(r"(?m)^max_connections *= *700$", settings)
    assert yaml.safe_load(RoleOn("kvm_host", system).value("kvm_host__cgroup_argument | to_json")).endswith("=1")
