#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_credit_info
short_description: List quota credits
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all quota credits that the user may see, or those that fit every filter.
  - Without account, project or domain, those of the own account.
  - An account is given credits with the command C(quotaCredits) through M(cloudstack.cloud.api).
  - Needs CloudStack 4.21 or newer.
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management
    servers have been started since.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  recursive:
    description:
      - Whether to show the credits of the domains below the domain, too.
    type: bool
  start_date:
    description:
      - First day that is told of, given like V(2026-11-01). Without it, the first one of the current month.
    type: str
  end_date:
    description:
      - Last day that is told of, given like V(2026-11-30). Without it, today.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.quota_summary_info
"""

EXAMPLES = r"""
---
- name: The credits of one account are known
  cloudstack.cloud.quota_credit_info:
    domain: ROOT
    account: admin
    start_date: '2026-01-01'
  register: found

- name: The credits of all accounts are known
  cloudstack.cloud.quota_credit_info:
    domain: ROOT
    recursive: true
  register: found
"""

RETURN = r"""
---
quota_credits:
  description: The quota credits that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the quota credit.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    domain:
      description: Domain whose credits were asked for.
      returned: when it has one
      type: str
      sample: ROOT
    project:
      description: Project whose credits were asked for.
      returned: when it has one
      type: str
    account:
      description: Account whose credits were asked for.
      returned: when the task gives it
      type: str
      sample: admin
    credit:
      description: How much the account was given; below zero, how much was taken.
      returned: when it has one
      type: float
      sample: 100.0
    currency:
      description: Sign of the currency.
      returned: when it has one
      type: str
      sample: $
    creditor:
      description: Name of the user who gave it.
      returned: when it has one
      type: str
      sample: admin
    creditor_id:
      description: Id of the user who gave it.
      returned: when it has one
      type: str
    credited_on:
      description: When it was given.
      returned: when it has one
      type: str
      sample: 2026-11-22T14:39:51+0000
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.quota_credit import QUOTA_CREDIT
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(QUOTA_CREDIT)


if __name__ == "__main__":
    main()
