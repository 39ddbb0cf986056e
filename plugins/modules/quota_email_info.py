#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_email_info
short_description: List mail of the quota service
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all mail of the quota service that the user may see, or those that fit every filter.
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management
    servers have been started since.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  type:
    description:
      - Show only the mail of the quota service of this name.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(quotaEmailTemplateList) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.quota_email
"""

EXAMPLES = r"""
---
- name: All mail of the quota service is known
  cloudstack.cloud.quota_email_info:
  register: found

- name: One mail is known
  cloudstack.cloud.quota_email_info:
    type: QUOTA_LOW
  register: found
"""

RETURN = r"""
---
quota_emails:
  description: The mail of the quota service that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the mail of the quota service.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    type:
      description: When the mail is sent, for example V(QUOTA_LOW) when little is left to spend, V(QUOTA_EMPTY)
        when nothing is, or V(QUOTA_STATEMENT) at the end of a period.
      returned: when it exists
      type: str
      sample: QUOTA_LOW
    subject:
      description: Subject of the mail.
      returned: when it has one
      type: str
    body:
      description: Text of the mail.
      returned: when it has one
      type: str
    locale:
      description: Language of the mail, for example V(en_US).
      returned: when it has one
      type: str
      sample: en_US
    last_updated:
      description: When it was changed last.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.quota_email import QUOTA_EMAIL
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(QUOTA_EMAIL)


if __name__ == "__main__":
    main()
