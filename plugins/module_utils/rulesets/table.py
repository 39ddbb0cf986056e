# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Rules as a table of text: one a line, in an order that does not depend on the server's. Pure."""

from __future__ import annotations

from typing import Any, Iterable, Mapping, Sequence

from .spec import Rule


def ordered(rules: Iterable[Rule], columns: Sequence[str]) -> list[Rule]:
    """The rules by the values of the columns, numbers as numbers; what has no value comes first."""
    return sorted(rules, key=lambda rule: [_rank(rule.get(name)) for name in columns])


def _rank(value: Any) -> tuple[int, int, str]:
    if isinstance(value, int):
        return (1, int(value), "")
    return (0, 0, "") if value is None else (2, 0, _cell(value))


def tables(before: Sequence[Rule], after: Sequence[Rule], columns: Sequence[str]) -> tuple[str, str]:
    """Both sides of a difference, with a head and with columns of the same width; columns without a value are left out.

    :param columns: names of options, in their order.
    """
    rows = [*before, *after]
    used = [name for name in columns if any(rule.get(name) is not None for rule in rows)]
    widths = {name: max(len(name), *(len(_cell(rule.get(name))) for rule in rows)) for name in used}

    def text(rules: Sequence[Rule]) -> str:
        head: Mapping[str, Any] = {name: name for name in used}
        lines = [" | ".join(_cell(rule.get(name)).ljust(widths[name]) for name in used) for rule in (head, *rules)]
        return "".join(f"{line.rstrip()}\n" for line in lines)

    return (text(before), text(after)) if rows else ("", "")


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ",".join(sorted(_cell(one) for one in value)) or "-"
    if isinstance(value, Mapping):
        return _cell(f"{value['key']}={value['value']}" if set(value) == {"key", "value"} else str(dict(value)))
    return " ".join(str(value).split())
