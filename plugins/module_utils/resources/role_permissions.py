# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All permissions of a role, in the order in which they are asked."""

from __future__ import annotations

from ..rulesets.spec import Order, RuleSet
from .role_permission import ROLE_PERMISSION

ROLE_PERMISSIONS = RuleSet(
    "role_permissions",
    ROLE_PERMISSION,
    ("role",),
    order=Order("updateRolePermission", "ruleorder", {"roleid": "role"}),
)
