# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Instance groups: names that instances of one owner share."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Refusal, Resource

INSTANCE_GROUP = Resource(
    "instance_group",
    list="listInstanceGroups",
    create="createInstanceGroup",
    update="updateInstanceGroup",
    delete="deleteInstanceGroup",
    owned=True,
    fields=(Field("name", required=True, check=checks.name255),),
    answers=(Answer("created"),),
    refusals=(Refusal("a group with name .* already exists", "name", "Choose another name, or work with that group."),),
)
