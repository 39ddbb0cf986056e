# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter certificate_report."""

from __future__ import annotations

from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.cloudstack.cloud.plugins.plugin_utils import certificate_days

DOCUMENTATION = r"""
name: certificate_report
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Tell how long certificates of hosts are good yet
description:
  - Says when the certificates of hosts and of the authorities of a cloud end, and which of them are due.
positional: _input
options:
  _input:
    description: The hosts, as M(cloudstack.cloud.host_info) returns them.
    type: list
    required: true
  certificates:
    description: The certificates in PEM form by names of hosts, empty where one could not be read.
    type: dict
    required: true
  authorities:
    description: The authorities, as M(cloudstack.cloud.certificate_authority_info) returns them.
    type: list
    required: true
  now:
    description: The time, like V(2026-11-22T14:30:00+00:00).
    type: str
    required: true
  days:
    description: A certificate that is good for fewer days is due.
    type: int
    default: 30
seealso:
  - module: cloudstack.cloud.host_certificate
  - plugin: cloudstack.cloud.certificate_page
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Read the authorities
  cloudstack.cloud.certificate_authority_info:
  register: known_authorities

- name: Show how many of them are due
  ansible.builtin.debug:
    msg: "{{ report.counts.due }}"
  vars:
    authorities: "{{ known_authorities.certificate_authorities }}"
    report: "{{ [] | cloudstack.cloud.certificate_report({}, authorities, '2026-11-22T14:30:00+00:00') }}"
"""

RETURN = r"""
_value:
  description:
    - C(rows), each with C(kind) (host or authority), C(name), C(id), C(zone), C(expires), C(days_left), C(verdict)
      (ended, due, unknown or ok) and C(text), a sentence; those that need most come first.
    - C(counts), how many have which verdict.
  type: dict
"""


def certificate_report(hosts: Any, certificates: Any, authorities: Any, now: str, days: Any = 30) -> dict[str, Any]:
    """Tell how long certificates are good yet; AnsibleFilterError tells what is wrong with what was given."""
    try:
        return certificate_days.certificate_report(hosts, certificates, authorities, now, int(days))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnsibleFilterError(
            f"certificate_report: what was given is not of info modules, or no time: {type(error).__name__}: {error}"
        ) from error


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"certificate_report": certificate_report}
