# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Backup offerings: what a backup provider has to offer, for the instances of a zone."""

from __future__ import annotations

from .. import checks
from ..parts.offerings import for_domains
from ..spec import Answer, Field, Flag, Ref, Refusal, Resource
from .zone import ZONE

BACKUP_OFFERING = Resource(
    "backup_offering",
    list="listBackupOfferings",
    list_key="",
    create="importBackupOffering",
    update="updateBackupOffering",
    delete="deleteBackupOffering",
    asynchronous=True,
    filters={"zone": "zoneid"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, needed_to_create=True, fixed=True, scope=True),
        Field("external_id", needed_to_create=True, fixed=True),
        Field("description", needed_to_create=True),
        Flag("allow_user_driven_backups", create_default=True),
        for_domains(),
    ),
    answers=(Answer("provider"), Answer("created"), Answer("cross_zone_instance_creation", "bool")),
    refusals=(
        Refusal("assigned to Instances", "state", "Take the offering from the instances first."),
        Refusal("[Bb]ackup.*(disabled|not enabled)", "zone", "Set backup.framework.enabled for the zone."),
    ),
)
