# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""From the shapes of results that ngine_io.cloudstack gave to those of this collection. Pure functions."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ansible_collections.cloudstack.cloud.plugins.module_utils.project import tag_list
from ansible_collections.cloudstack.cloud.plugins.module_utils.values import split


def _same(value: Any) -> Any:
    return value


def _tags(value: Any) -> Any:
    """Tags as a list of key and value; they were a dictionary."""
    return tag_list({str(key): str(text) for key, text in value.items()}) if isinstance(value, Mapping) else value


CHANGES: Mapping[str, Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "configuration": {"Domain": ("domain", _same)},
    "disk_offering": {"domain": ("domains", split)},
    "host": {"host_tags": ("host_tags", split), "management_server_id": ("management_server_id", str)},
    "ip_address": {"tags": ("tags", _tags)},
    "iso": {"tags": ("tags", _tags)},
    "service_offering": {"domain": ("domains", split)},
    "user": {"fist_name": ("first_name", _same)},
    "vlan_ip_range": {"for_systemvms": ("for_system_vms", _same)},
}
"""For each module, what its results called otherwise or held otherwise: the key, its name here, and how it is read."""


def renewed(result: Mapping[str, Any], module: str) -> dict[str, Any]:
    """A result of the former module with the keys and shapes that this collection's has; the rest stays.

    :param module: the module's name, such as C(host).
    """
    changes = CHANGES.get(module, {})
    found: dict[str, Any] = {}
    for key, value in result.items():
        name, read = changes.get(key, (key, _same))
        found[name] = None if value is None else read(value)
    return found
