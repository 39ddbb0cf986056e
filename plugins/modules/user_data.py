#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: user_data
short_description: Manage registered user data
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Register and remove user data, which tells several instances what to do when they boot, for example as a
    cloud-config document.
  - CloudStack cannot change registered user data. When O(user_data) or O(params) differ, it is removed and registered
    anew, which fails while instances or templates use it.
  - O(cloudstack.cloud.instance#module:user_data_name) gives it to an instance.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.owner
options:
  name:
    description:
      - Name or id of the user data.
      - Needs CloudStack 4.18 or newer.
    type: str
    required: true
  user_data:
    description:
      - The content in plain text. The module encodes it. An account cannot register the same content twice.
      - It is shown in results and differences, so keep secrets out of it, or use C(no_log).
      - Needed to create the user data.
    type: str
    aliases:
      - userdata
  params:
    description:
      - Names of the variables in O(user_data) that each instance gives values for. The order does not matter.
      - An instance gives them with its option C(user_data_details).
    type: list
    elements: str
  state:
    description:
      - V(present) makes sure that the user data is registered, V(absent) that it is not.
    type: str
    choices:
      - present
      - absent
    default: present
  id:
    description:
      - Id of registered user data. It takes the place of the options that identify the user data.
    type: str
seealso:
  - module: cloudstack.cloud.user_data_info
  - module: cloudstack.cloud.instance
"""

EXAMPLES = r"""
---
- name: Web servers are told to install their packages
  cloudstack.cloud.user_data:
    name: web-server
    user_data: |
      #cloud-config
      packages:
        - nginx

- name: The host name is a variable
  cloudstack.cloud.user_data:
    name: named-server
    user_data: |
      ## template: jinja
      #cloud-config
      hostname: {{ '{{ ds.meta_data.hostname }}' }}
    params:
      - hostname

- name: The user data of the web servers is no longer registered
  cloudstack.cloud.user_data:
    name: web-server
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the registered user data.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
name:
  description: Name of the user data.
  returned: when it exists
  type: str
user_data:
  description: The content in plain text.
  returned: when it has one
  type: str
params:
  description: Names of the variables in C(user_data) that each instance gives values for.
  returned: when it has one
  type: list
  elements: str
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.user_data import USER_DATA
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(USER_DATA)


if __name__ == "__main__":
    main()
