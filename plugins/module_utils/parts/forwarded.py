# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the kinds share that lead from a public address to one of an instance."""

from __future__ import annotations

from ..spec import Refusal

NOT_THERE = (
    Refusal(
        "not in the VM nic's network|is not an address of",
        "vm_guest_ip",
        "Give the instance the secondary address first (cloudstack.cloud.instance_nic_secondaryip).",
    ),
    Refusal(
        "doesn't belong to (the )?network|has no NIC in",
        "vm",
        "Put the instance into the network of the address first (cloudstack.cloud.instance_nic).",
    ),
)
