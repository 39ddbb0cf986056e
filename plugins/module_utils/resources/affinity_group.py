# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Affinity groups: instances that shall run on one host, or apart."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Refusal, Resource

AFFINITY_GROUP = Resource(
    "affinity_group",
    list="listAffinityGroups",
    create="createAffinityGroup",
    delete="deleteAffinityGroup",
    filters={"affinity_type": "type"},
    owned=True,
    asynchronous=True,
    fields=(
        Field("name", required=True, check=checks.name255),
        Field("affinity_type", api="type", fixed=True, compare="folded", create_default="host anti-affinity"),
        Field("description", fixed=True),
    ),
    answers=(Answer("instance_ids", "list", read="virtualmachineIds"),),
    info=(Field("affinity_type", steers=True),),
    refusals=(
        Refusal(
            "invalid affinity group type",
            "affinity_type",
            "The zone's deployment planners know 'host anti-affinity', 'host affinity' and their non-strict kinds.",
        ),
    ),
)
