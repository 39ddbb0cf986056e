# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Backup offerings: what a backup provider has to offer, for the instances of a zone."""

from __future__ import annotations

from .. import checks
from ..parts.offerings import for_domains
from ..spec import Answer, Field, Flag, Number, Ref, Refusal, Resource
from .zone import ZONE

IMPORT, CREATE = "importBackupOffering", "createBackupOffering"
OWN: tuple[Field, ...] = tuple(
    word(name, read=None, only_in=(CREATE,))
    for word, name in (
        (Number, "backup_chain_size"),
        (Flag, "compress"),
        (Field, "compression_library"),
        (Flag, "validate"),
        (Field, "validation_steps"),
        (Flag, "allow_quick_restore"),
        (Flag, "allow_extract_file"),
    )
)
"""Of an offering that CloudStack makes itself; under which names its answers show them, the API does not say."""

BACKUP_OFFERING = Resource(
    "backup_offering",
    list="listBackupOfferings",
    list_key="",
    create=IMPORT,
    create_when={one.name: CREATE for one in OWN},
    update="updateBackupOffering",
    delete="deleteBackupOffering",
    asynchronous=True,
    filters={"zone": "zoneid"},
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, needed_to_create=True, fixed=True, scope=True),
        Field("external_id", needed_to_create=IMPORT, fixed=True, only_in=(IMPORT,)),
        Field("description", needed_to_create=True),
        Flag("allow_user_driven_backups", create_default=True),
        for_domains(),
        *OWN,
    ),
    answers=(Answer("provider"), Answer("created"), Answer("cross_zone_instance_creation", "bool")),
    refusals=(
        Refusal("assigned to Instances", "state", "Take the offering from the instances first."),
        Refusal("[Bb]ackup.*(disabled|not enabled)", "zone", "Set backup.framework.enabled for the zone."),
    ),
)
