# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All rules of an ACL list, in their order."""

from __future__ import annotations

from ..rulesets.numbers import in_order
from ..rulesets.spec import RuleSet
from .network_acl_rule import NETWORK_ACL_RULE

PLACE = ("zone", "vpc", "network_acl")

NETWORK_ACL_RULES = RuleSet(
    "network_acl_rules",
    NETWORK_ACL_RULE,
    PLACE,
    arrange=in_order(NETWORK_ACL_RULE, "rule_position", PLACE),
    derived="rule_position",
)
