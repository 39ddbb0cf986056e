# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What stands beside the instances of a fleet: entries of the module converge, in the place of the fleet."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ..module_utils.arguments import module_arguments
from ..module_utils.registry import KINDS
from .address_ranges import TreeError

DATA = "volume"
"""The kind whose things hold what cannot be made again."""


def fleet_others(
    variable: str, entries: Sequence[Mapping[str, Any]], place: Mapping[str, Any] | None = None, data: bool = True
) -> list[dict[str, dict[str, Any]]]:
    """The entries with the zone and the owner of the fleet, as far as their kinds take them.

    :param variable: the variable that holds the entries, for messages.
    :param entries: each one kind with its options.
    :param place: ``zone``, ``domain``, ``account``, ``project``; those without a value are left out.
    :param data: whether disks count.
    :raises TreeError: an entry is none, or its kind is not known.
    """
    found = []
    shared: dict[str, dict[str, Any]] = {}
    for number, entry in enumerate(entries):
        if not isinstance(entry, Mapping) or len(entry) != 1:
            raise TreeError(f"{variable}[{number}]: give one kind with its options, such as network: {{name: web}}.")
        ((kind, options),) = entry.items()
        if kind not in KINDS:
            raise TreeError(f"{variable}[{number}]: there is no kind '{kind}'. A kind is the name of a module.")
        if kind not in shared:
            shared[kind] = _taken(kind, place or {})
        if data or kind != DATA:
            found.append({kind: {**shared[kind], **(options or {})}})
    return found


def _taken(kind: str, place: Mapping[str, Any]) -> dict[str, Any]:
    options = module_arguments(KINDS[kind])["argument_spec"]
    return {key: value for key, value in place.items() if value not in (None, "") and key in options}
