# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""How an instance is found, and what is read of it besides the list's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from ..lifecycle import Record
from ..resolve import Row
from ..spec import Resource
from .instance_disks import with_disks

if TYPE_CHECKING:
    from ..find import Finder

SERVER_DETAILS = ("SSH.", "Message.", "extraconfig-", "deployvm", "cpuNumber", "cpuSpeed", "memory")


def find_instance(finder: Finder, resource: Resource, params: Mapping[str, Any], asked: Mapping[str, Any]) -> list[Row]:
    """By host name, or by display name where that is allowed; what is being expunged does not count."""
    name = params.get("name") or params.get("display_name")
    by_id = resource.list_id in asked
    rows = finder.rows({**asked, "keyword": name} if name and not by_id else asked)
    inside = [row for row in rows if all(finder.in_scope(ref, row) for ref in resource.scope)]
    if not name:
        return inside
    names = ["name", "id"] if params.get("name") else []
    if not params.get("name") or params.get("match_display_name"):
        names.append("displayname")
    for key in names:
        found = [row for row in inside if str(row.get(key, "")).casefold() == str(name).casefold()]
        if found:
            return found
    return []


def exists(record: Record) -> bool:
    """What is being expunged does not."""
    return record.get("state") != "Expunging"


def of_members(member: str, key: str) -> Callable[[Record], list[Any]]:
    """Read one key of every record in a list."""
    return lambda record: [one[key] for one in record.get(member) or ()]


def own_details(record: Record) -> dict[str, Any]:
    """The details without those that the server keeps for itself, or that other options say."""
    return {key: value for key, value in (record.get("details") or {}).items() if not key.startswith(SERVER_DETAILS)}


def with_data(finder: Finder, record: Record) -> Record:
    """Read the user data and the data disks, which the list does not show, when the task is about them."""
    record = with_disks(finder, record)
    if not finder.given("user_data"):
        return record
    answer = finder.resolver.client.call("getVirtualMachineUserData", {"virtualmachineid": record["id"]})
    content = next((value for value in answer.values() if isinstance(value, Mapping)), answer)
    hidden = {"hide_user_data": finder.params.get("hide_user_data")}
    return {**record, "userdata": content.get("userdata"), **hidden}


def hides_data(record: Record) -> bool:
    """Tell whether the task wants the user data kept out of what is shown."""
    return bool(record.get("hide_user_data"))
