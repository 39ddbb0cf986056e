# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the module export does: reads a part of a cloud into the variables of the role that would build it."""

from __future__ import annotations

from typing import Any, Mapping

from ..client import Client
from ..settings import CONNECTION_OPTIONS
from .zone import export_zone

ARGUMENTS: dict[str, dict[str, Any]] = {"zone": {"type": "str", "required": True}}


def export_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of export."""
    return {"argument_spec": {**ARGUMENTS, **CONNECTION_OPTIONS}, "supports_check_mode": True}


def export_work(client: Client, params: Mapping[str, Any], check_mode: bool) -> dict[str, Any]:
    """Do the work of the module export, which changes nothing, and return its result.

    :raises CloudError: what shall be read is not there, or cannot be told in a tree.
    """
    tree, notes = export_zone(client, params["zone"])
    placed = [{**note, "at": f"zone_tree.{note['at']}" if note["at"] else ""} for note in notes]
    return {"changed": False, "variables": {"zone_tree": tree}, "notes": placed}
