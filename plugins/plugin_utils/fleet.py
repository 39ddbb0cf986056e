# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From a fleet described in few words to one entry an instance, and to the flat lists of what leads to them."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .address_ranges import TreeError
from .fleet_words import module_words, refuse_bad_words

Entry = dict[str, Any]

PER_INSTANCE = ("name", "count", "first")
OF_THE_ROLE = ("ssh_user", "groups", "affinity", "data_disks", "user_data_template", "user_data_vars")
"""What an instance says to the role only."""

ALTERNATIVES = (
    ("networks", "ip_to_networks"),
    ("template", "iso"),
    ("user_data", "user_data_name"),
    ("user_data", "user_data_template"),
    ("user_data_name", "user_data_template"),
)
"""Options of which an instance takes one only: the more special one wins."""


def fleet(
    entries: Sequence[Mapping[str, Any]],
    profile: Mapping[str, Any] | None = None,
    defaults: Mapping[str, Any] | None = None,
    name: str | None = None,
) -> dict[str, Entry]:
    """Expand a fleet to its instances, by name and in order.

    :param entries: instances, or several alike: with ``count`` the name holds ``%d`` (or ``%02d``) for the number.
    :param profile: options of every instance that does not give its own.
    :param defaults: options of every instance where the profile does not give them either.
    :param name: the name of the fleet, if it has one.
    :raises TreeError: two instances have one name, a name cannot be numbered, or what is said of one makes no sense.
    """
    found: dict[str, Entry] = {}
    general = _merged(defaults or {}, profile or {})
    for entry in entries:
        for one in _numbered(entry):
            if one["name"] in found:
                raise TreeError(f"instances_fleet: '{one['name']}' stands there twice.")
            found[one["name"]] = _merged(general, one)
            _refuse_both(found[one["name"]])
            refuse_bad_words(one["name"], found[one["name"]], name)
    return found


def _merged(general: Mapping[str, Any], special: Mapping[str, Any]) -> Entry:
    ousted = {
        name for pair in ALTERNATIVES for name, other in (pair, pair[::-1]) if other in special and name not in special
    }
    return {**{key: value for key, value in general.items() if key not in ousted}, **special}


def _refuse_both(options: Mapping[str, Any]) -> None:
    for pair in ALTERNATIVES:
        if all(options.get(key) for key in pair):
            raise TreeError(f"instances_fleet: '{options['name']}' takes {' or '.join(pair)}, not both.")


def _numbered(entry: Mapping[str, Any]) -> Iterator[Entry]:
    name = str(entry["name"])
    if entry.get("count") is None:
        yield dict(entry)
        return
    options = {key: value for key, value in entry.items() if key not in PER_INSTANCE}
    first = int(entry.get("first", 1))
    for number in range(first, first + int(entry["count"])):
        yield {**options, "name": _with_number(name, number)}


def _with_number(name: str, number: int) -> str:
    try:
        return name % number
    except (TypeError, ValueError):
        raise TreeError(f"instances_fleet: '{name}' has a count, so it needs one %d or %02d for the number.") from None


def fleet_entries(
    instances: Mapping[str, Entry],
    common: Mapping[str, Any] | None = None,
    only: Sequence[str] | None = None,
    fleet_name: str | None = None,
    tag: Mapping[str, str] | None = None,
    user_data: Mapping[str, str] | None = None,
) -> list[Entry]:
    """The options of the module ``instance`` for each instance of a fleet, as the module ``converge`` takes them.

    :param instances: what ``fleet`` gives.
    :param common: options that all of them have; those that are None or empty are left out.
    :param only: the instances that count; all of them by default.
    :param fleet_name: the name of the fleet, if it has one.
    :param tag: the tag by which the fleet finds its instances again, besides their own.
    :param user_data: the user data of those for which it was rendered, by their names.
    """
    shared = {key: value for key, value in (common or {}).items() if value not in (None, "")}
    return [
        {
            **{key: value for key, value in options.items() if key not in OF_THE_ROLE},
            **module_words(name, options, fleet_name),
            **({"tags": [*(options.get("tags") or ()), dict(tag)]} if tag else {}),
            **({"user_data": user_data[name]} if user_data and name in user_data else {}),
            "name": name,
            **shared,
        }
        for name, options in instances.items()
        if only is None or name in only
    ]


def access(addresses: Sequence[Mapping[str, Any]], names: Sequence[str], network: str | None) -> dict[str, Any]:
    """Flatten public addresses to what stands behind them.

    :param addresses: the variable ``instances_public_addresses`` of the role ``instances``.
    :param names: the instances there are.
    :param network: the network of an address that names none.
    :return: ``addresses`` by name, and the lists ``static_nats``, ``port_forwards`` and ``firewall_rules``, each entry
      with the name of its ``address``.
    :raises TreeError: an instance is not part of the fleet, or an address has neither network nor instance.
    """
    found: dict[str, Any] = {"addresses": {}, "static_nats": [], "port_forwards": [], "firewall_rules": []}
    for address in addresses:
        name = address["name"]
        if name in found["addresses"]:
            raise TreeError(f"instances_public_addresses: '{name}' stands there twice.")
        of_network = address.get("network") or network
        if not of_network:
            raise TreeError(f"instances_public_addresses: '{name}' needs a network, or the role an instances_network.")
        found["addresses"][name] = {"name": name, "network": of_network}
        if address.get("static_nat") and address.get("port_forwards"):
            raise TreeError(f"instances_public_addresses: '{name}' takes static_nat or port_forwards, not both.")
        if address.get("static_nat"):
            found["static_nats"].append({"instance": address["static_nat"], "network": of_network, "address": name})
        found["port_forwards"] += [{**rule, "address": name} for rule in address.get("port_forwards") or ()]
        found["firewall_rules"] += [{**rule, "address": name} for rule in address.get("firewall") or ()]
    for one in (*found["static_nats"], *found["port_forwards"]):
        if one["instance"] not in names:
            raise TreeError(f"instances_public_addresses: '{one['address']}' leads to no instance: {one['instance']}")
    return found


def reach(
    instances: Sequence[Mapping[str, Any]],
    behind: Mapping[str, Any],
    addresses: Mapping[str, str],
    port: int = 22,
) -> list[dict[str, Any]]:
    """Tell where each instance answers on a port: by static NAT, through a forwarded port, or at its own address.

    :param instances: what the API shows of them (``name``, ``default_ip``).
    :param behind: what ``access`` gives.
    :param addresses: the IP addresses by the name of the address.
    :return: for each instance ``name``, ``host``, ``port`` and ``by`` (``static_nat``, ``port_forward``, ``network``).
    """
    found = []
    for instance in instances:
        one = {"name": instance["name"], "host": instance.get("default_ip"), "port": port, "by": "network"}
        for nat in behind["static_nats"]:
            if nat["instance"] == one["name"] and nat["address"] in addresses:
                one.update(host=addresses[nat["address"]], by="static_nat")
        for rule in behind["port_forwards"]:
            if rule["instance"] == one["name"] and rule["private_port"] == port and rule["address"] in addresses:
                one.update(host=addresses[rule["address"]], port=rule["public_port"], by="port_forward")
        found.append(one)
    return found
