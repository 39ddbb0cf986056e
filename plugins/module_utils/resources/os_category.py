# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Categories of guest operating systems."""

from __future__ import annotations

from .. import checks
from ..spec import Answer, Field, Flag, Resource

OS_CATEGORY = Resource(
    "os_category",
    list="listOsCategories",
    create="addOsCategory",
    update="updateOsCategory",
    delete="deleteOsCategory",
    plural="os_categories",
    filters={"is_featured": "isfeatured"},
    fields=(Field("name", required=True, check=checks.name255), Flag("is_featured")),
    answers=(Answer("created"),),
    info=(Flag("is_featured"),),
    omits={"sortkey": "the API never shows it; it only orders lists in the user interface"},
)
