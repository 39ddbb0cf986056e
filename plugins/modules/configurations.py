#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: configurations
short_description: Manage many settings at once
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Give many settings of CloudStack their values in one task, everywhere or in one zone, cluster, storage
    pool, image store, domain, account or management server.
  - The settings are read with one list, and only values that differ are sent. Settings that are not named
    are left alone.
  - Settings that hold secrets are refused, for their values would be shown. Use M(cloudstack.cloud.configuration)
    for them.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
options:
  settings:
    description:
      - Settings by their names, with the values that they shall have.
    type: dict
    required: true
  zone:
    description:
      - Name or id of the zone in which the settings have the values. With O(cluster), O(storage) or O(image_store),
        the zone in which those are looked for.
    type: str
  cluster:
    description:
      - Name or id of the cluster in which the settings have the values.
    type: str
  storage:
    description:
      - Name or id of the primary storage for which the settings have the values.
    type: str
    aliases:
      - storage_pool
  image_store:
    description:
      - Name or id of the secondary storage for which the settings have the values.
    type: str
  domain:
    description:
      - Domain in which the settings have the values, given as its path (V(ROOT/web/dev)), its name or its
        id. With O(account), the domain of the account.
    type: str
  account:
    description:
      - Account for which the settings have the values.
    type: str
  management_server:
    description:
      - Name or id of the management server on which the settings have the values.
      - Needs CloudStack 4.23 or newer.
    type: str
seealso:
  - module: cloudstack.cloud.configurations_info
  - module: cloudstack.cloud.configuration
"""

EXAMPLES = r"""
---
- name: The settings of the cloud are as they shall be
  cloudstack.cloud.configurations:
    settings:
      expunge.delay: 3600
      expunge.interval: 3600
      agent.load.threshold: 0.8
  register: settings

- name: Whether the management servers must be started anew is known
  ansible.builtin.debug:
    var: settings.restart_required
"""

RETURN = r"""
---
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
  description: Names of the settings whose new values count only after the management servers have been started
    anew.
  returned: when it has one
  type: list
  elements: str
  sample:
    - expunge.delay
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.configurations import CONFIGURATIONS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(CONFIGURATIONS)


if __name__ == "__main__":
    main()
