# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What accounts and users have in common: where they are, how they are switched off, and their API keys."""

from __future__ import annotations

from ..lifecycle import GONE, Lifecycle, Move
from ..resources.domain import DOMAIN
from ..spec import Choice, Ref, Refusal

STATES = ("enabled", "disabled", "locked")
ACCESS = ("enabled", "disabled", "inherit")
"""Whether API keys may be used; the account's or the domain's setting decides for C(inherit)."""

IN_DOMAIN = Ref("domain", target=DOMAIN, scope=True, unique=False, fixed=True, shows="domain")
API_KEY_ACCESS = Choice("api_key_access", ACCESS, late=True, initially="inherit", wire=str.upper)
NAME_TAKEN = Refusal(
    "user .* already exists in domain", "username", "User names are unique in a domain: choose another."
)


def login_life(word: str, *between: Move) -> Lifecycle:
    """The life of what may log in. What the options call unlocking is enabling to the server.

    :param word: what the commands that enable and delete it call it.
    :param between: the commands that disable and lock it.
    """
    return Lifecycle(
        read="state",
        shows="state",
        initial="enabled",
        goals={"enabled": ("enabled",), "disabled": ("disabled",), "locked": ("locked",), "unlocked": ("enabled",)},
        moves=(
            Move("disabled", "enabled", f"enable{word}"),
            Move("locked", "enabled", f"enable{word}"),
            *between,
            *(Move(state, GONE, f"delete{word}") for state in STATES),
        ),
    )
