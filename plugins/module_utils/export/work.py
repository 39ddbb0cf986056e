# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the module export does: reads a part of a cloud into the variables of the role that would build it."""

from __future__ import annotations

from typing import Any, Mapping

from ..arguments import Surface
from ..client import Client
from ..settings import CONNECTION_OPTIONS
from .instances import export_instances
from .tenancy import export_tenancy
from .zone import export_zone

ARGUMENTS: dict[str, dict[str, Any]] = {
    "tree": {"type": "str", "choices": ["zone", "tenancy", "instances"], "default": "zone"},
    "zone": {"type": "str"},
    "domain": {"type": "str"},
    "account": {"type": "str"},
    "project": {"type": "str"},
    "user_data": {"type": "bool", "default": False},
}


def export_arguments() -> dict[str, Any]:
    """Keyword arguments for the AnsibleModule of export."""
    return {
        "argument_spec": {**ARGUMENTS, **CONNECTION_OPTIONS},
        "supports_check_mode": True,
        "required_if": [("tree", "zone", ["zone"]), ("tree", "instances", ["zone"])],
        "mutually_exclusive": [("account", "project")],
    }


def export_work(client: Client, params: Mapping[str, Any], check_mode: bool) -> dict[str, Any]:
    """Do the work of the module export, which changes nothing, and return its result.

    :raises CloudError: what shall be read is not there, or cannot be told in a tree.
    """
    if params.get("tree") == "tenancy":
        return _told("tenancy_tree", *export_tenancy(client, params.get("domain")))
    if params.get("tree") == "instances":
        variables, notes = export_instances(client, params)
        return {"changed": False, "variables": variables, "notes": notes}
    return _told("zone_tree", *export_zone(client, params["zone"]))


def _told(variable: str, tree: dict[str, Any], notes: list[dict[str, str]]) -> dict[str, Any]:
    placed = [{**note, "at": f"{variable}.{note['at']}" if note["at"] else ""} for note in notes]
    return {"changed": False, "variables": {variable: tree}, "notes": placed}


EXPORT = Surface(export_work, export_arguments)
"""The module export."""
