"""Owner options of what belongs to whoever has the thing it is made in."""

from __future__ import annotations

from contract.samples import SAMPLES
from contract.world import Tasks

OWNER = {"domain": "ROOT", "account": "admin"}


def test_an_owner_narrows_the_search_and_is_not_sent(tasks: Tasks) -> None:
    options = {**SAMPLES["firewall.ingress"]["create"], **OWNER}
    assert tasks.run("firewall.ingress", options)["changed"]
    calls = [call for call in tasks.simulator.calls if call.command in ("createFirewallRule", "listFirewallRules")]
    sent = {call.command: set(call.params) & {"account", "domainid"} for call in calls}
    assert sent == {"createFirewallRule": set(), "listFirewallRules": {"account", "domainid"}}
    assert tasks.run("firewall.ingress", options)["changed"] is False
