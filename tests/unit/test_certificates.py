"""When certificates end, read from their PEM form."""

from __future__ import annotations

import importlib

import pytest

from helpers.certificates import OF_THE_LATE_CENTURY

certificates = importlib.import_module("ansible_collections.cloudstack.cloud.plugins.module_utils.certificates")

OF_THIS_CENTURY = """\
-----BEGIN CERTIFICATE-----
MIICHDCCAYWgAwIBAgIUM/2T4rmAoP5IeCcAc4bmDZ0g/FwwDQYJKoZIhvcNAQEL
BQAwIDEeMBwGA1UEAwwVKi5jb25zb2xlLmV4YW1wbGUuY29tMB4XDTI2MTEyMzAx
NDM1NFoXDTM2MTEyMDAxNDM1NFowIDEeMBwGA1UEAwwVKi5jb25zb2xlLmV4YW1w
bGUuY29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDW5xmUfI8O2y1mzZe+
YKWPL6bbje9e2S4ocWmUS4QTfWDYES0RkM/02MfyTqKbEEAmokAJ1dwNbWenA/vZ
H1kZ/Bsr7DT1LYsekoX+HneC2DybRA8hOFQf1q9gZaxxk01Ocxta9XE0Hb2SBAPe
r1XEgwGGQLLaDzdiiYEn3il/eQIDAQABo1MwUTAdBgNVHQ4EFgQUDbvHOy7ca6zX
Saa91dtM0xu9hC8wHwYDVR0jBBgwFoAUDbvHOy7ca6zXSaa91dtM0xu9hC8wDwYD
VR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOBgQAaXZYGtoL5laLm7gYQNcRO
sK+gA9AqrmRh8HHFVcPx4klBfRj1MGA2IETyf+9M0HEHfYqwyV7NcwULRQ6u4kDp
h/fnzFtbneEAPz6nrEkCMvqa6hH9d9/WD5OxC7RVkMNxD08WjGafP+KWp5rwcUbh
mUoTGyXT+QnukjC4Tdy6KQ==
-----END CERTIFICATE-----
"""


@pytest.mark.parametrize(
    ("pem", "ends"),
    [
        (OF_THIS_CENTURY, "2036-11-20T01:43:54+00:00"),
        (OF_THE_LATE_CENTURY, "2081-08-26T01:43:54+00:00"),
        (f"Subject: x\n{OF_THE_LATE_CENTURY}{OF_THIS_CENTURY}", "2081-08-26T01:43:54+00:00"),
    ],
    ids=["two digits of the year", "four digits", "the first of two"],
)
def test_the_end_is_read(pem: str, ends: str) -> None:
    assert certificates.end(pem).isoformat() == ends
    assert certificates.problem(pem) == ""


@pytest.mark.parametrize("cut", [40, 120, 200, 400])
def test_what_is_cut_off_is_no_certificate(cut: int) -> None:
    lines = "".join(OF_THIS_CENTURY.splitlines()[1:-1])[:cut]
    wrong = f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----"
    assert "is no certificate" in certificates.problem(wrong)


@pytest.mark.parametrize("wrong", ["", "nothing", "-----BEGIN CERTIFICATE-----\n***\n-----END CERTIFICATE-----"])
def test_what_is_none_is_told(wrong: str) -> None:
    assert "is no certificate" in certificates.problem(wrong)
