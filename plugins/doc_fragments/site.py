# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options of filters that plan how a zone is shut down and started again."""

from __future__ import annotations


class ModuleDocFragment:
    """What is read of the zone."""

    DOCUMENTATION = r"""
options:
  read:
    description:
      - What info modules returned for the zone, by the keys C(instances), C(routers), C(internal_lb_vms),
        C(system_vms), C(storage_pools) and C(hosts).
    type: dict
    required: true
"""
