# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the kinds of the quota service have in common."""

from __future__ import annotations

from typing import Any

from ..spec import Refusal

LONGEST = 65535

REFUSALS = (
    Refusal(
        "Javascript interpretation",
        "activation_rule",
        "Give the setting js.interpretation.enabled the value true first.",
    ),
    Refusal("start date is in the past", "start_date", "Leave it out: then the tariff counts from now on."),
    Refusal("end date", "end_date", "Name a day that comes after today, and after start_date."),
)


def named(value: Any) -> str:
    """A name as the service takes it."""
    return f"has {len(str(value))} characters, and {LONGEST} are allowed." if len(str(value)) > LONGEST else ""
