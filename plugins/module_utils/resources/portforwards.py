# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""All port forwarding rules of a public address."""

from __future__ import annotations

from ..rulesets.conflicts import same_public_port
from ..rulesets.spec import RuleSet
from .portforward import PORTFORWARD

PORTFORWARDS = RuleSet("portforwards", PORTFORWARD, ("zone", "ip_address"), conflicts=same_public_port)
