# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Where a guest finds the virtual router of its network: what its DHCP client noted, or its gateway."""

from __future__ import annotations

import re
import socket
import struct
from glob import glob
from typing import Iterable

LEASES = (
    "/var/lib/dhcp/dhclient*.lease*",
    "/var/lib/dhclient/dhclient*.lease*",
    "/var/lib/dhcp3/dhclient*.lease*",
    "/var/lib/NetworkManager/*.lease",
    "/run/systemd/netif/leases/*",
    "/run/NetworkManager/devices/*",
)
"""Where DHCP clients keep what they were told."""

SERVER = re.compile(r"(?:dhcp-server-identifier|dhcp_server_identifier|SERVER_ADDRESS)[\s=]+\"?(\d+(?:\.\d+){3})")
ROUTES = "/proc/net/route"


def virtual_router(leases: Iterable[str] = LEASES, routes: str = ROUTES) -> str:
    """The address of the virtual router, or an empty string where nothing tells it.

    :param leases: patterns of the files of DHCP clients; the last server that the first of them names is taken.
    :param routes: the kernel's table of routes, whose default gateway is taken otherwise.
    """
    for path in (found for pattern in leases for found in sorted(glob(pattern))):
        servers = SERVER.findall(_content(path))
        if servers:
            return str(servers[-1])
    return _gateway(_content(routes))


def _content(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _gateway(table: str) -> str:
    """The gateway of the default route: destination and mask are nothing, the address is in the host's byte order."""
    for line in table.splitlines()[1:]:
        columns = line.split()
        if len(columns) > 7 and columns[1] == columns[7] == "00000000" and columns[2] != "00000000":
            return socket.inet_ntoa(struct.pack("=L", int(columns[2], 16)))
    return ""
