# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Roles inside a project: what its members may not do there."""

from __future__ import annotations

from .. import checks
from ..spec import Field, Refusal, Resource
from .project import IN_DOMAIN, IN_PROJECT

PROJECT_ROLE = Resource(
    "project_role",
    list="listProjectRoles",
    create="createProjectRole",
    update="updateProjectRole",
    delete="deleteProjectRole",
    update_by={"id": "id", "projectid": "projectid"},
    delete_by={"id": "id", "projectid": "projectid"},
    list_key="",
    list_id="projectroleid",
    list_needs=("project",),
    filters={"project": "projectid"},
    info_needs=("project",),
    fields=(
        Field("name", required=True, check=checks.name255),
        IN_PROJECT,
        IN_DOMAIN,
        Field("description"),
    ),
    refusals=(
        Refusal("has a role named", "name", "Choose another name."),
        Refusal("have project role in use", "state", "Take it from the members who have it first."),
    ),
)
