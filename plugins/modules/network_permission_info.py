#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: network_permission_info
short_description: List network permissions
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all network permissions that the user may see, or those that fit every filter.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
  - cloudstack.cloud.wait_for
options:
  zone:
    description:
      - Name or id of the zone in which names of other options are looked for.
    type: str
  network:
    description:
      - Name or id of the network.
    type: str
    required: true
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.network_permission
"""

EXAMPLES = r"""
---
- name: Who may use the network is known
  cloudstack.cloud.network_permission_info:
    network: web-net
  register: found
"""

RETURN = r"""
---
network_permissions:
  description: The network permissions that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the network permission.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    zone:
      description: Name of the zone in which C(network) is looked for.
      returned: when the task gives it
      type: str
      sample: zone-1
    network:
      description:
        - Name of the network.
        - It is the id where the task does not name it.
      returned: when it exists
      type: str
      sample: web-net
    for_account:
      description: Name of the account that may use the network.
      returned: when it has one
      type: str
      sample: deputy
    for_project:
      description: Name of the project that may use the network.
      returned: when it has one
      type: str
    domain:
      description: Domain of the account or project.
      returned: when it has one
      type: str
      sample: ROOT
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.network_permission import NETWORK_PERMISSION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(NETWORK_PERMISSION)


if __name__ == "__main__":
    main()
