#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_summary_info
short_description: List quota summaries
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all quota summaries that the user may see, or those that fit every filter.
  - A summary tells what an account has to spend, and what it has spent, as the quota service counts it.
  - Users who are no administrators see their own account.
  - M(cloudstack.cloud.api) reads statements of single uses, by the commands C(quotaStatement) and C(quotaBalance).
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management
    servers have been started since.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.wait_for
options:
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(quotaSummary) takes V(accountid), V(accountstatetoshow), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.quota_credit_info
  - module: cloudstack.cloud.quota_tariff
"""

EXAMPLES = r"""
---
- name: What all accounts have is known
  cloudstack.cloud.quota_summary_info:
    list_all: true
  register: found

- name: What one account has is known
  cloudstack.cloud.quota_summary_info:
    domain: ROOT
    account: admin
  register: found
"""

RETURN = r"""
---
quota_summaries:
  description: The quota summaries that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the quota summary.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    domain:
      description: Domain of the account.
      returned: when it has one
      type: str
      sample: ROOT
    account:
      description: Account whose summary it is.
      returned: when it has one
      type: str
      sample: admin
    project:
      description: Project whose summary it is.
      returned: when it has one
      type: str
    account_id:
      description: Id of the account.
      returned: when it has one
      type: str
    balance:
      description: What the account has to spend.
      returned: when it has one
      type: float
      sample: 120.5
    spent:
      description: What the account has spent in the current period.
      returned: when it has one
      type: float
      sample: 12.25
    currency:
      description: Sign of the currency.
      returned: when it has one
      type: str
      sample: $
    start_date:
      description: When the current period began.
      returned: when it has one
      type: str
    end_date:
      description: When the current period ends.
      returned: when it has one
      type: str
    account_state:
      description: State of the account.
      returned: when it has one
      type: str
      sample: ENABLED
    quota_enabled:
      description: Whether the account pays.
      returned: when it has one
      type: bool
failure:
  description: What went wrong, for programs to read. The message says the same for people, and what to do.
  returned: failure
  type: dict
  contains:
    command:
      description: The command that the server refused, or whose answer was lost.
      returned: when a command was sent
      type: str
      sample: createNetwork
    code:
      description: HTTP status of the answer.
      returned: when the server answered with an error
      type: int
      sample: 431
    cserrorcode:
      description: CloudStack's own number of the kind of error.
      returned: when the server names one
      type: int
      sample: 4350
    errortext:
      description: What the server says.
      returned: when the server answered with an error
      type: str
      sample: Invalid zone id
    jobid:
      description: Id of the job that failed.
      returned: when a job failed
      type: str
      sample: 0b4c5c7c-3d9f-4b34-9f31-9c1b5b0e2a11
    option:
      description: The option at fault.
      returned: when an option is at fault
      type: str
      sample: zone
    value:
      description: The value of the option.
      returned: when nothing, or more than one thing, has that name
      type: raw
      sample: zone-1
    candidates:
      description: What answers to the name, each with its id and where it is.
      returned: when more than one thing has that name
      type: list
      elements: dict
    current:
      description: The value that cannot be changed.
      returned: when CloudStack takes the option only at creation
      type: raw
    wanted:
      description: The value that the task wants instead.
      returned: when CloudStack takes the option only at creation
      type: raw
"""

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.quota_summary import QUOTA_SUMMARY
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(QUOTA_SUMMARY)


if __name__ == "__main__":
    main()
