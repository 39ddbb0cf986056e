# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Every module of the collection by its name."""

from __future__ import annotations

from .registry import KINDS

OTHERS = ("api", "api_keys", "converge", "export", "metadata_facts")
"""Modules that no kind of resource stands behind."""


def names() -> frozenset[str]:
    """The names of all modules and plugins that playbooks and inventories may use."""
    return frozenset({*KINDS, *(f"{kind}_info" for kind in KINDS), *OTHERS})
