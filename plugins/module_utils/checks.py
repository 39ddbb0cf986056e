# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Checks of single values, before anything is asked or sent. Each returns what is wrong and how it is right."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import struct
from datetime import datetime
from typing import TYPE_CHECKING, Any, Iterable, Mapping
from urllib.parse import urlsplit

from .errors import OptionError
from .values import looks_like_id
from .values import moment as as_moment

if TYPE_CHECKING:
    from .fields import Field


OTHER_ZONE = re.compile(r"[+-](?!00:?00$)")
"""How a time of day ends that is told in another zone than UTC."""


def refuse(fields: Iterable[Field], params: Mapping[str, Any]) -> None:
    """Refuse what can be seen to be wrong before anything is asked or sent.

    :raises OptionError: a value does not pass the check of its field, or what is required, or the id, is empty.
    """
    if params.get("id") == "":
        raise OptionError("id", "id is empty: give the id of what is meant, or leave it out.")
    for field in fields:
        value = params.get(field.name)
        if value == "" and field.required:
            raise OptionError(field.name, f"{field.name} is empty: give a name or an id.")
        problem = field.check(value) if field.check and value not in (None, "") else ""
        if problem:
            raise OptionError(field.name, f"{field.name}: '{value}' {problem}", value=value)


def ipv4(value: Any) -> str:
    """An IPv4 address."""
    try:
        ipaddress.IPv4Address(value)
    except ValueError:
        return "is not an IPv4 address; write it like 192.0.2.10."
    return ""


def ipv6(value: Any) -> str:
    """An IPv6 address."""
    try:
        ipaddress.IPv6Address(value)
    except ValueError:
        return "is not an IPv6 address; write it like 2001:db8::10."
    return ""


def address(value: Any) -> str:
    """An address of either family."""
    return "is not an IP address; write it like 192.0.2.10 or 2001:db8::10." if ipv4(value) and ipv6(value) else ""


def netmask(value: Any) -> str:
    """A dotted IPv4 netmask."""
    try:
        if "." not in str(value):
            raise ValueError(value)
        ipaddress.IPv4Network(f"0.0.0.0/{value}")
    except ValueError:
        return "is not a netmask; write it like 255.255.255.0."
    return ""


def cidr(value: Any) -> str:
    """An IPv4 network with a prefix length."""
    try:
        if "/" not in str(value):
            raise ValueError(value)
        ipaddress.IPv4Network(value, strict=False)
    except ValueError:
        return "is not a CIDR; write it like 198.51.100.0/24."
    return ""


def cidr6(value: Any) -> str:
    """An IPv6 network with a prefix length."""
    try:
        if "/" not in str(value):
            raise ValueError(value)
        ipaddress.IPv6Network(value, strict=False)
    except ValueError:
        return "is not an IPv6 CIDR; write it like 2001:db8::/64."
    return ""


def cidrs(values: Any) -> str:
    """A list of networks of either family."""
    bad = [str(value) for value in values if cidr(value) and cidr6(value)]
    return f"holds what is no CIDR: {', '.join(bad)}; write each like 198.51.100.0/24." if bad else ""


def cidrs6(values: Any) -> str:
    """A list of IPv6 networks."""
    bad = [str(value) for value in values if cidr6(value)]
    return f"holds what is no IPv6 network: {', '.join(bad)}; write each like 2001:db8::/64." if bad else ""


def moment(value: Any) -> str:
    """A date, perhaps with a time of day."""
    day_and_hour = re.split("[T ]", str(value).strip(), maxsplit=1)
    if OTHER_ZONE.search("".join(day_and_hour[1:])):
        return "is not in UTC, and CloudStack takes no time zone there; write it like 2027-01-31 08:00:00."
    try:
        datetime.strptime(as_moment(value), "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return "is not a date; write it like 2027-01-31 or 2027-01-31 08:00:00."
    return ""


def cron(value: Any) -> str:
    """A schedule of five fields."""
    return "" if len(str(value).split()) == 5 else "is not a schedule of five fields; write it like '0 22 * * 1-5'."


def network(value: Any) -> str:
    """A network of either family."""
    return "is no CIDR; write it like 198.51.100.0/24 or 2001:db8::/64." if cidr(value) and cidr6(value) else ""


def octet(value: Any) -> str:
    """A number of eight bits, such as that of an IP protocol."""
    return "" if 0 <= int(value) <= 255 else "is not the number of a protocol; they go from 0 to 255."


def no_id(value: Any) -> str:
    """A name where the API shows no id that could be compared."""
    return "is an id, and CloudStack shows only names here; give the name." if looks_like_id(value) else ""


def ip_range(value: Any) -> str:
    """A range of addresses of one kind, from the first to the last."""
    first, _dash, last = str(value).partition("-")
    try:
        ends = ipaddress.ip_address(first.strip()), ipaddress.ip_address(last.strip())
        if ends[0].version == ends[1].version and int(ends[0]) <= int(ends[1]):
            return ""
    except ValueError:
        pass
    return "is not a range of addresses; write it like 10.1.2.1-10.1.2.8."


def certificate(value: Any) -> str:
    """One or more certificates in PEM form."""
    if re.fullmatch(r"\s*(-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----\s*)+", str(value)):
        return ""
    return "is not in PEM form; give the text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----."


def port(value: Any) -> str:
    """A TCP or UDP port."""
    return "" if 1 <= int(value) <= 65535 else "is not a port; ports go from 1 to 65535."


def url(value: Any) -> str:
    """A URL with a scheme and a host or path."""
    parts = urlsplit(str(value))
    if parts.scheme and (parts.netloc or parts.path.strip("/")):
        return ""
    return "is not a URL; write it with its scheme, like nfs://192.0.2.20/export or http://192.0.2.21."


def name255(value: Any) -> str:
    """A name no longer than the database's column."""
    return "is longer than 255 characters; shorten it." if len(str(value)) > 255 else ""


def public_key(value: Any) -> str:
    """An OpenSSH public key: type, base64 of the same type, comment."""
    parts = str(value).split()
    if len(parts) >= 2:
        try:
            blob = base64.b64decode(parts[1], validate=True)
            (length,) = struct.unpack(">I", blob[:4])
            if blob[4 : 4 + length].decode("ascii") == parts[0]:
                return ""
        except (binascii.Error, struct.error, UnicodeDecodeError):
            pass
    return "is not an OpenSSH public key; give the one line of a .pub file, like 'ssh-ed25519 AAAA… name'."
