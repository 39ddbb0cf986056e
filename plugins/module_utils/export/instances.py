# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What an owner has in a zone as the variables that the role instances takes."""

from __future__ import annotations

from typing import Any, Mapping

from ..client import Client
from .balancers import balancers
from .fleet import fleet, secondary_addresses, volumes
from .gateways import private_networks
from .holdings import Holdings
from .surroundings import surroundings
from .timetables import timetables
from .ways import Ways
from .words import filled, lifted

HIDDEN = (
    "What the API does not show is not here: passwords, the content of disks, and the public keys for SSH (without "
    "public_key the server makes a new pair where there is none). A secret that is needed to make something is a "
    "variable to fill; without it, what is there stays as it is."
)
USER_DATA = "User data is not here, for it may hold secrets; the module export reads it with user_data: true."
UNREAD = (
    "Not read: autoscaling, for which there are no modules; snapshots and backups, which are data; certificates of "
    "load balancers."
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
    addresses, others = Ways(read, [one["name"] for one in machines]).told()
    after = [*secondary_addresses(read), *volumes(read), *others, *private_networks(read), *balancers(read)]
    found = filled(
        {
            "instances_zone": read.zone["name"],
            **{f"instances_{key}": params.get(key) for key in OWNER},
            "instances_before": before,
            "instances_fleet": machines,
            "instances_public_addresses": addresses,
            "instances_after": [*after, *timetables(read)],
        }
    )
    variables, placed = lifted(found)
    hidden = [HIDDEN, UNREAD] if read.with_user_data else [HIDDEN, USER_DATA, UNREAD]
    general = [*hidden, *read.untold(), *dict.fromkeys(read.notes)]
    return variables, [*({"at": "", "text": text} for text in general), *placed]
