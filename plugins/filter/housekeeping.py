# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter housekeeping."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import housekeeping as decided

DOCUMENTATION = r"""
name: housekeeping
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell what nobody uses
description:
  - Finds data disks that are attached to nothing, public addresses that nothing uses, and snapshots of volumes that
    are gone; and events that are old, together for each owner.
positional: _input
options:
  _input:
    description:
      - What info modules returned, by their keys C(volumes), C(ip_addresses), C(volume_snapshots) and C(events).
    type: dict
    required: true
  now:
    description: The time, like V(2026-11-22T14:30:00+0000).
    type: str
    required: true
  days:
    description: How many days old a thing must be to count.
    type: float
    default: 30
  keep:
    description: The key of a tag that keeps a thing from counting, whatever its value.
    type: str
    default: keep
  event_days:
    description: How many days old an event must be to count.
    type: float
    default: 180
  event_state:
    description: What becomes of such events. C(archived) puts them away, and C(absent) removes them.
    type: str
    choices:
      - archived
      - absent
    default: archived
seealso:
  - module: cloudstack.cloud.volume
  - module: cloudstack.cloud.ip_address
  - module: cloudstack.cloud.volume_snapshot
  - module: cloudstack.cloud.event
"""

EXAMPLES = r"""
- name: Read the volumes
  cloudstack.cloud.volume_info:
  register: volumes

- name: Show the disks that nobody uses
  ansible.builtin.debug:
    msg: "{{ {'volumes': volumes.volumes} | cloudstack.cloud.housekeeping('2026-11-22T14:30:00+0000') }}"
"""

RETURN = r"""
_value:
  description:
    - Entries with C(kind), C(name), C(text), which is a sentence, and C(resource), an entry for the module
      M(cloudstack.cloud.converge) that removes the thing; of events, the options of M(cloudstack.cloud.event).
  type: list
  elements: dict
"""


def housekeeping(
    read: Any, now: str, days: Any = 30, keep: str = "keep", event_days: Any = 180, event_state: str = "archived"
) -> list[dict[str, Any]]:
    """Tell what nobody uses; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return decided.housekeeping(read, now, float(days), keep, float(event_days), event_state)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"housekeeping: what was given is not of info modules, or no time: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"housekeeping": housekeeping}
