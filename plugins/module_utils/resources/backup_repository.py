# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Backup repositories: storage outside the zone's own where backups are kept."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Number, Ref, Resource
from .zone import ZONE

BACKUP_REPOSITORY = Resource(
    "backup_repository",
    list="listBackupRepositories",
    create="addBackupRepository",
    update="updateBackupRepository",
    delete="deleteBackupRepository",
    plural="backup_repositories",
    filters={"zone": "zoneid", "provider": "provider"},
    may_double=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Ref("zone", target=ZONE, needed_to_create=True, fixed=True, scope=True),
        Field("address", needed_to_create=True),
        Field("type", create_default="nfs", fixed=True, compare="folded"),
        Field("provider", fixed=True, compare="folded"),
        Field("mount_opts"),
        Number("capacity_bytes", fixed=True),
        Flag("cross_zone_instance_creation", compare="flag"),
    ),
    answers=(Answer("created"),),
    info=(Field("provider"),),
)
