# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All firewall rules of a public address."""

from __future__ import annotations

from ..rulesets.conflicts import same_traffic
from ..rulesets.spec import RuleSet
from .firewall import INGRESS

FIREWALL_RULES = RuleSet("firewall_rules", INGRESS, ("zone", "ip_address"), conflicts=same_traffic)
