"""Bad values are refused with a sentence that shows a good one."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from contract.samples import KEY_ONE, KEY_TWO

from ansible_collections.cloudstack.cloud.plugins.module_utils import checks

RSA_BLOB = base64.b64encode(b"\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01").decode()

PEM = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmg\n-----END CERTIFICATE-----\n"

GOOD: list[tuple[Callable[[Any], str], list[Any]]] = [
    (checks.ipv4, ["192.0.2.10", "0.0.0.0", "255.255.255.255"]),
    (checks.ipv6, ["2001:db8::1", "::1"]),
    (checks.address, ["192.0.2.10", "2001:db8::1"]),
    (checks.netmask, ["255.255.255.0", "255.0.0.0", "255.255.255.255", "0.0.0.0"]),
    (checks.cidr, ["198.51.100.0/24", "10.0.0.5/8", "192.0.2.1/32"]),
    (checks.cidr6, ["2001:db8::/64", "::/0"]),
    (checks.cidrs, [[], ["198.51.100.0/24"], ["0.0.0.0/0", "2001:db8::/32"]]),
    (checks.moment, ["2027-01-31", "2027-01-31 08:00", "2027-01-31T08:00:00", "2027-01-31T08:00:00+0000"]),
    (checks.cron, ["0 22 * * 1-5"]),
    (checks.port, [1, 65535, "22"]),
    (checks.ip_range, ["10.1.2.1-10.1.2.8", "10.1.2.1 - 10.1.2.1", "2001:db8::1-2001:db8::9"]),
    (checks.certificate, [PEM, PEM + "\n" + PEM]),
    (checks.url, ["nfs://192.0.2.20/export", "http://192.0.2.21", "presetup://localhost/label", "rbd://a:b@h/pool"]),
    (checks.name255, ["n" * 255, ""]),
    (checks.public_key, [KEY_ONE, KEY_TWO, f"ssh-rsa {RSA_BLOB}"]),
]
BAD: list[tuple[Callable[[Any], str], list[Any]]] = [
    (checks.moment, ["tomorrow", "2027-02-30", "31.1.2027", "2027-01-31T08:00:00+02:00", "2027-01-31 08:00:00-0500"]),
    (checks.cron, ["daily", "0 22 * * * *"]),
    (checks.ipv4, ["192.0.2.256", "192.0.2", "2001:db8::1", "host", "192.0.2.1/24", " 192.0.2.1"]),
    (checks.ipv6, ["192.0.2.10", "2001:db8::g", "2001:db8::/64"]),
    (checks.address, ["192.0.2.300", "a.example.com"]),
    (checks.netmask, ["255.255.0.255", "24", "255.255.255", "/24", "192.0.2.1"]),
    (checks.cidr, ["198.51.100.0", "198.51.100.0/33", "198.51.100/24", "2001:db8::/64", "x/24"]),
    (checks.cidr6, ["2001:db8::", "2001:db8::/129", "198.51.100.0/24"]),
    (checks.port, [0, 65536, -1]),
    (checks.ip_range, ["10.1.2.8-10.1.2.1", "10.1.2.1", "10.1.2.1-", "10.1.2.1-2001:db8::9", "10.1.2.0/29"]),
    (checks.certificate, ["", "cert.pem", PEM.replace("BEGIN CERTIFICATE", "BEGIN PRIVATE KEY"), PEM + "more"]),
    (checks.url, ["192.0.2.20", "nfs://", "/export", "", "http:"]),
    (checks.name255, ["n" * 256]),
    (
        checks.public_key,
        [
            "",
            "ssh-ed25519",
            "ssh-ed25519 not-base64!",
            "ssh-ed25519 QQ==",
            f"ssh-ed25519 {RSA_BLOB}",
            "-----BEGIN OPENSSH PRIVATE KEY-----",
            KEY_ONE.split()[1],
        ],
    ),
]


def each(table: list[tuple[Callable[[Any], str], list[Any]]]) -> list[Any]:
    return [
        pytest.param(check, value, id=f"{check.__name__}-{value!r:.40}") for check, values in table for value in values
    ]


@pytest.mark.parametrize(("check", "value"), each(GOOD))
def test_good(check: Callable[[Any], str], value: Any) -> None:
    assert check(value) == ""


@pytest.mark.parametrize(("check", "value"), each(BAD))
def test_bad(check: Callable[[Any], str], value: Any) -> None:
    problem = check(value)
    assert problem.startswith("is "), "the sentence goes on from the option and its value"
    assert problem.endswith(".")


def test_a_list_of_networks_names_the_bad_ones_only() -> None:
    problem = checks.cidrs(["198.51.100.0/24", "192.0.2.300/32", "x"])
    assert problem.startswith("holds what is no CIDR: 192.0.2.300/32, x;")
    assert "198.51.100.0/24, " not in problem
