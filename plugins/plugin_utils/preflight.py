# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What a machine lacks to take its part in a cloud. The parts are the groups of the playbook cloud's inventory."""

from __future__ import annotations

import re
from typing import Any, Iterable, Iterator, Mapping

from ansible.errors import AnsibleFilterError

SYSTEMS = (
    ("ubuntu", ("22.04", "24.04")),
    ("debian", ("12",)),
    ("rhel", ("8", "9")),
)
"""Families by ID or ID_LIKE of os-release, and their versions: EL counts by the first number."""

MEMORY = {"database": 2048, "management": 4096, "nfs": 1024, "kvm": 4096, "balancer": 512}
"""MiB for each part. Those of a machine with many parts are added."""

DISK = {
    "database": {"/var/lib/mysql": 20},
    "management": {"/var/log": 10, "/usr/share": 5},
    "kvm": {"/var/lib/libvirt": 20},
}
"""Free GiB under folders; a folder that is not there yet counts as its nearest parent."""

PORTS = {
    "database": {3306: ("mariadbd", "mysqld")},
    "management": {
        8080: ("cloudstack-setup-management",),
        8250: ("cloudstack-setup-management",),
        9090: ("cloudstack-setup-management",),
    },
    "nfs": {2049: ("exportfs",)},
    "kvm": {16509: ("libvirtd",), 16514: ("libvirtd",)},
}
"""Ports, and the programs of which one is there when the port is held by what it is meant for."""

JAVA = 17
CLOCK = 30
LIMITS: dict[str, Any] = {"memory": MEMORY, "disk": DISK, "ports": PORTS, "java": JAVA, "clock": CLOCK}


def facts(lines: Iterable[str]) -> dict[str, list[list[str]]]:
    """What a machine told: the words after the first one of each line, by that first one."""
    told: dict[str, list[list[str]]] = {}
    for line in lines:
        words = line.rstrip("\n").split("\t")
        told.setdefault(words[0], []).append(words[1:])
    return told


def _first(told: Mapping[str, list[list[str]]], name: str) -> str:
    return told[name][0][0].strip() if told.get(name) and told[name][0] else ""


def _number(text: str) -> int:
    found = re.search(r"-?\d+", text)
    return int(found.group()) if found else 0


def _system(told: Mapping[str, list[list[str]]]) -> Iterator[str]:
    names, _tab, version = "\t".join(told.get("os", [["", ""]])[0]).partition("\t")
    for family, versions in SYSTEMS:
        if family not in names.split():
            continue
        held = version.split(".")[0] if family == "rhel" else version
        if held in versions:
            return
        break
    yield (
        f"the operating system is {names.split()[0] if names.split() else 'unknown'} {version}: "
        "Debian 12, Ubuntu 22.04 or 24.04, or EL 8 or 9 is needed"
    )


def _access(told: Mapping[str, list[list[str]]]) -> Iterator[str]:
    if _first(told, "uid") != "0":
        yield "tasks do not run as root: set ansible_become, or connect as root"


def _names(told: Mapping[str, list[list[str]]]) -> Iterator[str]:
    if "." not in _first(told, "fqdn"):
        yield (
            f"hostname --fqdn tells '{_first(told, 'fqdn')}', which has no domain: "
            "write address, full name and short name into /etc/hosts, or into the DNS"
        )
    for name, address in told.get("name", []):
        if not address:
            yield f"the name {name} does not resolve: write it into /etc/hosts, or into the DNS"


def _clock(told: Mapping[str, list[list[str]]], limits: Mapping[str, Any]) -> Iterator[str]:
    apart = _number(_first(told, "clock"))
    if abs(apart) > int(limits["clock"]):
        yield f"the clock is {apart} s apart from the controller's, {limits['clock']} s are allowed: run chrony"


def _memory(told: Mapping[str, list[list[str]]], parts: Iterable[str], limits: Mapping[str, Any]) -> Iterator[str]:
    needs = {part: int(limits["memory"].get(part, 0)) for part in parts}
    wanted, held = sum(needs.values()), _number(_first(told, "memory"))
    if held < wanted:
        parted = ", ".join(f"{part} {need}" for part, need in needs.items())
        yield f"there are {held} MiB of memory, {wanted} are needed ({parted})"


def _disk(told: Mapping[str, list[list[str]]]) -> Iterator[str]:
    for folder, free, wanted in told.get("disk", []):
        if _number(free) < _number(wanted) * 1024:
            yield f"{folder} has {_number(free) // 1024} GiB free, {wanted} are needed"


def _ports(told: Mapping[str, list[list[str]]], parts: Iterable[str], limits: Mapping[str, Any]) -> Iterator[str]:
    held = {int(words[0]) for words in told.get("port", []) if words[0].isdigit()}
    programs = {words[0] for words in told.get("program", [])}
    for part in parts:
        for port, owners in limits["ports"].get(part, {}).items():
            if int(port) in held and not programs.intersection(owners):
                yield f"port {port}, which {part} needs, is held by another program: end it, or move it"


def _java(told: Mapping[str, list[list[str]]], limits: Mapping[str, Any]) -> Iterator[str]:
    version = _first(told, "java")
    if version and _number(version) < int(limits["java"]):
        yield (
            f"java is of version {version}, {limits['java']} or newer is needed: "
            "remove it, or choose another one with update-alternatives"
        )


def _processor(told: Mapping[str, list[list[str]]]) -> Iterator[str]:
    """A host with /dev/kvm can run virtual machines, whatever flags its kind of processor has."""
    if _first(told, "kvm") == "yes":
        return
    if _first(told, "cpu"):
        yield "there is no /dev/kvm: load the module kvm_intel or kvm_amd"
    else:
        yield (
            "there is no /dev/kvm, and the processor shows neither vmx nor svm: "
            "switch virtualization on in the firmware"
        )


def limits_of(given: Mapping[str, Any] | None) -> dict[str, Any]:
    """The limits, with what somebody gives of them.

    :raises AnsibleFilterError: a word that there is not.
    """
    unknown = sorted(set(given or {}) - set(LIMITS))
    if unknown:
        raise AnsibleFilterError(
            "cloud_preflight: there is no limit {}; there are {}.".format(", ".join(unknown), ", ".join(LIMITS))
        )
    return {
        name: {**value, **(given or {}).get(name, {})} if isinstance(value, dict) else (given or {}).get(name, value)
        for name, value in LIMITS.items()
    }


def preflight_folders(parts: Iterable[str], given: Mapping[str, Any] | None = None) -> dict[str, int]:
    """The folders that need space, with how many GiB.

    :param parts: groups of the machine.
    :param given: limits in the place of the usual ones.
    :raises AnsibleFilterError: see `limits_of`.
    """
    limits = limits_of(given)["disk"]
    return {folder: size for part in parts for folder, size in limits.get(part, {}).items()}


def preflight_problems(lines: Iterable[str], parts: Iterable[str], given: Mapping[str, Any] | None = None) -> list[str]:
    """What a machine lacks, a sentence each; nothing when all is there.

    :param lines: what the playbook's script printed.
    :param parts: groups of the machine.
    :param given: limits in the place of the usual ones: memory, disk and ports by part, java, clock in seconds.
    :raises AnsibleFilterError: see `limits_of`.
    """
    told, limits, own = facts(lines), limits_of(given), list(parts)
    found = [*_system(told), *_access(told), *_names(told), *_clock(told, limits), *_memory(told, own, limits)]
    found += [*_disk(told), *_ports(told, own, limits)]
    if "management" in own:
        found += _java(told, limits)
    if "kvm" in own:
        found += _processor(told)
    return found
