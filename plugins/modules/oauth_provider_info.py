#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: oauth_provider_info
short_description: List OAuth providers
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all OAuth providers that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  provider:
    description:
      - Show only the provider of this name.
    type: str
  id:
    description:
      - Show only the OAuth provider with this id.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listOauthProvider) takes V(domain), V(domainid), V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.oauth_provider
"""

EXAMPLES = r"""
---
- name: The providers are known
  cloudstack.cloud.oauth_provider_info:
  register: found
"""

RETURN = r"""
---
oauth_providers:
  description: The OAuth providers that fit.
  returned: success
  type: list
  elements: dict
  contains:
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
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(OAUTH_PROVIDER)


if __name__ == "__main__":
    main()
