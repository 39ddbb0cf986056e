#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: oauth_provider
short_description: Manage OAuth providers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Register, change and remove the OAuth providers with which users may log in. Needs CloudStack 4.19 or newer.
  - The setting C(oauth2.enabled) must be V(true).
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  provider:
    description:
      - Name of the provider, for example V(google), V(github) or V(keycloak).
    type: str
    required: true
  domain:
    description:
      - Domain that the provider is for, given as its path (V(ROOT/web/dev)), its name or its id. Without it,
        all domains.
      - Needs CloudStack 4.23 or newer.
    type: str
  description:
    description:
      - What users see.
      - Needed to create the provider.
    type: str
  client_id:
    description:
      - Id under which the provider knows the cloud.
      - Needed to create the provider.
    type: str
  secret_key:
    description:
      - Secret that the provider gave for it.
      - Needed to create the provider.
      - It is only sent when the provider is created, and never shown, compared or logged.
    type: str
  redirect_uri:
    description:
      - URL that the provider sends users back to.
      - Needed to create the provider.
    type: str
  authorize_url:
    description:
      - URL at which users log in.
      - For providers that have none of their own.
    type: str
  token_url:
    description:
      - URL at which the cloud gets tokens.
      - For providers that have none of their own.
    type: str
  details:
    description:
      - Settings of the provider, as names and values. They may hold secrets and are never shown.
      - Used only when the provider is created. The API does not show it, so it is not compared later.
    type: dict
  enabled:
    description:
      - Whether users may log in with it.
    type: bool
  id:
    description:
      - Id of an existing provider. It takes the place of O(provider).
    type: str
  state:
    description:
      - V(present) makes sure that the provider exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.oauth_provider_info
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: OAuth is in use
  cloudstack.cloud.configuration:
    name: oauth2.enabled
    value: "true"

- name: Developers may log in
  cloudstack.cloud.oauth_provider:
    provider: github
    description: Developers
    client_id: cloud
    secret_key: "{{ oauth_secret }}"
    redirect_uri: https://cloud.example.com/client/
  vars:
    oauth_secret: not-a-real-one

- name: Developers may not log in for a while
  cloudstack.cloud.oauth_provider:
    provider: github
    enabled: false

- name: The provider is removed
  cloudstack.cloud.oauth_provider:
    provider: github
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the OAuth provider.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
provider:
  description: Name of the provider, for example V(google), V(github) or V(keycloak).
  returned: when it exists
  type: str
  sample: github
domain:
  description: Domain that the provider is for, given as its path (V(ROOT/web/dev)), its name or its id.
  returned: when it has one
  type: str
  sample: ROOT
description:
  description: What users see.
  returned: when it has one
  type: str
  sample: Developers
client_id:
  description: Id under which the provider knows the cloud.
  returned: when it has one
  type: str
  sample: cloud
redirect_uri:
  description: URL that the provider sends users back to.
  returned: when it has one
  type: str
  sample: https://cloud.example.com/client/
authorize_url:
  description: URL at which users log in.
  returned: when it has one
  type: str
token_url:
  description: URL at which the cloud gets tokens.
  returned: when it has one
  type: str
enabled:
  description: Whether users may log in with it.
  returned: when it has one
  type: bool
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.oauth_provider import OAUTH_PROVIDER
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(OAUTH_PROVIDER)


if __name__ == "__main__":
    main()
