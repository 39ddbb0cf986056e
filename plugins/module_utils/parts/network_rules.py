# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Firewall rules of networks whose instances are reached at their own addresses, in both directions."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from ..lifecycle import applied
from ..resources.network import NETWORK
from ..resources.zone import ZONE
from ..spec import Answer, Choice, Flag, Listing, Ref, Refusal, Resource
from .packet_rules import FILTERING, PACKETS, any_icmp, rule_fields


def rules_of_networks(
    name: str, word: str, everywhere: Sequence[str], check: Callable[[Any], str], refusal: Refusal
) -> Resource:
    """A kind of rules that are made, listed and removed by commands of their own.

    :param word: what these commands call one rule.
    :param everywhere: the networks that are meant where none are given.
    :param check: refuses what is no list of networks.
    :param refusal: what to do where the network takes no such rules.
    """
    cidrs: dict[str, Any] = {"default": list(everywhere), "fixed": True, "check": check}
    return Resource(
        name,
        list=f"list{word}s",
        create=f"create{word}",
        update=f"update{word}",
        delete=f"delete{word}",
        lifecycle=applied(f"delete{word}"),
        key=("traffic_type", *PACKETS, "dest_cidrs"),
        list_needs=("network",),
        normalize=any_icmp,
        may_double=True,
        **FILTERING,
        fields=(
            *rule_fields(
                Ref("zone", target=ZONE, required=True, steers=True),
                Ref(
                    "network",
                    target=NETWORK,
                    within=("zone",),
                    shows=None,
                    scope=True,
                    fixed=True,
                    needed_to_create=True,
                ),
                Choice("traffic_type", ("ingress", "egress"), aliases=("type",), default="ingress", fixed=True),
                **cidrs,
            ),
            Listing("dest_cidrs", api="destcidrlist", aliases=("dest_cidr",), **cidrs),
            Flag("for_display"),
        ),
        answers=(Answer("rule_state", read="state"),),
        omits={"customid": "the id of a rule is the server's"},
        refusals=(refusal,),
    )
