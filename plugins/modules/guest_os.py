#!/usr/bin/python
# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guest_os
short_description: Manage guest operating systems
version_added: 0.1.0
author:
  - CloudStack collection maintainers (@cloudstack)
description:
  - Make guest operating systems known, for templates and instances to name, change them and forget them. Those
    that CloudStack comes with can be used, but neither changed nor removed.
extends_documentation_fragment:
  - cloudstack.cloud.attributes
  - cloudstack.cloud.connection
  - cloudstack.cloud.wait
options:
  display_name:
    description:
      - Name as users see it. It is the identity of the guest OS.
    type: str
    required: true
  os_category:
    description:
      - Name or id of its category.
      - Needed to create the guest OS.
      - It can be changed since CloudStack 4.21.
    type: str
  name:
    description:
      - Its short name.
      - CloudStack takes it only when the guest OS is created; a task that wants another value later fails.
    type: str
  for_display:
    description:
      - Whether users see it.
    type: bool
  details:
    description:
      - Settings as names and values.
      - Used only when the guest OS is created. The API does not show it, so it is not compared later.
    type: dict
  id:
    description:
      - Id of an existing guest OS. With it, another O(display_name) renames the guest OS.
    type: str
  state:
    description:
      - V(present) makes sure that the guest OS exists, V(absent) that it does not.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: cloudstack.cloud.guest_os_info
  - module: cloudstack.cloud.guest_os_mapping
  - module: cloudstack.cloud.os_category
"""

EXAMPLES = r"""
---
- name: The operating system of the appliance is known
  cloudstack.cloud.guest_os:
    display_name: Appliance 1 (64-bit)
    os_category: Other

- name: The operating system is forgotten
  cloudstack.cloud.guest_os:
    display_name: Appliance 1 (64-bit)
    state: absent
"""

RETURN = r"""
---
id:
  description: Id of the guest OS.
  returned: when it exists
  type: str
  sample: 5b19cdd7-e682-4f1d-89fe-02fc00000001
display_name:
  description: Name as users see it.
  returned: when it exists
  type: str
  sample: Debian GNU/Linux 12 (64-bit)
os_category:
  description: Name of its category.
  returned: when it has one
  type: str
  sample: Debian
name:
  description: Its short name.
  returned: when it has one
  type: str
  sample: debian12
for_display:
  description: Whether users see it.
  returned: when it has one
  type: bool
is_user_defined:
  description: Whether it was added to those that CloudStack comes with.
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

from ansible_collections.cloudstack.cloud.plugins.module_utils.resources.guest_os import GUEST_OS
from ansible_collections.cloudstack.cloud.plugins.module_utils.run import run


def main() -> None:
    run(GUEST_OS)


if __name__ == "__main__":
    main()
