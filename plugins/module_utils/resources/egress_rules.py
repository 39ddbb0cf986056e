# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All egress rules of a network."""

from __future__ import annotations

from ..rulesets.conflicts import same_traffic
from ..rulesets.spec import RuleSet
from .firewall import EGRESS

EGRESS_RULES = RuleSet("egress_rules", EGRESS, ("zone", "network"), conflicts=same_traffic)
