# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Security groups."""

from __future__ import annotations

from ..spec import Answer, Field, Refusal, Resource, Tags

IDS = {"customid": "the id of a group is the server's"}

SECURITY_GROUP = Resource(
    "security_group",
    list="listSecurityGroups",
    create="createSecurityGroup",
    update="updateSecurityGroup",
    delete="deleteSecurityGroup",
    list_key="securitygroupname",
    owned=True,
    tags=Tags("SecurityGroup"),
    fields=(Field("name", required=True), Field("description", fixed=True)),
    answers=(
        Answer("instance_count", "int", read="virtualmachinecount"),
        Answer("instance_ids", "list", read="virtualmachineids"),
    ),
    omits=IDS,
    refusals=(
        Refusal("in use by", "state", "Take the instances out of the group first."),
        Refusal("is reserved|cannot be renamed", "name", "Every account has this group, and keeps it."),
    ),
)
