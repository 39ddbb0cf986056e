# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an owner has in a zone as the variables that the role instances takes."""

from __future__ import annotations

from typing import Any, Mapping

from ..client import Client
from .fleet import fleet, volumes
from .holdings import Holdings
from .surroundings import surroundings
from .ways import Ways
from .words import filled, lifted

HIDDEN = (
    "What the API does not show is not here: passwords, the content of disks, and the public keys for SSH (without "
    "public_key the server makes a new pair where there is none)."
)
USER_DATA = "User data is not here, for it may hold secrets; the module export reads it with user_data: true."
UNREAD = (
    "Not read: VPNs, private gateways, static routes, internal load balancers, rules of routed networks and of IPv6, "
    "autoscaling, secondary addresses, snapshots, schedules and backups."
)
OWNER = ("domain", "account", "project")


def export_instances(client: Client, params: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Read what an owner has in a zone into variables.

    :param params: C(zone), the owner (C(domain), C(account), C(project); the caller by default) and C(user_data).
    :return: the variables, and notes with their places in them: C(at) (empty for the whole) and C(text).
    :raises NotFound: there is no such zone or owner.
    :raises CloudError: the server refuses.
    """
    read = Holdings(client, params)
    before = surroundings(read)
    machines = fleet(read)
    addresses, after = Ways(read, [one["name"] for one in machines]).told()
    found = filled(
        {
            "instances_zone": read.zone["name"],
            **{f"instances_{key}": params.get(key) for key in OWNER},
            "instances_before": before,
            "instances_fleet": machines,
            "instances_public_addresses": addresses,
            "instances_after": [*volumes(read), *after],
        }
    )
    variables, placed = lifted(found)
    hidden = [HIDDEN, UNREAD] if read.with_user_data else [HIDDEN, USER_DATA, UNREAD]
    general = [*hidden, *read.untold(), *dict.fromkeys(read.notes)]
    return variables, [*({"at": "", "text": text} for text in general), *placed]
