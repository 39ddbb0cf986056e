# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All rules of a security group, of both directions."""

from __future__ import annotations

from ..rulesets.spec import RuleSet
from .security_group_rule import SECURITY_GROUP_RULE

SECURITY_GROUP_RULES = RuleSet("security_group_rules", SECURITY_GROUP_RULE, ("security_group",))
