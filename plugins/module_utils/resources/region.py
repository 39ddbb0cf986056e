# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Regions: the installations that know of one another."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Number, Resource

REGION = Resource(
    "region",
    list="listRegions",
    create="addRegion",
    update="updateRegion",
    delete="removeRegion",
    key=("id",),
    list_key="id",
    id_option=False,
    fields=(
        Number("id", required=True),
        Field("name", needed_to_create=True, check=checks.name255),
        Field("endpoint", needed_to_create=True, check=checks.url, compare="url"),
    ),
    answers=(
        Answer("gslb_service_enabled", "bool"),
        Answer("portable_ip_service_enabled", "bool"),
    ),
)
