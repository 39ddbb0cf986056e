# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """Tags."""

    DOCUMENTATION = r"""
options:
  tags:
    description:
      - The tags it shall have, and no others. An empty list removes all of them.
      - Without it, tags are left as they are.
    type: list
    elements: dict
    aliases:
      - tag
    suboptions:
      key:
        description:
          - Key of the tag.
        type: str
        required: true
      value:
        description:
          - Value of the tag.
        type: str
        required: true
"""

    FILTER = r"""
options:
  tags:
    description:
      - Show only what carries all of these tags.
    type: list
    elements: dict
    aliases:
      - tag
    suboptions:
      key:
        description:
          - Key of the tag.
        type: str
        required: true
      value:
        description:
          - Value of the tag.
        type: str
        required: true
"""
