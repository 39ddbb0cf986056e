# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """Reading until things are as they shall be."""

    DOCUMENTATION = r"""
options:
  wait_for:
    description:
      - Read again and again until things are as they shall be. What they are by then is returned.
      - When they are not in time, the task fails.
    type: dict
    suboptions:
      where:
        description:
          - Values that things must have to count, by the words of the result. Without it, all that are listed count.
        type: dict
      count:
        description:
          - How many things must have them at least. With V(0), none may have them.
        type: int
        default: 1
      timeout:
        description:
          - How long to wait, in seconds.
        type: int
        default: 300
"""
