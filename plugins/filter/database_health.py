# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
"""The filter database_health."""

from __future__ import annotations

from typing import Any, Callable

from ansible_collections.cloudstack.cloud.plugins.plugin_utils.database_health import database_health

DOCUMENTATION = r"""
name: database_health
author: CloudStack collection maintainers
version_added: 0.1.0
short_description: Report how a database server is
description:
  - Makes a report of what a database server tells of itself. The role P(cloudstack.cloud.database#role) uses it.
positional: _input, wanted, limits
options:
  _input:
    description:
      - What the client printed, as lists of lines, C(settings) of C(SHOW GLOBAL VARIABLES), C(facts) with a word for
        the kind of fact and tabulators, C(logs) of C(SHOW BINARY LOGS), C(following) of C(SHOW SLAVE STATUS).
      - As texts C(server), C(schema), and C(jobs) with the number of open jobs and the age of the oldest in seconds.
    type: dict
    required: true
  wanted:
    description: The settings that are wanted, as for P(cloudstack.cloud.differing_settings#filter).
    type: dict
    required: true
  limits:
    description: The greatest C(lag) and C(job_age), in seconds, that are no problem.
    type: dict
    required: true
seealso:
  - plugin: cloudstack.cloud.differing_settings
    plugin_type: filter
"""

EXAMPLES = r"""
- name: Show what is wrong
  ansible.builtin.debug:
    msg: "{{ (raw | cloudstack.cloud.database_health({'max_connections': 350}, limits)).problems }}"
  vars:
    limits: {lag: 60, job_age: 3600}
    raw:
      server: 10.11.6-MariaDB
      schema: 4.22.0.0
      settings: ["max_connections\t151", "log_bin\tOFF"]
      facts: ["connections\t3"]
      logs: []
      following: []
      jobs: ""
"""

RETURN = r"""
_value:
  description: >-
    C(server), C(schema), C(connections), C(max_connections), C(binlog), C(replication), C(sizes), C(largest_tables),
    C(jobs), C(settings) that differ, and C(problems), a list of sentences that is empty when nothing is wrong.
  type: dict
"""


class FilterModule:
    """Names the filter for Ansible."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {"database_health": database_health}
