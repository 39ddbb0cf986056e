# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""When an X.509 certificate ends (RFC 5280, section 4.1). Reads no more of it, and proves nothing. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime, timezone
from typing import Any, Iterator

PEM = re.compile(r"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)
SEQUENCE, UTC_TIME, VERSION = 0x30, 0x17, 0xA0


def problem(value: Any) -> str:
    """What is wrong with a certificate in PEM form, or an empty string."""
    try:
        end(str(value))
    except ValueError:
        return "is no certificate in PEM form; it begins with -----BEGIN CERTIFICATE-----."
    return ""


def end(pem: str) -> datetime:
    """The moment after which the first certificate of a text is no longer valid.

    :raises ValueError: there is no certificate in it that can be read.
    """
    found = PEM.search(pem)
    if not found:
        raise ValueError("no certificate")
    try:
        whole = base64.b64decode("".join(found.group(1).split()), validate=True)
        parts = list(_parts(_content(_content(whole))))
        validity = parts[4 if parts[0][0] == VERSION else 3]
        tag, text = list(_parts(validity[1]))[1]
        return datetime.strptime(_century(tag, text.decode("ascii")), "%Y%m%d%H%M%SZ").replace(tzinfo=timezone.utc)
    except (IndexError, binascii.Error, UnicodeDecodeError) as error:
        raise ValueError("no certificate that can be read") from error


def _century(tag: int, text: str) -> str:
    """A time with four digits of the year: two of them stand for 1950 to 2049."""
    if tag != UTC_TIME:
        return text
    return f"{'19' if text[:2] >= '50' else '20'}{text}"


def _content(data: bytes) -> bytes:
    tag, content = next(_parts(data))
    if tag != SEQUENCE:
        raise IndexError("no sequence")
    return content


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements that stand one after the other, each with its tag."""
    at = 0
    while at < len(data):
        tag, length, start = data[at], data[at + 1], at + 2
        if length >= 0x80:
            start += length & 0x7F
            length = int.from_bytes(data[at + 2 : start], "big")
        if start + length > len(data):
            raise IndexError("cut off")
        yield tag, data[start : start + length]
        at = start + length
