#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.vlan_ip_range import VLAN_IP_RANGE
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(VLAN_IP_RANGE)


if __name__ == "__main__":
    main()
