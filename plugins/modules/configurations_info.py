#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: configurations_info
short_description: List places with settings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all places with settings that the user may see, or those that fit every filter.
  - The settings of one place are one result, as a mapping from names to values. Those that hold secrets are
    left out.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  names:
    description:
      - Show only settings of these names.
    type: list
    elements: str
  zone:
    description:
      - Show the values in this zone.
    type: str
  cluster:
    description:
      - Show the values in this cluster.
    type: str
  storage:
    description:
      - Show the values for this primary storage.
    type: str
    aliases:
      - storage_pool
  image_store:
    description:
      - Show the values for this secondary storage.
    type: str
  domain:
    description:
      - Show the values in this domain.
    type: str
  account:
    description:
      - Show the values for this account.
    type: str
  management_server:
    description:
      - Show the values on this management server.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listConfigurations) takes V(category), V(group), V(keyword), V(name), V(parent), V(subgroup), as
        of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.configurations
"""

EXAMPLES = r"""
---
- name: All settings are known
  cloudstack.cloud.configurations_info:
  register: found

- name: Two settings are known
  cloudstack.cloud.configurations_info:
    names:
      - expunge.delay
      - expunge.interval
  register: found
"""

RETURN = r"""
---
configurations:
  description: The places with settings that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the place.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    settings:
      description: Settings by their names, with their values.
      returned: when it exists
      type: dict
      sample:
        expunge.delay: '3600'
    zone:
      description: Name of the zone in which the settings have the values.
      returned: when the task gives it
      type: str
      sample: zone-1
    cluster:
      description: Name of the cluster in which the settings have the values.
      returned: when the task gives it
      type: str
      sample: cluster-1
    storage:
      description: Name of the primary storage for which the settings have the values.
      returned: when the task gives it
      type: str
    image_store:
      description: Name of the secondary storage for which the settings have the values.
      returned: when the task gives it
      type: str
    domain:
      description: Domain in which the settings have the values, given as its path (V(ROOT/web/dev)), its name
        or its id.
      returned: when the task gives it
      type: str
      sample: ROOT
    account:
      description: Account for which the settings have the values.
      returned: when the task gives it
      type: str
      sample: admin
    management_server:
      description: Name of the management server on which the settings have the values.
      returned: when the task gives it
      type: str
    restart_required:
      description: Names of the settings whose new values count only after the management servers have been
        started anew.
      returned: when it has one
      type: list
      elements: str
      sample:
        - expunge.delay
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.configurations import CONFIGURATIONS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(CONFIGURATIONS)


if __name__ == "__main__":
    main()
