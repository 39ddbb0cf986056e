#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: configuration_info
short_description: List settings
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - List all settings that the user may see, or those that fit every filter.
  - Values of settings that hold secrets are left out.
extends_documentation_fragment:
  - cloudstack.cloud.attributes.info
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait_for
options:
  name:
    description:
      - Show only the setting of this name.
    type: str
  category:
    description:
      - Show only settings of this category, for example V(Storage).
    type: str
  group:
    description:
      - Show only settings of this group, for example V(Network).
    type: str
  subgroup:
    description:
      - Show only settings of this subgroup. O(group) must be given, too.
    type: str
  parent:
    description:
      - Show only settings that depend on this one.
    type: str
  zone:
    description:
      - Show settings with the values that they have in this zone.
    type: str
  cluster:
    description:
      - Show settings with the values that they have in this cluster.
    type: str
  storage:
    description:
      - Show settings with the values that they have for this primary storage.
    type: str
    aliases:
      - storage_pool
  image_store:
    description:
      - Show settings with the values that they have for this secondary storage.
    type: str
  domain:
    description:
      - Show settings with the values that they have in this domain.
    type: str
  account:
    description:
      - Show settings with the values that they have for this account.
    type: str
  management_server:
    description:
      - Show settings with the values that they have on this management server.
    type: str
  filters:
    description:
      - Further parameters of the list command, as the API spells them, for what no other option says. What
        is an id there is an id here, and no name.
      - C(listConfigurations) takes V(keyword), as of CloudStack 4.23.
      - The server is asked for its parameters first, for it ignores those that it does not know. An unknown
        one is refused, and so is one that another option stands for.
    type: dict
seealso:
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: One setting is known
  cloudstack.cloud.configuration_info:
    name: expunge.delay
  register: found

- name: The settings of the primary storage are known
  cloudstack.cloud.configuration_info:
    zone: zone-1
    storage: primary-1
  register: found
"""

RETURN = r"""
---
configurations:
  description: The settings that fit.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the setting.
      returned: when it exists
      type: str
      sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
    name:
      description: Name of the setting, for example V(expunge.delay).
      returned: when it exists
      type: str
      sample: expunge.delay
    value:
      description: Value of the setting. It is left out where it is a secret.
      returned: when it has one
      type: str
      sample: '7200'
    zone:
      description: Name of the zone in which the setting has the value.
      returned: when the task gives it
      type: str
      sample: zone-1
    cluster:
      description: Name of the cluster in which the setting has the value.
      returned: when the task gives it
      type: str
      sample: cluster-1
    storage:
      description: Name of the primary storage for which the setting has the value.
      returned: when the task gives it
      type: str
      sample: primary-1
    image_store:
      description: Name of the secondary storage for which the setting has the value.
      returned: when the task gives it
      type: str
    domain:
      description: Domain in which the setting has the value, given as its path (V(ROOT/web/dev)), its name
        or its id.
      returned: when the task gives it
      type: str
      sample: ROOT
    account:
      description: Account for which the setting has the value.
      returned: when the task gives it
      type: str
      sample: admin
    management_server:
      description: Name of the management server on which the setting has the value.
      returned: when the task gives it
      type: str
    category:
      description: Category of the setting.
      returned: when it has one
      type: str
      sample: Advanced
    scope:
      description: Where else than everywhere the setting can have a value.
      returned: when it has one
      type: str
    description:
      description: What the setting does.
      returned: when it has one
      type: str
    display_text:
      description: Title of the setting.
      returned: when it has one
      type: str
    type:
      description: Kind of its values, such as V(Number).
      returned: when it has one
      type: str
      sample: Number
    options:
      description: Values that it can have, where there are only some.
      returned: when it has one
      type: str
    group:
      description: Group of the setting.
      returned: when it has one
      type: str
    subgroup:
      description: Subgroup of the setting.
      returned: when it has one
      type: str
    parent:
      description: Setting that it depends on.
      returned: when it has one
      type: str
    component:
      description: Part of CloudStack that it is for.
      returned: when it has one
      type: str
    default_value:
      description: Value that it is shipped with.
      returned: when it has one
      type: str
      sample: '86400'
    is_dynamic:
      description: Whether a new value counts at once.
      returned: when it has one
      type: bool
    restart_required:
      description: Whether a new value counts only after the management servers have been started anew.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.configuration import CONFIGURATION
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run_info


def main() -> None:
    run_info(CONFIGURATION)


if __name__ == "__main__":
    main()
