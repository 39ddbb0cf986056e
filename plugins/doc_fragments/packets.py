# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""Options of modules for single rules of firewalls."""

from __future__ import annotations


class ModuleDocFragment:
    """Which packets a rule is about."""

    DOCUMENTATION = r"""
options:
  protocol:
    description:
      - Protocol of the traffic.
    type: str
    choices:
      - tcp
      - udp
      - icmp
      - all
    default: tcp
  start_port:
    description:
      - First port, with O(protocol=tcp) and O(protocol=udp). Without it, all ports are meant.
    type: int
    aliases:
      - port
  end_port:
    description:
      - Last port.
      - When the rule is created without it, the value of O(start_port) is used.
    type: int
  icmp_type:
    description:
      - ICMP type, with O(protocol=icmp). Without it, all of them are meant, like with V(-1).
    type: int
  icmp_code:
    description:
      - ICMP code, with O(protocol=icmp). Without it, all of them are meant, like with V(-1).
    type: int
"""
