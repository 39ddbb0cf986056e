# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """Waiting for asynchronous jobs."""

    DOCUMENTATION = r"""
options:
  poll_async:
    description:
      - Whether to wait until the last job of the task has ended. Jobs that others depend on are always waited for.
      - With V(false), the result shows what is known when the job has been started, and a failure of the job does not
        fail the task.
      - O(api_job_timeout) says how long to wait.
    type: bool
    default: true
"""
