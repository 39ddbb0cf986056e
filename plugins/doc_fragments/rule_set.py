# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options of modules that hold a whole list of rules."""

from __future__ import annotations


class ModuleDocFragment:
    """Removing what is not listed, and what holds for all lists of rules."""

    DOCUMENTATION = r"""
options:
  purge:
    description:
      - Whether rules that O(rules) does not list are removed.
      - With V(true) and an empty list, no rule is left.
    type: bool
    default: false
  state:
    description:
      - V(present) makes sure that the listed rules exist as they are listed, V(absent) that none of them does.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - New rules are made before former ones are removed, so that nothing is cut off in between. Only where CloudStack
    cannot hold both at the same time, the former rule goes first.
  - All rules are read with one call. Rules that do not depend on one another are sent without waiting for each in turn.
  - A task that is cut off goes on from what is there when it runs again.
  - With C(--diff), both sides are tables of text with a line for each rule.
"""
