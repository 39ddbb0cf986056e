# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options of modules for ranges of addresses of a pod."""

from __future__ import annotations


class ModuleDocFragment:
    """Where a range is, and from which address to which."""

    DOCUMENTATION = r"""
options:
  zone:
    description:
      - Name or id of the zone in which O(pod) is looked for.
    type: str
    required: true
  pod:
    description:
      - Name or id of the pod the range belongs to.
    type: str
    required: true
  start_ip:
    description:
      - First address.
    type: str
    required: true
  end_ip:
    description:
      - Last address.
      - When the range is created without it, the value of O(start_ip) is used.
    type: str
"""
