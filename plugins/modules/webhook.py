#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: webhook
short_description: Manage webhooks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Create, change and remove webhooks, to which CloudStack sends the events of an account, a domain, or the
    whole cloud. Needs CloudStack 4.20 or newer.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Name of the webhook.
    type: str
    required: true
  payload_url:
    description:
      - URL that events are sent to, for example V(https://audit.example.com/events).
      - Needed to create the webhook.
    type: str
  description:
    description:
      - What the webhook is for.
    type: str
  scope:
    description:
      - 'Whose events are sent: the owner''s, those of the owner''s domain, or all. Users who are no administrators
        have V(Local) only.'
      - Without it, CloudStack takes V(Local).
    type: str
    choices:
      - Local
      - Domain
      - Global
  ssl_verification:
    description:
      - Whether the certificate of O(payload_url) is verified. Without it, CloudStack verifies it.
    type: bool
  secret_key:
    description:
      - Key that what is sent is signed with.
      - It is only sent when the webhook is created, and never shown, compared or logged.
    type: str
  state:
    description:
      - V(present) makes sure that the webhook exists and leaves alone whether it is used.
      - V(enabled) and V(disabled) also say whether it is used.
      - V(absent) removes it.
    type: str
    choices:
      - present
      - enabled
      - disabled
      - absent
    default: present
  id:
    description:
      - Id of an existing webhook. With it, another O(name) renames the webhook.
    type: str
seealso:
  - module: cloudstack.cloud.webhook_info
  - module: cloudstack.cloud.event_info
"""

EXAMPLES = r"""
---
- name: Events are told
  cloudstack.cloud.webhook:
    name: audit
    payload_url: https://audit.example.com/events
    description: Tells what happens

- name: Events are not told for a while
  cloudstack.cloud.webhook:
    name: audit
    state: disabled

- name: The webhook is removed
  cloudstack.cloud.webhook:
    name: audit
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the webhook.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the webhook.
  returned: when it exists
  type: str
  sample: audit
payload_url:
  description: URL that events are sent to, for example V(https://audit.example.com/events).
  returned: when it has one
  type: str
  sample: https://audit.example.com/events
description:
  description: What the webhook is for.
  returned: when it has one
  type: str
scope:
  description: 'Whose events are sent: the owner''s, those of the owner''s domain, or all.'
  returned: when it has one
  type: str
  sample: Local
ssl_verification:
  description: Whether the certificate of C(payload_url) is verified.
  returned: when it has one
  type: bool
created:
  description: When it was created.
  returned: when it has one
  type: str
  sample: 2026-11-22T14:39:51+0000
domain_path:
  description: Path of the owner's domain.
  returned: when it has one
  type: str
state:
  description: Whether it is used, V(enabled) or V(disabled).
  returned: when it exists
  type: str
  sample: enabled
domain:
  description: Domain of the owner.
  returned: when it has one
  type: str
  sample: ROOT
account:
  description: Account of the owner.
  returned: when it has one
  type: str
  sample: admin
project:
  description: Project of the owner.
  returned: when it has one
  type: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.webhook import WEBHOOK
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(WEBHOOK)


if __name__ == "__main__":
    main()
