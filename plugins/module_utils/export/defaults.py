# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The limits that new accounts and projects have by the settings of a cloud, which need not be written down."""

from __future__ import annotations

from typing import Any, Mapping

SETTINGS = ("max.account.", "max.domain.", "max.project.")
"""How the names of the settings begin."""

UNLIMITED = -1
"""What there is of anything for which no setting is."""

ENDS = {
    "instance": "user.vms",
    "ip_address": "public.ips",
    "volume": "volumes",
    "snapshot": "snapshots",
    "template": "templates",
    "project": "projects",
    "network": "networks",
    "vpc": "vpcs",
    "cpu": "cpus",
    "memory": "memory",
    "primary_storage": "primary.storage",
    "secondary_storage": "secondary.storage",
    "backup": "backups",
    "backup_storage": "backup.storage",
    "bucket": "buckets",
    "object_storage": "object.storage",
    "gpu": "gpus",
}
"""How the name of the setting ends for each kind. Source: the settings of CloudStack 4.23."""


def left_at(scope: str, kind: str, most: int, settings: Mapping[str, Any]) -> bool:
    """Tell whether a limit is the one that a new owner has.

    :param scope: C(domain), C(account) or C(project).
    :param settings: the values of settings by their names, as far as the caller may see them.
    """
    default = settings.get(f"max.{scope}.{ENDS.get(kind)}", UNLIMITED)
    return bool(settings or scope == "domain") and str(most) == str(default)
