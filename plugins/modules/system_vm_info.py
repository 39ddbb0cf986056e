#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.system_vm import SYSTEM_VM
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(SYSTEM_VM)


if __name__ == "__main__":
    main()
