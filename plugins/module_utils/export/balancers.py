# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Load balancers inside tiers, and the instances behind load balancers of any kind, as entries of converge."""

from __future__ import annotations

from typing import Any, Mapping

from ..lifecycle import Record
from ..parts.balanced import MEMBERS
from ..resources.lb_internal import LB_INTERNAL
from ..resources.lb_internal_member import LB_INTERNAL_MEMBER
from ..resources.network import NETWORK
from .fleet import tags
from .holdings import Holdings
from .reader import by_key, told_apart
from .words import Branch, by_name, filled

BALANCED = Branch(LB_INTERNAL, only=("name", "source_port", "instance_port", "algorithm", "source_ip", "description"))


def behind(read: Holdings, row: Record, place: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The instances behind a rule, in entries for its members: those that it serves at other addresses are apart.

    :param place: how the members' entry names the rule.
    """
    names, others = [], []
    for one in read.listed(MEMBERS, id=row["id"], lbvmips=True):
        instance = one["loadbalancerruleinstance"]
        name = str(instance["name"])
        served = [read.secondary(instance["id"], at) for at in one.get("lbvmipaddresses") or (None,)]
        names += [name] if None in served else []
        others += [{**place, "vms": [name], "vm_ip": address} for address in served if address]
    apart = sorted(others, key=lambda one: (one["vms"], one["vm_ip"]))
    return [*([{**place, "vms": sorted(names)}] if names else []), *apart]


def balancers(read: Holdings) -> list[dict[str, Any]]:
    """The load balancers inside the tiers of an owner."""
    rows = by_key(read.rows[LB_INTERNAL.name], "networkid")
    found = []
    for network in read.apart(NETWORK):
        held, twins = told_apart(
            f"load balancers of the network '{network['name']}'", rows.get((str(network["id"]),), ())
        )
        read.notes += twins
        for row in by_name(dict(one) for one in held):
            place = {"name": row["name"], "network": read.network_name(str(network["id"]))}
            own = {
                **place,
                **BALANCED.entry(row, {}),
                "source_ip_network": _other_network(read, row),
                "tags": tags(row),
            }
            found.append({LB_INTERNAL.name: filled(own)})
            found += [{LB_INTERNAL_MEMBER.name: one} for one in behind(read, row, place)]
    return found


def _other_network(read: Holdings, row: Record) -> str | None:
    """The network of the address, where that is another one than the load balancer's."""
    network = row.get("sourceipaddressnetworkid")
    return None if network in (None, row.get("networkid")) else read.network_name(str(network))
