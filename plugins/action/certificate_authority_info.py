# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The module of this name, run where it is cheapest; see converge.py."""

from __future__ import annotations

from ansible_collections.cloudstack.cloud.plugins.action.converge import ActionModule

__all__ = ["ActionModule"]
