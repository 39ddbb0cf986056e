#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: webhook_info
short_description: List webhooks
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all webhooks that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner.filter
  - cloudstack.cloud.owner.projects
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the webhook of this name or id.
    type: str
  scope:
    description:
      - Show only webhooks of this scope.
    type: str
    choices:
      - Local
      - Domain
      - Global
  webhook_state:
    description:
      - Show only webhooks that are used, or are not.
    type: str
    choices:
      - Enabled
      - Disabled
  id:
    description:
      - Show only the webhook with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listWebhooks) takes V(isrecursive), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.webhook
"""

EXAMPLES = r"""
---
- name: The webhooks of the account are known
  cloudstack.cloud.webhook_info:
  register: found

- name: One webhook is known
  cloudstack.cloud.webhook_info:
    name: audit
  register: found
"""

RETURN = r"""
---
webhooks:
  description: The webhooks that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(WEBHOOK)


if __name__ == "__main__":
    main()
