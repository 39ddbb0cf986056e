# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """What every module promises."""

    DOCUMENTATION = r"""
attributes:
  check_mode:
    description: Can say in check mode what a run would do, without changing anything.
    support: full
    details: The result in check mode is the one that a run would return, as far as the server does not choose it.
  diff_mode:
    description: Shows in diff mode what changes, before and after.
    support: full
    details: Both sides are shown in the names of the options.
  idempotent:
    description: Changes nothing when it is run again with the same options.
    support: full
  action_group:
    description: Takes its defaults from C(group/cloudstack.cloud.all) in C(module_defaults).
    support: full
    membership:
      - cloudstack.cloud.all
"""

    INFO = r"""
attributes:
  check_mode:
    description: Can say in check mode what a run would do, without changing anything.
    support: full
    details: It only reads.
  diff_mode:
    description: Shows in diff mode what changes, before and after.
    support: N/A
    details: It only reads.
  idempotent:
    description: Changes nothing when it is run again with the same options.
    support: full
    details: It only reads.
  action_group:
    description: Takes its defaults from C(group/cloudstack.cloud.all) in C(module_defaults).
    support: full
    membership:
      - cloudstack.cloud.all
"""
