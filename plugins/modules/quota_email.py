#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: quota_email
short_description: Manage the mail of the quota service
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Change subject and text of the mail that the quota service sends. There is one text of each type, which CloudStack
    makes itself.
  - Needs the quota service. It runs where the setting C(quota.enable.service) is V(true) and the management servers
    have been started since.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  type:
    description:
      - When the mail is sent, for example V(QUOTA_LOW) when little is left to spend, V(QUOTA_EMPTY) when nothing is, or
        V(QUOTA_STATEMENT) at the end of a period.
    type: str
    required: true
  subject:
    description:
      - Subject of the mail. CloudStack replaces words such as C(${accountName}).
    type: str
  body:
    description:
      - Text of the mail. CloudStack replaces words such as C(${accountName}). Blanks and line breaks are not compared.
    type: str
  locale:
    description:
      - Language of the mail, for example V(en_US).
    type: str
seealso:
  - module: cloudstack.cloud.quota_email_info
  - module: cloudstack.cloud.quota_tariff
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: Who has little left reads it in our words
  cloudstack.cloud.quota_email:
    type: QUOTA_LOW
    subject: Your account ${accountName} has little left
    body: |
      Your balance is ${quotaBalance}.
      Please write to billing@example.com for more.
"""

RETURN = r"""
---
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
diff:
  description: What changes, in the names of the options. A side is empty where there is nothing.
  returned: changed
  type: dict
  contains:
    before:
      description: The values before.
      returned: changed
      type: dict
    after:
      description: The values afterwards.
      returned: changed
      type: dict
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(QUOTA_EMAIL)


if __name__ == "__main__":
    main()
